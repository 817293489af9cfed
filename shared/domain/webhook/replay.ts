import { Refusal } from '../refusal.ts';
import type { Delivery } from './delivery.ts';
import type { WebhookEndpoint } from './endpoint.ts';
import { type Lane, laneName } from './lane.ts';

/** Sent again in one go: each is written with its lane, and a transaction holds a hundred writes. */
export const REPLAYED_MOST = 40;

/** Nothing is sent again to an address that is switched off, or that nobody has proved. */
export function mayReplay({ state }: Pick<WebhookEndpoint, 'state'>): void {
  if (state === 'disabled') throw new Refusal('endpoint-disabled');
  if (state === 'unproven') throw new Refusal('endpoint-unproven');
}

/** What waits is sent anyway, and of what was withheld the agency may not be told. */
export const canBeReplayed = ({ status }: Delivery): boolean =>
  status === 'delivered' || status === 'given-up' || status === 'parked';

/** Sent again by hand: the webhook's id stays, for it is the event's; the sending has its own number. */
export function replayed({ nextAttemptAt: _, ...delivery }: Delivery): Delivery {
  const { replays, version } = delivery;
  return { ...delivery, status: 'waiting', replays: replays + 1, version: version + 1 };
}

/**
 * A lane with deliveries that are sent again. It stays in the order of the feed; only what a sender
 * has in hand at this moment stays first, for that is under way.
 */
export function rejoined(lane: Lane, sequences: readonly number[], at: string): Lane {
  const inHand = lane.lease ? lane.waiting.slice(0, 1) : [];
  const others = new Set([...lane.waiting.slice(inHand.length), ...sequences]);
  for (const one of inHand) others.delete(one);
  const waiting = [...inHand, ...[...others].toSorted((a, b) => a - b)];
  if (waiting[0] === lane.waiting[0]) return { ...lane, waiting };
  return { ...lane, waiting, tried: 0, nextAt: lane.held ? lane.nextAt : at };
}

/** A lane for deliveries of a subject of which nothing waits. */
export function begun(deliveries: readonly [Delivery, ...Delivery[]], at: string): Lane {
  const [{ agency, endpoint, subject }] = deliveries;
  const waiting = deliveries.map(({ sequence }) => sequence).toSorted((a, b) => a - b);
  const deadline = deliveries.flatMap((one) => one.deadline ?? []).toSorted()[0];
  return {
    ...{ agency, endpoint, subject, waiting, tried: 0, nextAt: at, version: 1 },
    born: `${at}#${waiting[0]}`,
    ...(deadline && { deadline }),
  };
}

/** By the lanes they go through. */
export const byLane = (deliveries: readonly Delivery[]): Map<string, Delivery[]> =>
  Map.groupBy(deliveries, ({ subject }) => laneName(subject));
