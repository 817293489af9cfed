import * as z from 'zod';
import { EndpointId } from '../domain/ids.ts';
import { EventType } from '../domain/journal/event.ts';
import { Instant } from '../domain/time.ts';
import {
  Description,
  EndpointContact,
  Limits,
  Scheme,
  USUAL_LIMITS,
} from '../domain/webhook/endpoint.ts';
import { OVERLAP_MOST } from '../domain/webhook/rotate.ts';
import { Links } from './common.ts';
import { endpoint } from './endpoint.ts';

const params = { endpointId: EndpointId };
const Events = z
  .array(z.union([z.literal('*'), EventType]))
  .min(1)
  .max(60);
/** Newest payload last; there is one so far. */
const Payload = z.literal(1);
/** One of the two ways to sign, or a signature of each. */
const Signing = z.enum([...Scheme.options, 'both']);

const KeyView = z.object({
  number: z.int(),
  scheme: Scheme,
  /** By which the receiver verifies `v1a`: no secret. */
  publicKey: z.string().optional(),
  createdAt: Instant,
  until: Instant.optional(),
});

export const EndpointView = z.object({
  id: EndpointId,
  url: z.string(),
  events: Events,
  description: z.string().optional(),
  contact: z.object({ mail: z.string().optional(), phone: z.string().optional() }).optional(),
  payload: Payload,
  limits: z.object({ perSecond: z.int(), atOnce: z.int() }),
  state: z.enum(['unproven', 'active', 'disabled']),
  disabled: z.object({ at: Instant, because: z.enum(['owner', 'gone', 'failing']) }).optional(),
  proof: z.object({
    provedAt: Instant.optional(),
    tries: z.int(),
    /** Absent once it has stopped asking. */
    askedAgainAt: Instant.optional(),
  }),
  /** Those that sign at this moment, the newest last. */
  keys: z.array(KeyView),
  createdAt: Instant,
  version: z.int(),
  links: Links,
});

/** How an endpoint fares. */
const Health = z.object({
  /** Counted up to a hundred subjects. */
  waiting: z.int(),
  waitingMore: z.boolean(),
  nextAt: Instant.optional(),
  failingSince: Instant.optional(),
  lastSuccessAt: Instant.optional(),
});

/** With its new secret, once; a repetition of the call shows none. */
const WithSecret = EndpointView.extend({ secret: z.string().optional() });

/** What its owner decides about an endpoint. */
const wish = {
  url: z.url().max(500),
  description: Description.optional(),
  contact: EndpointContact.optional(),
  limits: Limits.default(USUAL_LIMITS),
  payload: Payload.default(1),
};

export const createEndpoint = endpoint({
  method: 'POST',
  path: '/v1/webhook-endpoints',
  operation: 'createEndpoint',
  function: 'endpoints',
  action: 'endpoint.manage',
  summary: {
    ka: 'ვებჰუკის მისამართის რეგისტრაცია; საიდუმლო ერთხელ გამოჩნდება',
    en: 'Register a webhook endpoint; its secret is shown once',
  },
  body: z.strictObject({
    ...wish,
    events: Events.default(['*']),
    scheme: Signing.default('v1'),
    /** One of your own for `v1`: `whsec_` and 24 to 64 random bytes in base64. */
    secret: z.string().max(200).optional(),
  }),
  idempotent: true,
  answers: { 201: WithSecret },
  refuses: [
    'address-not-allowed',
    'too-many-endpoints',
    'secret-too-short',
    'secret-malformed',
    'secret-without-v1',
    'still-running',
    'idempotency-key-reused',
  ],
});

export const listEndpoints = endpoint({
  method: 'GET',
  path: '/v1/webhook-endpoints',
  operation: 'listEndpoints',
  function: 'endpoints',
  action: 'endpoint.manage',
  summary: { ka: 'უწყების ვებჰუკები', en: 'The agency’s webhook endpoints' },
  answers: { 200: z.object({ items: z.array(EndpointView) }) },
  refuses: [],
});

export const getEndpoint = endpoint({
  method: 'GET',
  path: '/v1/webhook-endpoints/{endpointId}',
  operation: 'getEndpoint',
  function: 'endpoints',
  action: 'endpoint.manage',
  summary: {
    ka: 'ერთი ვებჰუკი და როგორ მუშაობს: რა ელოდება, როდიდან არ პასუხობს',
    en: 'One webhook endpoint and how it fares: what waits, since when it does not answer',
  },
  params,
  answers: { 200: EndpointView.extend({ health: Health }) },
  refuses: ['not-found'],
});

export const changeEndpoint = endpoint({
  method: 'PUT',
  path: '/v1/webhook-endpoints/{endpointId}',
  operation: 'changeEndpoint',
  function: 'endpoints',
  action: 'endpoint.manage',
  summary: {
    ka: 'ვებჰუკის შეცვლა მთლიანად; ახალი მისამართი თავიდან უნდა დადასტურდეს',
    en: 'Change a webhook endpoint as a whole; a new address has to be proved anew',
  },
  params,
  body: z.strictObject({ ...wish, events: Events }),
  conditional: true,
  answers: { 200: EndpointView },
  refuses: ['not-found', 'address-not-allowed'],
});

const switching = {
  method: 'POST',
  function: 'endpoints',
  action: 'endpoint.manage',
  params,
  conditional: true,
  answers: { 200: EndpointView },
  refuses: ['not-found'],
} as const;

export const disableEndpoint = endpoint({
  ...switching,
  path: '/v1/webhook-endpoints/{endpointId}/disable',
  operation: 'disableEndpoint',
  summary: {
    ka: 'ვებჰუკის გათიშვა; მოლოდინში მყოფი გადაიდება, ლენტაში ყველაფერი რჩება',
    en: 'Switch a webhook endpoint off; what waits is put aside, the feed keeps all of it',
  },
});

export const enableEndpoint = endpoint({
  ...switching,
  path: '/v1/webhook-endpoints/{endpointId}/enable',
  operation: 'enableEndpoint',
  summary: {
    ka: 'ვებჰუკის ჩართვა; თუ მისამართი გაქრა ან დიდხანს არ პასუხობდა, თავიდან დადასტურდება',
    en: 'Switch a webhook endpoint on; one that was gone or did not answer is proved anew',
  },
});

export const deleteEndpoint = endpoint({
  method: 'DELETE',
  path: '/v1/webhook-endpoints/{endpointId}',
  operation: 'deleteEndpoint',
  function: 'endpoints',
  action: 'endpoint.manage',
  summary: {
    ka: 'ვებჰუკის წაშლა გასაღებებთან ერთად; მოლოდინში მყოფი აღარ გაიგზავნება',
    en: 'Remove a webhook endpoint with its keys; what waits is not sent any more',
  },
  params,
  answers: { 204: z.undefined() },
  refuses: ['not-found'],
});

export const rotateEndpoint = endpoint({
  method: 'POST',
  path: '/v1/webhook-endpoints/{endpointId}/rotations',
  operation: 'rotateEndpoint',
  function: 'endpoints',
  action: 'endpoint.manage',
  summary: {
    ka: 'ახალი გასაღები; ძველი მითითებულ დღეებამდე მის გვერდით აწერს ხელს',
    en: 'New keys; the old ones sign beside them for the days given',
  },
  params,
  body: z.strictObject({
    overlapDays: z.int().min(0).max(OVERLAP_MOST),
    /** As before, where it is absent. */
    scheme: Signing.optional(),
  }),
  idempotent: true,
  answers: { 201: WithSecret },
  refuses: ['not-found', 'too-many-keys', 'still-running', 'idempotency-key-reused'],
});
