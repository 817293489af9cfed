import * as calendars from '../../shared/contract/calendars.ts';
import { centreDay as declared } from '../../shared/contract/centre-day.ts';
import * as resources from '../../shared/contract/resources.ts';
import { http, on, open } from '../../shared/platform/http.ts';
import { apiOf } from '../../shared/platform/runtime.ts';
import { calendars as readCalendars } from '../../shared/store/calendars.ts';
import { interviews } from '../../shared/store/interviews.ts';
import { invitations } from '../../shared/store/invitations.ts';
import { resourceDays } from '../../shared/store/resource-days.ts';
import { calendarAddresses } from './calendar-address.ts';
import { centreDay } from './centre-day.ts';
import { Env } from './env.ts';
import { getResource } from './get-resource.ts';
import { listBroken } from './list-broken.ts';
import { listResources } from './list-resources.ts';
import { closeCalendar, openCalendar } from './open-calendar.ts';
import { putResource } from './put-resource.ts';
import { readCalendar } from './read-calendar.ts';

const env = Env.parse(process.env);
const store = apiOf(env);
const deps = {
  ...store,
  interviews: interviews(store.table),
  calendars: readCalendars(store.table),
  days: resourceDays(store.table),
  invitations: invitations(store.table),
  addresses: calendarAddresses(store.table),
  hubUrl: env.HUB_URL,
};

export const handler = http(deps.door, [
  on(resources.putResource, putResource(deps)),
  on(resources.getResource, getResource(deps)),
  on(resources.listResources, listResources(deps)),
  on(resources.listBroken, listBroken(deps)),
  on(declared, centreDay(deps)),
  on(calendars.openCalendar, openCalendar(deps)),
  on(calendars.closeCalendar, closeCalendar(deps)),
  open(calendars.readCalendar, readCalendar(deps)),
]);
