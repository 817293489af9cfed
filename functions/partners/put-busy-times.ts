import type { putBusyTimes as contract } from '../../shared/contract/resources.ts';
import type { UseCase } from '../../shared/platform/http.ts';
import { type KeepingDeps, keepBusyTimes, ownResource } from './keep-busy-times.ts';

/** Replaces what was read of an outside calendar; of the file only its busy times are kept. */
export const putBusyTimes =
  (deps: KeepingDeps): UseCase<typeof contract> =>
  async ({ path, body, principal }) => {
    const found = await ownResource(deps, path.resourceId, principal);
    const sent = { file: body.calendar, pointer: '/calendar' } as const;
    return keepBusyTimes(deps, { found, ...sent, by: principal, change: 'busy-times' });
  };
