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

/** A lane's name beside its endpoint: `task#tsk_…`. */
export const laneName = ({ kind, id }: Pick<Subject, 'kind' | 'id'>): string => `${kind}#${id}`;

/** The lane in the hands of one sender; nothing where it is not its turn, or another is at work. */
export function claimed(lane: Lane, at: string, lease: NonNullable<Lane['lease']>) {
  if (lane.held || lane.nextAt > at || (lane.lease && lane.lease.until > at)) return undefined;
  return { ...lane, version: lane.version + 1, lease, nextAt: lease.until };
}

/** The lane after its first delivery was tried: the next one's turn, or the same again later. */
export function afterAttempt(
  { lease: _, ...lane }: Lane,
  { status, nextAttemptAt, attempts }: Delivery,
): Lane {
  if (status === 'waiting' && nextAttemptAt) {
    return { ...lane, tried: lane.tried + 1, nextAt: nextAttemptAt };
  }
  const at = attempts.at(-1)?.at ?? lane.nextAt;
  return { ...lane, waiting: lane.waiting.slice(1), tried: 0, nextAt: at };
}
