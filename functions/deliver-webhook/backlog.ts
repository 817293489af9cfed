import { hasRoom } from '../../shared/domain/webhook/admission.ts';
import { begunAnew, emptied, type Health } from '../../shared/domain/webhook/health.ts';
import { type Deps, named, type Telling } from './deps.ts';
import { tellLane } from './lane.ts';

/** Read at once: the nearest deadlines, taken one after the other. */
const PAGE = 10;

/** An endpoint that was proved or switched on a moment ago: whatever failed before, it begins anew. */
export async function beginAnew(deps: Deps, { endpoint }: Telling): Promise<void> {
  if (endpoint.next === undefined) return;
  await deps.healths.change(named(endpoint), (health) => ({ health: begunAnew(health) }));
  await deps.endpoints.lookedAfter(endpoint);
}

/** What waits for the endpoint itself, nearest deadline first, for as long as it lets anybody in. */
export async function tellBacklog(deps: Deps, telling: Telling): Promise<void> {
  const { lanes, deliveries, clock } = deps;
  const { endpoint, until } = telling;
  const of = named(endpoint);
  for (;;) {
    const names = await lanes.backlog(endpoint.id, PAGE);
    if (names.length === 0) return nothingWaits(deps, telling);
    let went = 0;
    for (const [place, name] of names.entries()) {
      if (clock() >= until) return deliveries.wake([of]);
      const { to, health } = await tellLane(deps, telling, name);
      if (to === 'down' || to === 'busy') return;
      if (to === 'taken') continue;
      went += 1;
      if (place < names.length - 1) await callAnother(deps, telling, health);
    }
    // The index shows only what others have in hand already.
    if (went === 0) return;
  }
}

/** Each that comes through brings one more, until there are as many as the endpoint bears. */
async function callAnother(deps: Deps, { endpoint }: Telling, health: Health | undefined) {
  if (health && hasRoom(health, deps.clock(), endpoint.limits)) {
    await deps.deliveries.wake([named(endpoint)]);
  }
}

async function nothingWaits({ healths, clock }: Deps, { endpoint }: Telling): Promise<void> {
  await healths.change(named(endpoint), (health) => ({ health: emptied(health, clock()) }));
}
