import { MetricUnit } from '@aws-lambda-powertools/metrics';
import type { Absence } from '../../shared/domain/absence/absence.ts';
import type { Clock } from '../../shared/domain/clock/state.ts';
import type { Incident } from '../../shared/domain/incident/incident.ts';
import { type OwedMessage, VISITS_CONSUMER } from '../../shared/domain/journal/messages.ts';
import type { DeliveryQueue } from '../../shared/platform/delivery-queue.ts';
import type { ShutsOut } from '../../shared/platform/go-over.ts';
import { metrics } from '../../shared/platform/metrics.ts';
import { logger } from '../../shared/platform/observability.ts';
import type { OutgoingQueues } from '../../shared/platform/queues.ts';
import type { Due, DueIndex, Unreceived } from '../../shared/store/due.ts';
import { wakeDeliveries } from './wake-deliveries.ts';

interface Deps {
  readonly due: DueIndex;
  readonly fireClock: (clock: Clock) => Promise<void>;
  readonly moveWork: (absence: Absence) => Promise<void>;
  readonly moveShut: (part: ShutsOut) => Promise<void>;
  readonly remindIncident: (incident: Incident) => Promise<void>;
  readonly queues: OutgoingQueues;
  readonly deliveries: DeliveryQueue;
  readonly watchDuty: () => Promise<void>;
  readonly oweDigests: () => Promise<void>;
  readonly now: () => string;
}

/** A message that was sent again is left alone this long. */
const RESEND_EVERY_MS = 60_000;
/** Clocks acted on at the same time: what one table takes in without throttling the referrals. */
const SIDE_BY_SIDE = 20;

/**
 * Every minute: acts on the clocks whose time has come, sends again what nobody has confirmed, and
 * wakes the webhooks that are due, looks once an hour where nobody is on duty, and owes agencies without
 * a system their digests. All of it may be done twice without harm. One failure holds up nothing else,
 * and fails the run at its end, so that the alarm sees it.
 */
export const fireClocks = (deps: Deps) => async (): Promise<void> => {
  const { due, queues, deliveries } = deps;
  const at = deps.now();
  const found = await due.until(at);
  // Lost messages first: a referral nobody was told of is worse than a late warning.
  const done = [
    ...(await Promise.allSettled([
      resend({ due, queues }, found.unreceived, at),
      wakeDeliveries(deliveries, found.deliveries, at),
      wakeVisits({ due, queues }, found.visits, at),
      deps.watchDuty(),
      deps.oweDigests(),
    ])),
    ...(await inTurns(found.absences, deps.moveWork)),
    ...(await inTurns(found.shut, deps.moveShut)),
    ...(await inTurns(found.clocks, deps.fireClock)),
    ...(await inTurns(found.incidents, deps.remindIncident)),
  ];
  metrics.addMetric('ClocksDue', MetricUnit.Count, found.clocks.length);
  metrics.addMetric('MessagesResent', MetricUnit.Count, found.unreceived.length);
  metrics.publishStoredMetrics();
  const failed = done.filter(({ status }) => status === 'rejected');
  const { unreadable } = found;
  if (failed.length === 0 && unreadable.length === 0) return;
  logger.error('not everything due was done', { failed: failed.length, unreadable });
  throw new AggregateError(
    failed.map((one) => (one as PromiseRejectedResult).reason),
    'fire-clocks',
  );
};

/** A few at a time; one that fails holds up no other. */
async function inTurns<T>(
  all: readonly T[],
  act: (one: T) => Promise<void>,
): Promise<PromiseSettledResult<void>[]> {
  const done: PromiseSettledResult<void>[] = [];
  for (let from = 0; from < all.length; from += SIDE_BY_SIDE) {
    done.push(...(await Promise.allSettled(all.slice(from, from + SIDE_BY_SIDE).map(act))));
  }
  return done;
}

/** Holds that run out, and visits whose turn it is; done twice it finds nothing more to do. */
async function wakeVisits(
  { due, queues }: Pick<Deps, 'due' | 'queues'>,
  visits: Due['visits'],
  at: string,
): Promise<void> {
  if (visits.length === 0) return;
  const ids = [...new Set(visits.map(({ interview }) => interview))];
  const owed = ids.map((interview): OwedMessage => {
    return { consumer: VISITS_CONSUMER, queue: 'visits', message: { interview } };
  });
  await queues.send(owed, at.replaceAll(/\D/g, ''));
  const next = new Date(Date.parse(at) + RESEND_EVERY_MS).toISOString();
  await Promise.all(visits.map(({ key }) => due.postpone(key, next)));
}

async function resend(
  { due, queues }: Pick<Deps, 'due' | 'queues'>,
  unreceived: readonly Unreceived[],
  at: string,
): Promise<void> {
  if (unreceived.length === 0) return;
  logger.warn('sending again', { messages: unreceived.length });
  await queues.send(
    unreceived.map(({ owed }) => owed),
    at.replaceAll(/\D/g, ''),
  );
  const next = new Date(Date.parse(at) + RESEND_EVERY_MS).toISOString();
  await Promise.all(unreceived.map(({ key }) => due.postpone(key, next)));
}
