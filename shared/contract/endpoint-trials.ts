import * as z from 'zod';
import { EndpointId, EventId } from '../domain/ids.ts';
import { Instant } from '../domain/time.ts';
import { endpoint } from './endpoint.ts';
import { EndpointView } from './partners.ts';

const params = { endpointId: EndpointId };

/** What came of something sent at once, for whoever asked for it and nobody else. */
const Sent = z.object({
  event: EventId,
  at: Instant,
  arrived: z.boolean(),
  status: z.int().optional(),
  milliseconds: z.int(),
  /** The beginning of what the system answered. */
  excerpt: z.string().optional(),
  problem: z.object({ code: z.string(), label: z.string(), instead: z.string() }).optional(),
  headers: z.record(z.string(), z.string()),
});

const sending = {
  method: 'POST',
  function: 'endpoints',
  action: 'endpoint.manage',
  params,
} as const;

export const challengeEndpoint = endpoint({
  ...sending,
  path: '/v1/webhook-endpoints/{endpointId}/challenge',
  operation: 'challengeEndpoint',
  summary: {
    ka: 'მისამართის დადასტურება ახლავე: endpoint.challenged იგზავნება და data.challenge უკან უნდა დაბრუნდეს',
    en: 'Prove the address now: endpoint.challenged is sent, and data.challenge has to come back',
  },
  answers: { 200: EndpointView.extend({ sent: Sent }) },
  refuses: ['not-found', 'endpoint-disabled', 'sent-too-often'],
});

export const testEndpoint = endpoint({
  ...sending,
  path: '/v1/webhook-endpoints/{endpointId}/test',
  operation: 'testEndpoint',
  summary: {
    ka: 'საცდელი ვებჰუკი ახლავე: რა გაიგზავნა და რა უპასუხა თქვენმა სისტემამ',
    en: 'Send a test now: what was sent, and what your system answered',
  },
  answers: { 200: Sent },
  refuses: ['not-found', 'sent-too-often'],
});
