import * as z from 'zod';
import { EndpointId, EventId } from '../domain/ids.ts';
import { EventType } from '../domain/journal/event.ts';
import { Urgency } from '../domain/task/statuses.ts';
import { Instant } from '../domain/time.ts';
import { DeliveryStatus } from '../domain/webhook/delivery.ts';
import { Cursor, Limit, Links, listOf } from './common.ts';
import { endpoint } from './endpoint.ts';

const ofEndpoint = { endpointId: EndpointId };
const Sequence = z.coerce.number().int().min(1).max(999_999_999);
const params = { ...ofEndpoint, sequence: Sequence };

const AttemptView = z.object({
  at: Instant,
  status: z.int().optional(),
  error: z.string().optional(),
  milliseconds: z.int(),
  host: z.string().optional(),
  /** Which keys signed, by their numbers. */
  keys: z.array(z.int()).optional(),
  /** Which sending by hand; absent for the first sending. */
  replay: z.int().optional(),
});

export const DeliveryView = z.object({
  sequence: z.int(),
  /** The webhook's id: the same on every attempt, also when it is sent again by hand. */
  event: EventId,
  type: z.string(),
  subject: z.object({ kind: z.string(), id: z.string() }),
  at: Instant.optional(),
  deadline: Instant.optional(),
  urgency: Urgency.optional(),
  status: DeliveryStatus,
  replays: z.int(),
  attempts: z.array(AttemptView),
  nextAttemptAt: Instant.optional(),
  links: Links,
});

const common = { function: 'endpoints', action: 'endpoint.manage' } as const;

export const listDeliveries = endpoint({
  ...common,
  method: 'GET',
  path: '/v1/webhook-endpoints/{endpointId}/deliveries',
  operation: 'listDeliveries',
  summary: {
    ka: 'გაგზავნების ჟურნალი, უახლესი პირველი',
    en: 'The log of deliveries, newest first',
  },
  params: ofEndpoint,
  query: {
    status: DeliveryStatus.optional(),
    type: EventType.optional(),
    subject: z.string().max(60).optional(),
    from: Instant.optional(),
    to: Instant.optional(),
    limit: Limit,
    cursor: Cursor.optional(),
  },
  answers: { 200: listOf(DeliveryView) },
  refuses: ['not-found', 'query-invalid'],
});

export const getDelivery = endpoint({
  ...common,
  method: 'GET',
  path: '/v1/webhook-endpoints/{endpointId}/deliveries/{sequence}',
  operation: 'getDelivery',
  summary: {
    ka: 'ერთი გაგზავნა ყველა ცდით და იმით, რა უპასუხა თქვენმა სისტემამ',
    en: 'One delivery with every attempt and what your system answered',
  },
  params,
  answers: {
    200: DeliveryView.extend({
      /** With the beginning of what was answered: your own system's words. */
      attempts: z.array(AttemptView.extend({ excerpt: z.string().optional() })),
    }),
  },
  refuses: ['not-found'],
});

export const replayDelivery = endpoint({
  ...common,
  method: 'POST',
  path: '/v1/webhook-endpoints/{endpointId}/deliveries/{sequence}/replay',
  operation: 'replayDelivery',
  summary: {
    ka: 'ერთი ვებჰუკის ხელახლა გაგზავნა; მისი ნომერი იგივე რჩება',
    en: 'Send one webhook again; its id stays the same',
  },
  params,
  idempotent: true,
  answers: { 202: DeliveryView },
  refuses: ['not-found', 'endpoint-disabled', 'endpoint-unproven', 'nothing-to-replay'],
});

/** Goes on after this number of the feed. */
const after = { after: z.int().min(0).optional() };

export const replayDeliveries = endpoint({
  ...common,
  method: 'POST',
  path: '/v1/webhook-endpoints/{endpointId}/replays',
  operation: 'replayDeliveries',
  summary: {
    ka: 'ხელახლა გაგზავნა: ნომრების ან დროის შუალედი, ან ყველაფერი, რაც ვერ მივიდა; ერთ ჯერზე ორმოცამდე',
    en: 'Send again: a range of numbers or of time, or all that did not arrive; up to forty at a time',
  },
  params: ofEndpoint,
  body: z.union([
    z.strictObject({
      sequences: z.strictObject({ from: z.int().min(1), to: z.int().min(1).max(999_999_999) }),
      ...after,
    }),
    z.strictObject({ times: z.strictObject({ from: Instant, to: Instant }), ...after }),
    z.strictObject({ neverAttempted: z.literal(true), ...after }),
    z.strictObject({ status: z.enum(['parked', 'given-up']), ...after }),
  ]),
  idempotent: true,
  answers: {
    202: z.object({
      replayed: z.int(),
      /** Counted up to a thousand deliveries further. */
      left: z.int(),
      /** There may be more: repeat with another key and this number in `after`. */
      after: z.int().optional(),
      links: Links,
    }),
  },
  refuses: ['not-found', 'endpoint-disabled', 'endpoint-unproven'],
});
