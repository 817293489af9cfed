import * as calendars from '../../shared/contract/calendars.ts';
import { http, on, open } from '../../shared/platform/http.ts';
import { apiOf } from '../../shared/platform/runtime.ts';
import { interviews } from '../../shared/store/interviews.ts';
import { invitations } from '../../shared/store/invitations.ts';
import { calendarAddresses } from './calendar-address.ts';
import { Env } from './env.ts';
import { closeCalendar, openCalendar } from './open-calendar.ts';
import { readCalendar } from './read-calendar.ts';

const env = Env.parse(process.env);
const store = apiOf(env);
const deps = {
  ...store,
  interviews: interviews(store.table),
  invitations: invitations(store.table),
  addresses: calendarAddresses(store.table),
  hubUrl: env.HUB_URL,
};

export const handler = http(deps.door, [
  on(calendars.openCalendar, openCalendar(deps)),
  on(calendars.closeCalendar, closeCalendar(deps)),
  open(calendars.readCalendar, readCalendar(deps)),
]);
