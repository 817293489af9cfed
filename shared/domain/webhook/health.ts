import * as z from 'zod';
import { AgencyId, EndpointId } from '../ids.ts';
import { LEASE_MS, LOOK_AGAIN_MS } from './patience.ts';

/** Milliseconds since the epoch. */
const At = z.int().min(0);

/**
 * `open`: nothing is sent but one probe at a time, rarer and rarer (half-open while it is under way).
 * `recovering`: it has answered; a failure opens it again, further down the same schedule.
 */
const Breaker = z.discriminatedUnion('state', [
  z.object({ state: z.literal('closed') }),
  z.object({
    state: z.literal('open'),
    /** Failed probes since it opened. */
    probes: z.int().min(0),
    lastProbe: At,
    nextProbe: At,
    /** The slot of the probe under way. */
    probe: z.string().optional(),
  }),
  z.object({ state: z.literal('recovering'), probes: z.int().min(0) }),
]);

/** Since when an endpoint has not taken anything, and what its owner has been told of it. */
const Failing = z.object({
  since: At,
  attempts: z.int().min(1),
  /** Days of the epoch on which it was tried. */
  days: z.array(z.int()),
  told: z.array(z.object({ what: z.enum(['urgent', 'day', 'last']), at: At })),
});

/** How one endpoint fares: who is sending to it, how much it bears, and whether it answers. */
export const Health = z.object({
  what: z.literal('health'),
  agency: AgencyId,
  endpoint: EndpointId,
  version: z.int().min(0),
  breaker: Breaker,
  /** Lanes at work at once: 1, 2, 4 … as it answers, half of it whenever that was too much. */
  width: z.int().min(1),
  /** Taken at this width. */
  good: z.int().min(0),
  /** Senders at work; one that died counts until then. */
  slots: z.array(z.object({ token: z.string(), since: At, until: At })),
  recent: z.array(z.object({ at: At, ok: z.boolean() })),
  /** Left alone until then: it said so, or was too slow. */
  restsUntil: At,
  /** Answers in a row that it was too much. */
  tooMuch: z.int().min(0),
  /** When the next attempt may start, by attempts a second. */
  nextStart: At,
  failing: Failing.optional(),
  /** When a lane was last sent to the backlog; absent where none waits there. */
  heldAt: At.optional(),
  /** When the minute looks after the backlog; present whenever a lane may wait there. */
  next: At.optional(),
});
export type Health = z.infer<typeof Health>;
export type Failing = z.infer<typeof Failing>;

/** An endpoint nothing is known of yet: one lane first, like one that has just come back. */
export const unknownHealth = (of: Pick<Health, 'agency' | 'endpoint'>): Health => ({
  what: 'health',
  agency: of.agency,
  endpoint: of.endpoint,
  version: 0,
  breaker: { state: 'closed' },
  width: 1,
  good: 0,
  slots: [],
  recent: [],
  restsUntil: 0,
  tooMuch: 0,
  nextStart: 0,
});

/** The slots of senders that are alive. */
export const alive = ({ slots }: Pick<Health, 'slots'>, at: number): Health['slots'] =>
  slots.filter(({ until }) => until > at);

/** With the time at which somebody has to look after what waits for the endpoint. */
export function lookedAt(health: Health, at: number): Health {
  const { next: _, ...rest } = health;
  return health.heldAt === undefined ? rest : { ...rest, next: nextLook(health, at) };
}

function nextLook({ breaker, restsUntil, ...health }: Health, at: number): number {
  if (breaker.state !== 'open') {
    const look = (health.heldAt ?? at) + LOOK_AGAIN_MS;
    return restsUntil > at ? restsUntil : look > at ? look : at + LOOK_AGAIN_MS;
  }
  const probing = alive(health, at).some(({ token }) => token === breaker.probe);
  return probing ? at + LEASE_MS : Math.max(breaker.nextProbe, restsUntil, at);
}

/** The backlog was found empty: nobody has to look any more, once all who were refused have gone there. */
export function emptied(health: Health, at: number): Health {
  const { heldAt, next, ...rest } = health;
  if (heldAt === undefined || at - heldAt >= LOOK_AGAIN_MS) {
    return heldAt === undefined && next === undefined ? health : rest;
  }
  const look = heldAt + LOOK_AGAIN_MS;
  return next === look ? health : { ...health, next: look };
}

/** What waits for the proof of an endpoint is looked after until it has come. */
export function keptWaiting(health: Health, at: number, forMs: number, joins: boolean): Health {
  const heldAt = joins ? at : health.heldAt;
  return heldAt === undefined ? health : { ...health, heldAt, next: at + forMs };
}

/** A new beginning: the address was proved, or nothing is sent there any more. Senders at work stay. */
export const begunAnew = ({ version, slots, nextStart, ...health }: Health): Health => ({
  ...unknownHealth(health),
  ...{ version, slots, nextStart },
  ...(health.heldAt !== undefined && { heldAt: health.heldAt }),
  ...(health.next !== undefined && { next: health.next }),
});
