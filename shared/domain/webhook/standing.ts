import { textOf } from '../time.ts';
import { type Delivery, isDelivered } from './delivery.ts';
import type { Health } from './health.ts';
import type { Lane } from './lane.ts';

/** What is looked at of an endpoint to say how it fares. */
interface Looked {
  readonly lanes: readonly Lane[];
  /** There are more subjects than were looked at. */
  readonly more: boolean;
  /** The newest deliveries, the last first. */
  readonly deliveries: readonly Delivery[];
  readonly health: Health | undefined;
}

/** How an endpoint fares, in words of its owner: what waits, until when, and since when nothing goes. */
export function standingOf({ lanes, more, deliveries, health }: Looked) {
  const failing = health?.failing?.since;
  return {
    waiting: lanes.reduce((sum, { waiting }) => sum + waiting.length, 0),
    waitingMore: more,
    nextAt: lanes.length > 0 ? nextOf(lanes, health) : undefined,
    failingSince: failing === undefined ? undefined : textOf(failing),
    lastSuccessAt: deliveries
      .flatMap(({ attempts }) => attempts.filter(isDelivered).map(({ at }) => at))
      .toSorted()
      .at(-1),
  };
}

/** An endpoint that does not answer is asked by one probe; whatever waits goes after that. */
function nextOf(lanes: readonly Lane[], health: Health | undefined): string | undefined {
  const own = lanes.filter(({ held }) => !held).map(({ nextAt }) => nextAt);
  const probe = health?.breaker.state === 'open' ? health.breaker.nextProbe : health?.next;
  const probed = probe === undefined ? [] : [textOf(probe)];
  return [...own, ...probed].toSorted()[0];
}
