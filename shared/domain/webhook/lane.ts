import * as z from 'zod';
import { AgencyId, EndpointId } from '../ids.ts';
import { Subject } from '../journal/event.ts';
import { Instant } from '../time.ts';
import type { Delivery } from './delivery.ts';

/**
 * The order in which one endpoint is told of one subject: what is first in `waiting` is delivered,
 * given up or put aside before the next one starts. Other subjects have lanes of their own.
 */
export const Lane = z.object({
  agency: AgencyId,
  endpoint: EndpointId,
  subject: Subject,
  /** Tells this lane from one of the same name that was removed before it. */
  born: z.string(),
  /** Feed sequences, in order; a lane in which nothing waits is removed. */
  waiting: z.array(z.int().min(1)),
  /** Attempts made at the first of them. */
  tried: z.int().min(0),
  /** When the first of them is due. */
  nextAt: Instant,
  /** The nearest deadline of what waits: after an outage it decides who goes first. */
  deadline: Instant.optional(),
  version: z.int().min(1),
  /** The one sender at work on it, and until when it counts as alive. */
  lease: z.object({ token: z.string(), until: Instant }).optional(),
  /** Waits for the endpoint itself, in its backlog, and not for an instant. */
  held: z.boolean().optional(),
});
export type Lane = z.infer<typeof Lane>;
export type Lease = NonNullable<Lane['lease']>;
/** In the hands of one sender. */
export type ClaimedLane = Lane & { readonly lease: Lease };

/** A lane's name beside its endpoint: `task#tsk_…`. */
export const laneName = ({ kind, id }: Pick<Subject, 'kind' | 'id'>): string => `${kind}#${id}`;

/** Whether it is this lane's turn: nobody is at work on it, and it is due or waits for the endpoint. */
export const isItsTurn = ({ lease, held, nextAt }: Lane, at: string): boolean =>
  !(lease && lease.until > at) && (held === true || nextAt <= at);

/** In the hands of one sender; should that die, the lane is due when its lease has run out. */
export const claimed = ({ held: _, ...lane }: Lane, lease: Lease): ClaimedLane => ({
  ...lane,
  lease,
  nextAt: lease.until,
});

/** Given back as it was: nothing was sent. */
export const givenBack = ({ lease: _, ...lane }: Lane, at: string): Lane => ({
  ...lane,
  nextAt: at,
});

/** In the backlog of its endpoint. */
export const held = ({ lease: _, ...lane }: Lane): Lane => ({ ...lane, held: true });

/** What is first has left the lane: the next one's turn. */
export const passed = ({ lease: _, ...lane }: Lane, at: string): Lane => ({
  ...lane,
  waiting: lane.waiting.slice(1),
  tried: 0,
  nextAt: at,
});

/** The lane after its first delivery was tried: the next one's turn, or the same again later. */
export function afterAttempt(lane: Lane, { status, nextAttemptAt }: Delivery, at: string): Lane {
  if (status !== 'waiting' || !nextAttemptAt) return passed(lane, at);
  return { ...givenBack(lane, nextAttemptAt), tried: lane.tried + 1 };
}

/** Several of the first have been put aside at once, whoever was at work on them. */
export const without = ({ lease: _, ...lane }: Lane, count: number, at: string): Lane => ({
  ...lane,
  waiting: lane.waiting.slice(count),
  tried: 0,
  nextAt: at,
});
