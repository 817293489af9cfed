import * as z from 'zod';
import { AgencyId, EndpointId, EventId } from '../ids.ts';
import { EventType, Subject } from '../journal/event.ts';
import { Urgency } from '../task/statuses.ts';
import { Instant, textOf } from '../time.ts';
import { SealedBox } from './endpoint.ts';
import { isTriedOut, pauseAfter } from './schedule.ts';

export const Attempt = z.object({
  at: Instant,
  status: z.int().optional(),
  error: z.string().max(60).optional(),
  milliseconds: z.int().min(0),
  /** The host it was sent to: the rest of an address may be a secret. */
  host: z.string().max(300).optional(),
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
  /** When it happened. */
  at: Instant.optional(),
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

/** Only a 2xx delivers. A redirect is an answer from the wrong place and counts as a failure. */
export const isDelivered = ({ status }: Attempt): boolean =>
  status !== undefined && status >= 200 && status < 300;

/** The endpoint says that it is gone: nothing more is sent there at all. */
export const isGone = ({ status }: Attempt): boolean => status === 410;

interface After {
  readonly attempt: Attempt;
  /** Milliseconds since the epoch when it had ended. */
  readonly endedAt: number;
  /** Seconds the receiver asked to be left alone. */
  readonly retryAfter: number;
  /** In [0, 1). */
  readonly random: number;
}

/** What has left `waiting` meanwhile keeps its place; an attempt that was made is never left out. */
export function attempted(delivery: Delivery, after: After): Delivery {
  const { attempt } = after;
  const attempts = [...delivery.attempts, attempt];
  const { nextAttemptAt: _, ...rest } = delivery;
  const base = { ...rest, attempts, version: delivery.version + 1 };
  if (isDelivered(attempt)) return { ...base, status: 'delivered' };
  if (delivery.status !== 'waiting') return base;
  if (isGone(attempt)) return { ...base, status: 'parked' };
  const next = nextOf(base, after);
  return next === undefined ? { ...base, status: 'given-up' } : { ...base, nextAttemptAt: next };
}

/** When the one after it is due; each sending by hand has the whole schedule before it. */
function nextOf(delivery: Delivery, { endedAt, retryAfter, random }: After): string | undefined {
  const sending = sendingOf(delivery);
  const since = Date.parse(sending[0]?.at ?? textOf(endedAt));
  if (isTriedOut(sending.length, endedAt - since)) return undefined;
  const pause = pauseAfter(sending.length, { random, retryAfter });
  return textOf(endedAt + pause * 1000);
}

const sendingOf = ({ attempts, replays }: Delivery): Attempt[] =>
  attempts.filter(({ replay = 0 }) => replay === replays);

/** Taken from the queue without an attempt: the agency may no longer be told, or nobody listens. */
export function putAside(
  { nextAttemptAt: _, ...delivery }: Delivery,
  status: 'withheld' | 'parked' | 'given-up',
): Delivery {
  return { ...delivery, version: delivery.version + 1, status };
}
