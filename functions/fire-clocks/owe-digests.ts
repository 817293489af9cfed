import { Temporal } from 'temporal-polyfill';
import { digestDue, digestOwed } from '../../shared/domain/call/digest.ts';
import { type AgencyId, newEventId } from '../../shared/domain/ids.ts';
import { hearsOfTasks } from '../../shared/domain/webhook/hears.ts';
import { logger } from '../../shared/platform/observability.ts';
import type { Store } from '../../shared/platform/runtime.ts';
import type { Endpoints } from '../../shared/store/endpoints.ts';
import { ConditionFailed } from '../../shared/store/table.ts';
import type { WaitingTasks } from '../../shared/store/waiting-tasks.ts';

type Deps = Pick<Store, 'journal' | 'policy' | 'now' | 'bytes'> & {
  readonly waiting: Pick<WaitingTasks, 'toTell'>;
  readonly endpoints: Pick<Endpoints, 'of'>;
};

/** Agencies looked at together: what one table takes in beside the referrals. */
const SIDE_BY_SIDE = 20;

/**
 * At the pack's times of a working day: owes a digest to every agency without a system at which work
 * waits for a person. Each time of a day has one place in the journal, so it is owed once.
 */
export const oweDigests = (deps: Deps) => {
  let done: number | undefined;
  return async (): Promise<void> => {
    const at = deps.now();
    const edition = deps.policy.at(Temporal.Instant.from(at));
    const digest = digestDue(at, edition);
    if (digest === undefined || digest === done) return;
    const agencies = edition.agencies.map(({ id }) => id);
    for (let from = 0; from < agencies.length; from += SIDE_BY_SIDE) {
      const some = agencies.slice(from, from + SIDE_BY_SIDE);
      await Promise.all(some.map((agency) => owe(deps, agency, digest, at)));
    }
    done = digest;
  };
};

async function owe(
  { waiting, endpoints, journal, bytes }: Deps,
  agency: AgencyId,
  digest: number,
  at: string,
): Promise<void> {
  if ((await waiting.toTell(agency)).length === 0) return;
  if ((await endpoints.of(agency)).some(hearsOfTasks)) return;
  try {
    await journal.commit(digestOwed({ id: newEventId(bytes), at, agency, digest }));
    logger.info('digest owed', { agency, digest });
  } catch (error) {
    // It stands there: another environment, or this one before it was ended, has owed it.
    if (!(error instanceof ConditionFailed) || error.write.what !== 'event') throw error;
  }
}
