import { MetricUnit } from '@aws-lambda-powertools/metrics';
import { Temporal } from 'temporal-polyfill';
import type { ReferralId } from '../../shared/domain/ids.ts';
import { ROUTING_CONSUMER, type RoutingMessage } from '../../shared/domain/journal/messages.ts';
import { type Assignment, decide, UNROUTED } from '../../shared/domain/routing/decide.ts';
import { factsOf, ROUTED_BY } from '../../shared/domain/routing/facts.ts';
import { routingIds } from '../../shared/domain/routing/ids.ts';
import { planRouting } from '../../shared/domain/routing/plan.ts';
import { metrics } from '../../shared/platform/metrics.ts';
import { logger } from '../../shared/platform/observability.ts';
import type { derive, VaultedStore } from '../../shared/platform/runtime.ts';

type Deps = Pick<VaultedStore, 'policy' | 'now'> & {
  readonly records: Pick<VaultedStore['records'], 'referral' | 'clocksOf'>;
  readonly journal: Pick<VaultedStore['journal'], 'commit' | 'settle'>;
  readonly sealing: Pick<VaultedStore['sealing'], 'open'>;
  readonly derive: typeof derive;
  readonly openCentres: readonly string[];
};

/**
 * Decides by the pack who must act, and brings their tasks into being. Done twice, it is done once:
 * the outbox item is deleted in the same transaction, and the ids derive from the referral.
 */
export const routeReferral =
  ({ records, journal, sealing, policy, now, derive, openCentres }: Deps) =>
  async ({ event, referral: id }: RoutingMessage): Promise<void> => {
    const settles = [{ event, consumer: ROUTING_CONSUMER }];
    const referral = await records.referral(id);
    if (referral.status !== 'submitted') return journal.settle(settles);
    const clocks = await records.clocksOf({ kind: 'referral', id });
    const details = await sealing.open(referral, ROUTED_BY);
    const edition = policy.at(Temporal.Instant.from(referral.submittedAt), { openCentres });
    const { facts } = factsOf(referral, details, edition);
    const place = { municipality: referral.municipality, referrer: referral.agency };
    const assignments = decide(facts, place, edition);
    const decision = planRouting(
      {
        referral,
        waiting: clocks.find(({ name, endedAt }) => name === 'routing' && !endedAt),
        assignments,
        facts,
        at: now(),
        ids: routingIds(derive, id),
      },
      edition,
    );
    callAPerson(id, assignments);
    await journal.commit(decision, { settles });
  };

/**
 * Sounds the alarm when the rules did not say who must act. Written out at once and before the
 * commit: once the referral is routed no repetition comes past here, and twice is better than never.
 */
function callAPerson(referral: ReferralId, assignments: readonly Assignment[]): void {
  if (!assignments.some(({ rule }) => rule === UNROUTED)) return;
  logger.warn('routed by hand', { referral });
  metrics.singleMetric().addMetric('RoutedByHand', MetricUnit.Count, 1);
}
