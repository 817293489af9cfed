import type { putOutsideCalendar as contract } from '../../shared/contract/outside-calendars.ts';
import type { CalendarFetcher } from '../../shared/platform/fetch-calendar.ts';
import type { UseCase } from '../../shared/platform/http.ts';
import type { CalendarAddresses } from './calendar-addresses.ts';
import { type KeepingDeps, keepBusyTimes, ownResource } from './keep-busy-times.ts';

type Deps = KeepingDeps & {
  readonly fetchCalendar: CalendarFetcher;
  readonly addresses: CalendarAddresses;
};

/** Reads a calendar where it is kept, and keeps its address sealed to read it again. */
export const putOutsideCalendar =
  (deps: Deps): UseCase<typeof contract> =>
  async ({ path, body, principal }) => {
    const found = await ownResource(deps, path.resourceId, principal);
    const file = await deps.fetchCalendar(body.url);
    const outsideAddress = await deps.addresses.seal(found, body.url);
    const after = { ...found, outsideAddress };
    const read = { found: after, file, pointer: '/url', by: principal } as const;
    return keepBusyTimes(deps, { ...read, change: 'outside-calendar' });
  };
