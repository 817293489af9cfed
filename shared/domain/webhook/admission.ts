import type { Limits } from './endpoint.ts';
import { alive, type Health, lookedAt } from './health.ts';
import { FRESH_PROBE_MS, LEASE_MS, REFUSED_AGAIN_MS, STUCK_MS, TURN_MOST_MS } from './patience.ts';

interface Asking {
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly token: string;
  readonly limits: Limits;
  /** Nothing of this lane has been tried yet. */
  readonly fresh: boolean;
}

export type Admission =
  | { readonly admitted: true; readonly health: Health; readonly startsAt: number }
  | { readonly admitted: false; readonly health: Health; readonly because: 'down' | 'busy' };

/** Whether a sender may start an attempt at this endpoint, and when; who may not goes to the backlog. */
export function admit(health: Health, asking: Asking): Admission {
  const { at } = asking;
  const slots = alive(health, at);
  if (health.restsUntil > at) return refused(health, at, 'down');
  if (health.breaker.state === 'open') {
    return mayProbe(health, slots, asking) ? probing(health, asking) : refused(health, at, 'down');
  }
  if (isFull(health, slots, asking)) return refused(health, at, 'busy');
  const startsAt = Math.max(at, health.nextStart);
  if (startsAt - at > TURN_MOST_MS) return refused(health, at, 'busy');
  return taken(health, asking, startsAt);
}

/** Somebody waits long for an answer: until it is known how that ends nobody follows. */
function isFull({ width }: Health, slots: Health['slots'], { at, limits }: Asking): boolean {
  const isStuck = slots.some(({ since }) => at - since >= STUCK_MS);
  return isStuck || slots.length >= Math.min(width, limits.atOnce);
}

/** One at a time, by the schedule; news that nobody has tried yet is a reason to look sooner. */
function mayProbe({ breaker }: Health, slots: Health['slots'], { at, fresh }: Asking): boolean {
  if (breaker.state !== 'open' || slots.length > 0) return false;
  return at >= breaker.nextProbe || (fresh && at >= breaker.lastProbe + FRESH_PROBE_MS);
}

function probing(health: Health, asking: Asking): Admission {
  const { at, token } = asking;
  if (health.breaker.state !== 'open') return refused(health, at, 'down');
  const breaker = { ...health.breaker, lastProbe: at, probe: token };
  return taken({ ...health, breaker }, asking, at);
}

function taken(health: Health, { at, token, limits }: Asking, startsAt: number): Admission {
  const slots = [...alive(health, at), { token, since: startsAt, until: at + LEASE_MS }];
  const nextStart = startsAt + Math.ceil(1000 / limits.perSecond);
  return { admitted: true, health: lookedAt({ ...health, slots, nextStart }, at), startsAt };
}

function refused(health: Health, at: number, because: 'down' | 'busy'): Admission {
  const known = health.heldAt !== undefined && at - health.heldAt < REFUSED_AGAIN_MS;
  if (known && health.next !== undefined && health.next > at) {
    return { admitted: false, health, because };
  }
  return { admitted: false, health: lookedAt({ ...health, heldAt: at }, at), because };
}

/** Nothing was sent after all. */
export function released(health: Health, token: string, at: number): Health {
  const slots = alive(health, at).filter((slot) => slot.token !== token);
  return lookedAt({ ...health, slots }, at);
}

/** Whether one more sender would find room beside the one that asks and goes on. */
export const hasRoom = (health: Health, at: number, limits: Limits): boolean =>
  health.breaker.state !== 'open' &&
  health.restsUntil <= at &&
  alive(health, at).length + 1 < Math.min(health.width, limits.atOnce);
