import type { WebhookEndpoint } from '../../shared/domain/webhook/endpoint.ts';
import { keptWaiting } from '../../shared/domain/webhook/health.ts';
import type { DeliveryMessage } from '../../shared/platform/delivery-queue.ts';
import { beginAnew, tellBacklog } from './backlog.ts';
import { type Deps, named, type Telling } from './deps.ts';
import { hold, tellLane } from './lane.ts';
import { type Aside, endAside, putLaneAside } from './put-aside.ts';

/**
 * New lanes are begun this long; the attempt under way may take 20 s more (a name 5 s, an answer
 * 15 s), and the function has 30.
 */
const GO_ON_MS = 5_000;
/** How often the minute looks whether an endpoint has proved itself, should its wake-up be lost. */
const UNPROVEN_LOOK_MS = 5 * 60_000;

type Prove = (endpoint: WebhookEndpoint) => Promise<void>;

/**
 * Tells an endpoint what waits of one subject, in order, and after it what waits for the endpoint
 * itself. Without a subject it looks after the endpoint: asks for its proof, tells its backlog, puts
 * aside what nobody will send.
 */
export const deliverWebhook =
  (deps: Deps, prove: Prove) =>
  async (message: DeliveryMessage): Promise<void> => {
    const { agency, endpoint: id, lane } = message;
    const of = { agency, endpoint: id };
    const until = deps.clock() + GO_ON_MS;
    const endpoint = await deps.endpoints.find(agency, id);
    const aside = asideOf(endpoint);
    if (aside && lane) return putLaneAside(deps, of, lane, aside);
    if (aside || !endpoint) return endAside(deps, of, endpoint, until);
    if (endpoint.state === 'unproven') return untilProved(deps, endpoint, { lane, prove });
    return tell(deps, { endpoint, until }, lane);
  };

/** Why nobody will send what waits for an endpoint. */
function asideOf(endpoint: WebhookEndpoint | undefined): Aside | undefined {
  if (!endpoint) return 'given-up';
  return endpoint.state === 'disabled' ? 'parked' : undefined;
}

async function tell(deps: Deps, telling: Telling, lane: string | undefined): Promise<void> {
  if (!lane) {
    await beginAnew(deps, telling);
    return tellBacklog(deps, telling);
  }
  const { health } = await tellLane(deps, telling, lane);
  if (health?.heldAt !== undefined) await tellBacklog(deps, telling);
}

/** Nothing real is sent to an address that nobody has proved to be the agency's; it waits. */
async function untilProved(
  deps: Deps,
  endpoint: WebhookEndpoint,
  { lane, prove }: { readonly lane: string | undefined; readonly prove: Prove },
): Promise<void> {
  const { healths, clock } = deps;
  const of = named(endpoint);
  if (!lane) await prove(endpoint);
  // Before the lane goes there: whatever is held has somebody who looks after it.
  await healths.change(of, (health) => {
    const at = clock();
    const isKnown = health.next !== undefined && health.next > at;
    return {
      health: isKnown ? health : keptWaiting(health, at, UNPROVEN_LOOK_MS, lane !== undefined),
    };
  });
  if (lane) await hold(deps, of, lane);
}
