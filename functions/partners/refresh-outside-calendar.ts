import type { refreshOutsideCalendar as contract } from '../../shared/contract/outside-calendars.ts';
import { Refusal } from '../../shared/domain/refusal.ts';
import type { CalendarFetcher } from '../../shared/platform/fetch-calendar.ts';
import type { UseCase } from '../../shared/platform/http.ts';
import type { CalendarAddresses } from './calendar-addresses.ts';
import { type KeepingDeps, keepBusyTimes, ownResource } from './keep-busy-times.ts';

type Deps = KeepingDeps & {
  readonly fetchCalendar: CalendarFetcher;
  readonly addresses: CalendarAddresses;
};

/** Not more often than somebody needs it: each reading is a call to somebody else's server. */
const PAUSE_MS = 60_000;

/** Reads the calendar again at the address that is kept. */
export const refreshOutsideCalendar =
  (deps: Deps): UseCase<typeof contract> =>
  async ({ path, principal }) => {
    const found = await ownResource(deps, path.resourceId, principal);
    const { outside, outsideAddress } = found;
    if (!outsideAddress) throw new Refusal('no-outside-calendar');
    const since = outside && Date.parse(deps.now()) - Date.parse(outside.readAt);
    if (since !== undefined && since < PAUSE_MS) throw new Refusal('read-too-often');
    const file = await deps.fetchCalendar(await deps.addresses.open(found, outsideAddress));
    const read = { found, file, pointer: '/url', by: principal } as const;
    return keepBusyTimes(deps, { ...read, change: 'refreshed' });
  };
