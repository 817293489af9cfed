import { MetricUnit } from '@aws-lambda-powertools/metrics';
import { Temporal } from 'temporal-polyfill';
import { statedTellings } from '../../shared/domain/case/telling.ts';
import { newEventId, type ReferralId } from '../../shared/domain/ids.ts';
import type { Decision } from '../../shared/domain/journal/decision.ts';
import { ROUTING_CONSUMER, type RoutingMessage } from '../../shared/domain/journal/messages.ts';
import type { Edition } from '../../shared/domain/policy/edition.ts';
import type { Referral } from '../../shared/domain/referral/referral.ts';
import { united } from '../../shared/domain/referral/reports.ts';
import { type Assignment, UNROUTED } from '../../shared/domain/routing/decide.ts';
import { ROUTED_BY } from '../../shared/domain/routing/facts.ts';
import { routingIds } from '../../shared/domain/routing/ids.ts';
import { planRouting } from '../../shared/domain/routing/plan.ts';
import { wantedBy } from '../../shared/domain/routing/wanted.ts';
import { metrics } from '../../shared/platform/metrics.ts';
import { logger } from '../../shared/platform/observability.ts';
import type { derive, VaultedStore } from '../../shared/platform/runtime.ts';
import type { ToRoute } from '../../shared/store/to-route.ts';
import { listing } from './list-children.ts';
import { childrenIn, readReports, type SentReport } from './read-reports.ts';
import { askIfSame, compared, type EarlierReports } from './same-child.ts';

type Deps = Pick<VaultedStore, 'policy' | 'now'> & {
  readonly toRoute: (message: RoutingMessage) => Promise<ToRoute | undefined>;
  readonly records: Pick<VaultedStore['records'], 'referralsBy' | 'casesBy' | 'parts' | 'routing'>;
  readonly children: Pick<VaultedStore['children'], 'enter'>;
  readonly journal: Pick<VaultedStore['journal'], 'commit' | 'settle'>;
  readonly sealing: Pick<VaultedStore['sealing'], 'forHub'>;
  readonly derive: typeof derive;
  readonly openCentres: readonly string[];
};

/**
 * Decides by the pack who must act, and brings their tasks into being; then asks the lead whether the
 * child was reported before. Done twice, it is done once: the outbox item is deleted in the
 * transaction of the last effect, and the ids derive from the referral.
 */
export const routeReferral =
  (deps: Deps) =>
  async (message: RoutingMessage): Promise<void> => {
    const { journal, policy, openCentres } = deps;
    const { event, referral: id } = message;
    const settles = [{ event, consumer: ROUTING_CONSUMER }];
    const owed = await deps.toRoute(message);
    if (!owed) return;
    const { referral, waiting } = owed;
    // What was added before anybody was asked is a part of what is routed.
    const told = await readReports(deps, referral, ROUTED_BY);
    const details = united(told);
    const edition = policy.at(Temporal.Instant.from(referral.submittedAt), { openCentres });
    const { reports, asks, fault } = await compared(deps, referral, details, edition);
    if (referral.status === 'submitted') {
      const routing = routed(deps, { referral, waiting, told, reports }, edition);
      await journal.commit(routing, asks ? {} : { settles });
    } else {
      await listOverlooked(deps, referral, told);
    }
    // Somebody acts by now. The message stands until the comparison has been made as well.
    if (fault) throw fault;
    // In a transaction of its own, for one holds no more than DynamoDB allows. A crash in between,
    // or a routing by hand, leaves the message standing: its next delivery asks.
    if (asks) await journal.commit(await askIfSame(deps, id, reports, edition), { settles });
    else if (referral.status !== 'submitted') await journal.settle(settles);
  };

interface Opened extends ToRoute {
  readonly told: readonly SentReport[];
  readonly reports: EarlierReports;
}

function routed(
  { now, derive }: Deps,
  { referral, waiting, told, reports }: Opened,
  edition: Edition,
): Decision {
  const { id } = referral;
  const { facts, assignments } = wantedBy(referral, told, edition, reports.facts);
  callAPerson(id, assignments);
  return planRouting(
    {
      referral,
      waiting,
      assignments,
      facts,
      children: childrenIn(told),
      toldBefore: statedTellings(told),
      at: now(),
      ids: routingIds(derive, id),
    },
    edition,
  );
}

/** A referral that the clock gave to the national desk was not read: its other children are listed now. */
async function listOverlooked(
  { records, journal, now, derive }: Deps,
  referral: Referral,
  told: readonly SentReport[],
): Promise<void> {
  const named = childrenIn(told);
  const first = named > 0 ? await records.routing(referral.id) : undefined;
  if (!first || (first.children ?? 0) > 0) return;
  const event = newEventId(derive(referral.id, 'children overlooked'));
  await journal.commit(listing(referral, { from: 1, to: named }, event, now()));
}

/**
 * Sounds the alarm when the rules did not say who must act. Written out at once and before the
 * commit: once the referral is routed no repetition comes past here, and twice is better than never.
 */
function callAPerson(referral: ReferralId, assignments: readonly Assignment[]): void {
  if (!assignments.some(({ rule }) => rule === UNROUTED)) return;
  logger.warn('routed by hand', { referral });
  metrics.singleMetric().addMetric('RoutedByHand', MetricUnit.Count, 1);
}
