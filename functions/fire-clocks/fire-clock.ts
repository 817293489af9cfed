import { MetricUnit } from '@aws-lambda-powertools/metrics';
import { Temporal } from 'temporal-polyfill';
import { fire } from '../../shared/domain/clock/fire.ts';
import { goesOn, resumedByCap } from '../../shared/domain/clock/pause.ts';
import { isReached, passReach } from '../../shared/domain/clock/reach.ts';
import { type Clock, type ClockPoint, nextPoint } from '../../shared/domain/clock/state.ts';
import { newEventId, newTaskId } from '../../shared/domain/ids.ts';
import type { Edition } from '../../shared/domain/policy/edition.ts';
import { routedOnly } from '../../shared/domain/referral/feedback.ts';
import { LOOK_AGAIN, offerAgain } from '../../shared/domain/referral/look-again.ts';
import {
  leadOf,
  type Referral,
  type RoutedReferral,
} from '../../shared/domain/referral/referral.ts';
import { unrouted } from '../../shared/domain/routing/decide.ts';
import { routingIds } from '../../shared/domain/routing/ids.ts';
import { nationalDesk } from '../../shared/domain/routing/national-desk.ts';
import { planRouting } from '../../shared/domain/routing/plan.ts';
import { nextDeadline } from '../../shared/domain/task/new-task.ts';
import { hasEnded } from '../../shared/domain/task/task.ts';
import { metrics } from '../../shared/platform/metrics.ts';
import { logger } from '../../shared/platform/observability.ts';
import type { Store } from '../../shared/platform/runtime.ts';
import { Overtaken } from '../../shared/store/journal.ts';
import type { Receipts } from '../../shared/store/receipts.ts';

type Deps = Pick<Store, 'records' | 'journal' | 'policy' | 'now' | 'bytes' | 'derive'> & {
  readonly receipts: Pick<Receipts, 'deliveredAt' | 'fetchedAt'>;
};

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
  let clock = await awakened(deps, due, edition);
  for (;;) {
    const point = nextPoint(clock);
    const decision = fire(clock, now(), ladder, newEventId(bytes));
    if (!point || !decision) return;
    if (clock.name === 'routing' && point.what === 'due') return byHand(deps, referral, clock);
    if (clock.name === LOOK_AGAIN && point.what === 'due') {
      return backToFamily(deps, routedOnly(referral), clock, edition);
    }
    const spoken = (await isSilent(deps, clock, point)) ? passReach(clock) : decision;
    await journal.commit(spoken);
    told(clock, point, spoken.events.length > 0);
    const [fired] = spoken.kept;
    if (fired?.what !== 'clock') return;
    clock = fired;
  }
}

/** A task that a system of its agency took, or somebody there opened, needs no call on that account. */
async function isSilent(
  { receipts }: Deps,
  { subject, holder }: Clock,
  { what }: ClockPoint,
): Promise<boolean> {
  if (what !== 'reach' || subject.kind !== 'task') return false;
  const deliveredAt = await receipts.deliveredAt(subject.id);
  return isReached({ deliveredAt, fetchedAt: await receipts.fetchedAt(subject.id, holder) });
}

function told({ name, subject }: Clock, { what }: ClockPoint, spoke: boolean): void {
  logger.info('clock', { clock: name, subject: subject.id, what, spoke });
  if (what === 'reach' && spoke) metrics.addMetric('TasksUnreached', MetricUnit.Count, 1);
  if (what !== 'warn' && what !== 'reach') metrics.addMetric('ClocksOverdue', MetricUnit.Count, 1);
}

/** A clock that has rested as long as it may goes on by itself, and its task is due accordingly. */
async function awakened(
  { records, journal, now, bytes }: Deps,
  clock: Clock,
  { calendar }: Edition,
): Promise<Clock> {
  const resumed = resumedByCap(clock, now(), calendar);
  if (!resumed) return clock;
  const { subject } = resumed;
  const decision = goesOn(resumed, now(), newEventId(bytes));
  const task = subject.kind === 'task' ? await records.task(subject.id) : undefined;
  const beside = task
    ? (await records.clocksOf(subject)).filter(({ name }) => name !== clock.name)
    : [];
  const due = nextDeadline([resumed, ...beside]);
  const moved =
    task && !hasEnded(task) ? [{ ...task, version: task.version + 1, deadline: due }] : [];
  await journal.commit({ ...decision, kept: [...decision.kept, ...moved] });
  return resumed;
}

/** The day has come to offer support again to a family that declined. */
async function backToFamily(
  { journal, now, bytes }: Deps,
  referral: RoutedReferral,
  clock: Clock,
  edition: Edition,
): Promise<void> {
  const ids = { task: newTaskId(bytes), event: newEventId(bytes) };
  await journal.commit(offerAgain(clock, referral, now(), ids, edition));
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
