import * as z from 'zod';
import { AgencyId, EndpointId, EventId } from '../ids.ts';
import { EventType, Subject } from '../journal/event.ts';
import { Urgency } from '../task/statuses.ts';
import { Instant } from '../time.ts';
import { SealedBox } from './endpoint.ts';

export const Attempt = z.object({
  at: Instant,
  status: z.int().optional(),
  error: z.string().max(60).optional(),
  milliseconds: z.int().min(0),
  /** The beginning of the answer: another's words, so sealed. */
  excerpt: SealedBox.optional(),
  /** The numbers of the keys that signed. */
  keys: z.array(z.int()).optional(),
  /** Which sending by hand it belongs to; absent for the first sending. */
  replay: z.int().min(1).optional(),
});
export type Attempt = z.infer<typeof Attempt>;

/**
 * `parked`: its endpoint is switched off, and it can be sent again by hand. `withheld`: the agency may
 * no longer be told.
 */
export const DeliveryStatus = z.enum(['waiting', 'delivered', 'given-up', 'parked', 'withheld']);
export type DeliveryStatus = z.infer<typeof DeliveryStatus>;

/** What happened to one webhook: every attempt, and when the next one is due. */
export const Delivery = z.object({
  agency: AgencyId,
  endpoint: EndpointId,
  sequence: z.int().min(1),
  event: EventId,
  type: EventType,
  subject: Subject,
  deadline: Instant.optional(),
  urgency: Urgency.optional(),
  status: DeliveryStatus,
  attempts: z.array(Attempt),
  nextAttemptAt: Instant.optional(),
  /** How often it was sent again by hand. */
  replays: z.int().min(0),
  version: z.int().min(1),
});
export type Delivery = z.infer<typeof Delivery>;

/**
 * Pauses after each failed attempt, in seconds: eleven attempts, over 72 h also when every pause is
 * a fifth shorter. Work is never held up by them, for the recipient's clocks run whatever the
 * machine does.
 */
const PAUSES = [5, 60, 300, 900, 3600, 7200, 14_400, 43_200, 86_400, 172_800] as const;
/** A fifth either way, so that endpoints that failed together do not come back together. */
const SPREAD = 0.2;

/** Seconds until the next attempt, or nothing when there is to be none. `random` is in [0, 1). */
export function pauseAfter(attempts: number, random: number, retryAfter = 0): number | undefined {
  const pause = PAUSES[attempts - 1];
  if (pause === undefined) return undefined;
  return Math.max(retryAfter, pause * (1 - SPREAD + 2 * SPREAD * random));
}

/** Only a 2xx delivers. A redirect is an answer from the wrong place and counts as a failure. */
export const isDelivered = ({ status }: Attempt): boolean =>
  status !== undefined && status >= 200 && status < 300;

/** The endpoint says that it is gone: nothing more is sent for this entry. */
export const isGone = ({ status }: Attempt): boolean => status === 410;

/** The delivery after an attempt. */
export function attempted(
  delivery: Delivery,
  attempt: Attempt,
  nextAttemptAt: string | undefined,
): Delivery {
  const attempts = [...delivery.attempts, attempt];
  const base = { ...delivery, attempts, version: delivery.version + 1 };
  if (isDelivered(attempt)) return { ...base, status: 'delivered', nextAttemptAt: undefined };
  if (isGone(attempt) || !nextAttemptAt) {
    return { ...base, status: 'given-up', nextAttemptAt: undefined };
  }
  return { ...base, nextAttemptAt };
}
