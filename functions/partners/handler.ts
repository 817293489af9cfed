import {
  deleteOutsideCalendar as forgotten,
  putOutsideCalendar as linked,
  refreshOutsideCalendar as refreshed,
} from '../../shared/contract/outside-calendars.ts';
import { putBusyTimes as busyTimes } from '../../shared/contract/resources.ts';
import { addressGuard } from '../../shared/platform/address-guard.ts';
import { calendarFetcher } from '../../shared/platform/fetch-calendar.ts';
import { http, on } from '../../shared/platform/http.ts';
import { apiOf } from '../../shared/platform/runtime.ts';
import { resourceDays } from '../../shared/store/resource-days.ts';
import { calendarAddresses } from './calendar-addresses.ts';
import { deleteOutsideCalendar } from './delete-outside-calendar.ts';
import { Env } from './env.ts';
import { putBusyTimes } from './put-busy-times.ts';
import { putOutsideCalendar } from './put-outside-calendar.ts';
import { refreshOutsideCalendar } from './refresh-outside-calendar.ts';

const env = Env.parse(process.env);
const api = apiOf(env);
const guard = addressGuard({ allowLoopback: env.ERTAD_ALLOW_LOOPBACK_WEBHOOKS === 'yes' });
const deps = {
  ...api,
  days: resourceDays(api.table),
  addresses: calendarAddresses(api.vault),
  fetchCalendar: calendarFetcher(guard),
};

export const handler = http(deps.door, [
  on(busyTimes, putBusyTimes(deps)),
  on(linked, putOutsideCalendar(deps)),
  on(refreshed, refreshOutsideCalendar(deps)),
  on(forgotten, deleteOutsideCalendar(deps)),
]);
