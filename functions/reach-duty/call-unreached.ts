import { Temporal } from 'temporal-polyfill';
import { isReached, unreachedNow } from '../../shared/domain/clock/reach.ts';
import { type AgencyId, newEventId } from '../../shared/domain/ids.ts';
import { nationalDesk } from '../../shared/domain/routing/national-desk.ts';
import { hearsOfTasks } from '../../shared/domain/webhook/hears.ts';
import { logger } from '../../shared/platform/observability.ts';
import type { VaultedStore } from '../../shared/platform/runtime.ts';
import type { Endpoints } from '../../shared/store/endpoints.ts';
import { Overtaken } from '../../shared/store/journal.ts';
import type { Receipts } from '../../shared/store/receipts.ts';
import type { TaskWaiting, WaitingTasks } from '../../shared/store/waiting-tasks.ts';

type Deps = Pick<VaultedStore, 'records' | 'journal' | 'policy' | 'now' | 'bytes'> & {
  readonly waiting: Pick<WaitingTasks, 'urgent'>;
  readonly endpoints: Pick<Endpoints, 'of'>;
  readonly receipts: Pick<Receipts, 'deliveredAt' | 'fetchedAt'>;
};

/**
 * An endpoint is gone: for each urgent task of its agency that nobody has received, whoever is on duty
 * is called now and not only when its clock would have it.
 */
export const callUnreached =
  (deps: Deps) =>
  async (agency: AgencyId): Promise<void> => {
    const tasks = await deps.waiting.urgent(agency);
    if (tasks.length === 0) return;
    const hasSystem = (await deps.endpoints.of(agency)).some(hearsOfTasks);
    for (const task of tasks) await callFor(deps, task, agency, hasSystem);
  };

async function callFor(
  { records, journal, receipts, policy, now, bytes }: Deps,
  { id }: TaskWaiting,
  agency: AgencyId,
  hasSystem: boolean,
): Promise<void> {
  const clocks = await records.clocksOf({ kind: 'task', id });
  const clock = clocks.find(({ name, holder }) => name === 'received' && holder === agency);
  if (!clock) return;
  // What a system took that is gone now, nobody has.
  const deliveredAt = hasSystem ? await receipts.deliveredAt(id) : undefined;
  if (isReached({ deliveredAt, fetchedAt: await receipts.fetchedAt(id, agency) })) return;
  const national = nationalDesk(policy.at(Temporal.Instant.from(now()))).desk.id;
  const ladder = { lead: undefined, national };
  const decision = unreachedNow(clock, now(), ladder, newEventId(bytes));
  if (!decision) return;
  try {
    await journal.commit(decision);
    logger.info('called for at once', { task: id, agency });
  } catch (error) {
    // Its clock came to that point by itself, or a person received this moment.
    if (!(error instanceof Overtaken)) throw error;
  }
}
