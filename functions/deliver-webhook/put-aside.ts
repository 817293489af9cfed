import { textOf } from '../../shared/domain/time.ts';
import { type Delivery, putAside } from '../../shared/domain/webhook/delivery.ts';
import type { WebhookEndpoint } from '../../shared/domain/webhook/endpoint.ts';
import { begunAnew, type Health } from '../../shared/domain/webhook/health.ts';
import { type Lane, laneName, without } from '../../shared/domain/webhook/lane.ts';
import { writesOf } from '../../shared/store/commit.ts';
import type { Deps, Named } from './deps.ts';
import { onParked } from './on-parked.ts';

/** `parked`: the endpoint is switched off; `given-up`: it was removed. */
export type Aside = 'parked' | 'given-up';

/** A transaction holds a hundred writes. */
const AT_ONCE = 40;

/** What waits of one subject will not be sent; whoever is at work on it records what comes of that. */
export async function putLaneAside(
  deps: Deps,
  { endpoint }: Named,
  name: string,
  status: Aside,
): Promise<void> {
  for (;;) {
    const lane = await deps.lanes.find(endpoint, name);
    if (!lane) return;
    await putFirstAside(deps, lane, status);
  }
}

async function putFirstAside(deps: Deps, lane: Lane, status: Aside): Promise<void> {
  const { endpoints, served, clock, count } = deps;
  const first = lane.waiting.slice(0, AT_ONCE);
  const found = await Promise.all(
    [...new Set(first)].map((sequence) => endpoints.delivery(lane.endpoint, sequence)),
  );
  const put = found.flatMap((one): Delivery[] =>
    one?.status === 'waiting' ? [putAside(one, status)] : [],
  );
  const events = status === 'parked' && put.length > 0 ? await onParked(deps, lane, put) : [];
  const next = without(lane, first.length, textOf(clock()));
  // Otherwise something joined it, or an attempt was recorded: it is read again.
  if (!(await served.putAside(lane, next, put, writesOf({ kept: [], events })))) return;
  // What its owner removed is no cause for alarm.
  if (status === 'parked') count('WebhooksParked', put.length);
}

/** Everything that waits for an endpoint; what is not done in time is done by the next invocation. */
export async function endAside(
  deps: Deps,
  of: Named,
  endpoint: WebhookEndpoint | undefined,
  until: number,
): Promise<void> {
  for (const { subject } of await deps.lanes.of(of.endpoint)) {
    if (deps.clock() >= until) return deps.deliveries.wake([of]);
    await putLaneAside(deps, of, laneName(subject), endpoint ? 'parked' : 'given-up');
  }
  if (!endpoint) return deps.healths.forget(of);
  await deps.healths.change(of, (health) => ({ health: atRest(health) }));
  if (endpoint.next !== undefined) await deps.endpoints.lookedAfter(endpoint);
}

/** Nothing waits any more, and what failed before no longer counts. */
function atRest(health: Health): Health {
  const { heldAt, next, ...anew } = begunAnew(health);
  return heldAt === undefined && next === undefined && !health.failing ? health : anew;
}
