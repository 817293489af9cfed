import * as z from 'zod';
import { EndpointId } from '../domain/ids.ts';
import { Instant } from '../domain/time.ts';
import { DeliveryStatus } from '../domain/webhook/delivery.ts';
import { endpoint } from './endpoint.ts';

const params = { endpointId: EndpointId };

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

export const listDeliveries = endpoint({
  method: 'GET',
  path: '/v1/webhook-endpoints/{endpointId}/deliveries',
  operation: 'listDeliveries',
  function: 'endpoints',
  action: 'endpoint.manage',
  summary: { ka: 'გაგზავნების ჟურნალი, უახლესი პირველი', en: 'Deliveries, newest first' },
  params,
  answers: { 200: z.object({ items: z.array(DeliveryView) }) },
  refuses: ['not-found'],
});
