import * as z from 'zod';
import { EndpointId } from '../domain/ids.ts';
import { EventType } from '../domain/journal/event.ts';
import { Instant } from '../domain/time.ts';
import { DeliveryStatus } from '../domain/webhook/delivery.ts';
import { Links } from './common.ts';
import { endpoint } from './endpoint.ts';

const params = { endpointId: EndpointId };
const Events = z
  .array(z.union([z.literal('*'), EventType]))
  .min(1)
  .max(60);

export const EndpointView = z.object({
  id: EndpointId,
  url: z.string(),
  events: Events,
  createdAt: Instant,
  links: Links,
});

const DeliveryView = z.object({
  sequence: z.int(),
  event: z.string(),
  status: DeliveryStatus,
  attempts: z.array(
    z.object({
      at: Instant,
      status: z.int().optional(),
      error: z.string().optional(),
      milliseconds: z.int(),
    }),
  ),
  nextAttemptAt: Instant.optional(),
});

export const createEndpoint = endpoint({
  method: 'POST',
  path: '/v1/webhook-endpoints',
  operation: 'createEndpoint',
  function: 'partners',
  action: 'endpoint.manage',
  summary: {
    ka: 'ვებჰუკის მისამართის რეგისტრაცია; გასაღები ერთხელ გამოჩნდება',
    en: 'Register a webhook endpoint; its secret is shown once',
  },
  body: z.strictObject({ url: z.url().max(500), events: Events.default(['*']) }),
  idempotent: true,
  /** A repetition shows no secret again. */
  answers: { 201: EndpointView.extend({ secret: z.string().optional() }) },
  refuses: ['address-not-allowed', 'too-many-endpoints', 'still-running', 'idempotency-key-reused'],
});

export const listEndpoints = endpoint({
  method: 'GET',
  path: '/v1/webhook-endpoints',
  operation: 'listEndpoints',
  function: 'partners',
  action: 'endpoint.manage',
  summary: { ka: 'უწყების ვებჰუკები', en: 'The agency’s webhook endpoints' },
  answers: { 200: z.object({ items: z.array(EndpointView) }) },
  refuses: [],
});

export const deleteEndpoint = endpoint({
  method: 'DELETE',
  path: '/v1/webhook-endpoints/{endpointId}',
  operation: 'deleteEndpoint',
  function: 'partners',
  action: 'endpoint.manage',
  summary: { ka: 'ვებჰუკის წაშლა', en: 'Remove a webhook endpoint' },
  params,
  answers: { 204: z.undefined() },
  refuses: ['not-found'],
});

export const listDeliveries = endpoint({
  method: 'GET',
  path: '/v1/webhook-endpoints/{endpointId}/deliveries',
  operation: 'listDeliveries',
  function: 'partners',
  action: 'endpoint.manage',
  summary: { ka: 'გაგზავნების ჟურნალი, უახლესი პირველი', en: 'Deliveries, newest first' },
  params,
  answers: { 200: z.object({ items: z.array(DeliveryView) }) },
  refuses: ['not-found'],
});
