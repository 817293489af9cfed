import { MetricUnit } from '@aws-lambda-powertools/metrics';
import { Temporal } from 'temporal-polyfill';
import { fire } from '../../shared/domain/clock/fire.ts';
import { type Clock, nextPoint } from '../../shared/domain/clock/state.ts';
import { newEventId } from '../../shared/domain/ids.ts';
import { leadOf, type Referral } from '../../shared/domain/referral/referral.ts';
import { unrouted } from '../../shared/domain/routing/decide.ts';
import { routingIds } from '../../shared/domain/routing/ids.ts';
import { nationalDesk } from '../../shared/domain/routing/national-desk.ts';
import { planRouting } from '../../shared/domain/routing/plan.ts';
import { metrics } from '../../shared/platform/metrics.ts';
import { logger } from '../../shared/platform/observability.ts';
import type { Store } from '../../shared/platform/runtime.ts';
import { Overtaken } from '../../shared/store/journal.ts';

type Deps = Pick<Store, 'records' | 'journal' | 'policy' | 'now' | 'bytes' | 'derive'>;

/** Acts on every point of a clock that has passed: after an outage, all of them, in their order. */
export const fireClock =
  (deps: Deps) =>
  async (clock: Clock): Promise<void> => {
    try {
      await firePoints(deps, clock);
    } catch (error) {
      // Another run, or the person it waited for, was quicker: what stands now is right.
      if (!(error instanceof Overtaken)) throw error;
    }
  };

async function firePoints(deps: Deps, due: Clock): Promise<void> {
  const { records, journal, policy, now, bytes } = deps;
  const referral = await records.referral(due.referral);
  const edition = policy.at(Temporal.Instant.from(now()));
  const ladder = { lead: leadOf(referral), national: nationalDesk(edition).desk.id };
  let clock = due;
  for (;;) {
    const point = nextPoint(clock);
    const decision = fire(clock, now(), ladder, newEventId(bytes));
    if (!point || !decision) return;
    if (clock.name === 'routing' && point.what === 'due') return byHand(deps, referral, clock);
    await journal.commit(decision);
    logger.info('clock', { clock: clock.name, subject: clock.subject.id, what: point.what });
    if (point.what !== 'warn') metrics.addMetric('ClocksOverdue', MetricUnit.Count, 1);
    const [fired] = decision.kept;
    if (fired?.what !== 'clock') return;
    clock = fired;
  }
}

/** What the machine failed to route goes to a person at the national desk, with an alarm. */
async function byHand(
  { journal, policy, now, derive }: Deps,
  referral: Referral,
  waiting: Clock,
): Promise<void> {
  if (referral.status !== 'submitted') return;
  metrics.addMetric('ReferralsNotRouted', MetricUnit.Count, 1);
  logger.error('not routed in time', { referral: referral.id });
  const { id } = referral;
  const edition = policy.at(Temporal.Instant.from(referral.submittedAt));
  const place = { municipality: referral.municipality, referrer: referral.agency };
  const decision = planRouting(
    {
      referral,
      waiting,
      assignments: unrouted(place, edition),
      facts: {},
      at: now(),
      ids: routingIds(derive, id),
    },
    edition,
  );
  await journal.commit(decision);
}
