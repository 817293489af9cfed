import type { deleteOutsideCalendar as contract } from '../../shared/contract/outside-calendars.ts';
import { Refusal } from '../../shared/domain/refusal.ts';
import type { UseCase } from '../../shared/platform/http.ts';
import { type KeepingDeps, keepResource, ownResource } from './keep-busy-times.ts';

/** Forgets the address of a calendar, and what was read there. */
export const deleteOutsideCalendar =
  (deps: KeepingDeps): UseCase<typeof contract> =>
  async ({ path, principal }) => {
    const found = await ownResource(deps, path.resourceId, principal);
    const { outside: _read, outsideAddress, ...rest } = found;
    if (!outsideAddress) throw new Refusal('no-outside-calendar');
    const after = { ...rest, version: found.version + 1 };
    const codes = { change: 'outside-calendar-removed' };
    await keepResource(deps, after, { at: deps.now(), by: principal, codes });
    return { status: 204, body: undefined };
  };
