import { textOf } from '../../shared/domain/time.ts';
import { type Admission, admit, released } from '../../shared/domain/webhook/admission.ts';
import type { Health } from '../../shared/domain/webhook/health.ts';
import {
  type ClaimedLane,
  held,
  isItsTurn,
  type Lane,
  laneName,
} from '../../shared/domain/webhook/lane.ts';
import { LEASE_MS } from '../../shared/domain/webhook/patience.ts';
import { type Deps, type Named, named, type Telling } from './deps.ts';
import { deliverFirst } from './first.ts';
import { wakeByQueue } from './wakes.ts';

export interface Told {
  /**
   * `all` has been told, or the rest `later`; `taken` by somebody else, or not its turn; the endpoint
   * is `busy` with others, or `down`: it waits in the backlog.
   */
  readonly to: 'all' | 'later' | 'taken' | 'busy' | 'down';
  /** How the endpoint fared at the last look. */
  readonly health?: Health;
}

/** After this a lane that was refused for others at work asks again, should they have missed it. */
const ASK_AGAIN_SECONDS = 2;

/**
 * One attempt after the other at what waits of one subject, for as long as each is taken. The lane
 * is claimed for one attempt at a time, so whoever dies holds it up until the lease ends.
 */
export async function tellLane(deps: Deps, telling: Telling, name: string): Promise<Told> {
  const { endpoint, until } = telling;
  let health: Health | undefined;
  for (;;) {
    const lane = await deps.lanes.find(endpoint.id, name);
    if (!lane) return { to: 'all', ...(health && { health }) };
    if (!isItsTurn(lane, textOf(deps.clock()))) return { to: 'taken', ...(health && { health }) };
    const entered = await enter(deps, telling, lane);
    if ('to' in entered) return entered;
    const went = await deliverFirst(deps, telling, entered.own, entered.health);
    health = went.health;
    if (went.to === 'later') return { to: 'later', health };
    if (deps.clock() >= until) {
      await deps.deliveries.wake([{ ...named(endpoint), lane: name }]);
      return { to: 'later', health };
    }
  }
}

interface Entered {
  readonly own: ClaimedLane;
  readonly health: Health;
}

/** Room at the endpoint first, then the lane: who gets one and not the other gives it back. */
async function enter(deps: Deps, { endpoint }: Telling, lane: Lane): Promise<Entered | Told> {
  const { healths, clock, newToken, served, sleep } = deps;
  const token = newToken();
  const { limits } = endpoint;
  const of = named(endpoint);
  const asking = () => ({ at: clock(), token, limits, fresh: lane.tried === 0 });
  const { before, looked } = await healths.change(
    of,
    (health): Admission => admit(health, asking()),
  );
  const { health } = looked;
  if (!looked.admitted) {
    await wakeByQueue(deps, of, before, health);
    await refused(deps, of, lane, looked.because);
    return { to: looked.because, health };
  }
  await sleep(Math.max(0, looked.startsAt - clock()));
  const own = await served.claim(lane, { token, until: textOf(clock() + LEASE_MS) });
  if (own) return { own, health };
  await healths.change(of, (now) => ({ health: released(now, token, clock()) }));
  return { to: 'taken', health };
}

/** Into the backlog; what is there already stays. */
async function refused(deps: Deps, of: Named, lane: Lane, because: 'down' | 'busy'): Promise<void> {
  if (lane.held || !(await deps.served.change(lane, held(lane)))) return;
  // Those at work may have looked at the backlog just before.
  const again = { ...of, lane: laneName(lane.subject) };
  if (because === 'busy') await deps.deliveries.wake([again], ASK_AGAIN_SECONDS);
}

/** Into the backlog, unless somebody has it in hand or it has gone. */
export async function hold(deps: Deps, { endpoint }: Named, name: string): Promise<void> {
  const lane = await deps.lanes.find(endpoint, name);
  if (!lane || lane.held || !isItsTurn(lane, textOf(deps.clock()))) return;
  await deps.served.change(lane, held(lane));
}
