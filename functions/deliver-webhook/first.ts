import { reachesExcluded } from '../../shared/domain/recall/reaches.ts';
import { textOf } from '../../shared/domain/time.ts';
import { released } from '../../shared/domain/webhook/admission.ts';
import {
  attempted,
  type Delivery,
  isDelivered,
  isGone,
  putAside,
} from '../../shared/domain/webhook/delivery.ts';
import { begunAnew, type Health } from '../../shared/domain/webhook/health.ts';
import { type ClaimedLane, givenBack, laneName } from '../../shared/domain/webhook/lane.ts';
import { type Report, reported } from '../../shared/domain/webhook/reported.ts';
import type { FeedEntry } from '../../shared/store/feed.ts';
import { type Attempted, attemptAt } from './attempt.ts';
import { type Deps, named, type Telling } from './deps.ts';
import { disabling, newsWrites } from './tell-owner.ts';
import { queueSeconds, wakeByQueue } from './wakes.ts';

/** Where the lane stands now, and how its endpoint fares. */
export interface Went {
  readonly to: 'next' | 'later';
  readonly health: Health;
}

interface First {
  readonly telling: Telling;
  readonly own: ClaimedLane;
  readonly delivery: Delivery;
  readonly entry: FeedEntry;
}

/** The first delivery of a claimed lane: looked at once more, sent, recorded, reported. */
export async function deliverFirst(
  deps: Deps,
  telling: Telling,
  own: ClaimedLane,
  known: Health,
): Promise<Went> {
  const { endpoints, feeds, served, clock } = deps;
  const [sequence = 0] = own.waiting;
  const [delivery, entry, endpoint] = await Promise.all([
    endpoints.delivery(own.endpoint, sequence),
    feeds.entry(own.agency, sequence),
    endpoints.find(own.agency, own.endpoint),
  ]);
  // The last look before it is sent: its owner may have switched it off a moment ago.
  if (endpoint?.state !== 'active') {
    await served.change(own, givenBack(own, textOf(clock())));
    await deps.deliveries.wake([{ ...named(telling.endpoint), lane: laneName(own.subject) }]);
    return { to: 'later', health: await release(deps, own, known) };
  }
  if (delivery?.status !== 'waiting') {
    await served.passed(own, textOf(clock()));
    return { to: 'next', health: await release(deps, own, known) };
  }
  if (await isShut(deps, entry)) {
    const after = (standing: Delivery) => putAside(standing, 'withheld');
    await served.record(own, { delivery, at: textOf(clock()), after });
    return { to: 'next', health: await release(deps, own, known) };
  }
  const first = { telling: { ...telling, endpoint }, own, delivery, entry };
  return sent(deps, first, known);
}

/** Looked at again at the last moment: an alleged perpetrator may have been named meanwhile. */
async function isShut(
  { exclusions }: Deps,
  { agency, referral, type }: FeedEntry,
): Promise<boolean> {
  if (reachesExcluded(type)) return false;
  const shut = await exclusions.of([referral]);
  return [...shut.values()].some(({ excluded }) => excluded.includes(agency));
}

async function sent(deps: Deps, first: First, known: Health): Promise<Went> {
  const { telling, delivery, entry, own } = first;
  const made = await attemptAt(deps, { endpoint: telling.endpoint, entry, delivery });
  const endedAt = deps.clock();
  if (isDelivered(made.attempt)) await noted(deps, entry, made.attempt.at);
  const random = deps.random();
  const recorded = await deps.served.record(own, {
    delivery,
    attempt: made.attempt,
    at: textOf(endedAt),
    after: (standing) => attempted(standing, { ...made, endedAt, random }),
    ...(isGone(made.attempt) && { also: () => disabling(deps, named(telling.endpoint), 'gone') }),
  });
  const health = await report(deps, first, { made, at: endedAt, random, known });
  return { to: await followed(deps, first, recorded), health };
}

/** A system was told of a task: a fact worth knowing, and no answer. */
async function noted({ receipts }: Deps, { type, subject }: FeedEntry, at: string): Promise<void> {
  if (type === 'task.requested' && subject.kind === 'task') {
    await receipts.delivered(subject.id, at);
  }
}

/** What comes after it: the next one, the same again in its time, or nothing at this endpoint. */
async function followed(deps: Deps, first: First, recorded: Delivery): Promise<Went['to']> {
  const { deliveries, clock, count } = deps;
  const of = named(first.telling.endpoint);
  const { status, nextAttemptAt } = recorded;
  if (status === 'given-up') count('WebhooksGivenUp', 1);
  if (status === 'parked') {
    count('WebhooksParked', 1);
    await deliveries.wake([of]);
    return 'later';
  }
  if (status !== 'waiting' || !nextAttemptAt) return 'next';
  const seconds = queueSeconds(clock(), Date.parse(nextAttemptAt));
  const lane = laneName(first.own.subject);
  if (seconds !== undefined) await deliveries.wake([{ ...of, lane }], seconds);
  return 'later';
}

interface Ended {
  readonly made: Attempted;
  readonly at: number;
  readonly random: number;
  readonly known: Health;
}

/** How the endpoint fares after it, and what its owner has to be told. */
async function report(deps: Deps, first: First, ended: Ended): Promise<Health> {
  const { made, at, random, known } = ended;
  const { own, telling } = first;
  const { token } = own.lease;
  if (made.isOurs) return release(deps, own, known);
  const of = named(telling.endpoint);
  if (isGone(made.attempt)) {
    const { looked } = await deps.healths.change(of, (health) => ({
      health: begunAnew(released(health, token, at)),
    }));
    return looked.health;
  }
  const { limits } = telling.endpoint;
  const urgent = first.delivery.urgency === 'urgent';
  const said: Report = { ...made, at, token, limits, random, urgent };
  const { before, looked } = await deps.healths.change(
    of,
    async (health) => {
      const after = reported(health, said);
      return { ...after, also: await newsWrites(deps, of, after.news, at) };
    },
    known,
  );
  for (const { what } of looked.news) {
    if (what === 'opened') deps.count('EndpointsOpened', 1);
    if (what === 'worn-out') deps.count('EndpointsDisabled', 1);
  }
  await wakeByQueue(deps, of, before, looked.health);
  return looked.health;
}

/** Nothing was sent, or nothing that tells how the endpoint fares. */
async function release(deps: Deps, own: ClaimedLane, known: Health): Promise<Health> {
  const of = { agency: own.agency, endpoint: own.endpoint };
  const { token } = own.lease;
  const { looked } = await deps.healths.change(
    of,
    (health) => ({ health: released(health, token, deps.clock()) }),
    known,
  );
  return looked.health;
}
