import * as z from 'zod';
import { AgencyId, EndpointId } from '../ids.ts';
import { EventType } from '../journal/event.ts';
import { Instant } from '../time.ts';

const Bytes = z.custom<Uint8Array>((value) => value instanceof Uint8Array);

/** Where an agency wants to be woken, and for what. The secret is kept sealed. */
export const WebhookEndpoint = z.object({
  what: z.literal('endpoint'),
  id: EndpointId,
  agency: AgencyId,
  url: z.string(),
  events: z.array(z.union([z.literal('*'), EventType])),
  createdAt: Instant,
  secret: z.object({ key: Bytes, box: Bytes }),
});
export type WebhookEndpoint = z.infer<typeof WebhookEndpoint>;

/** An agency may have this many: each entry of its feed is delivered to every one of them. */
export const ENDPOINTS_MOST = 5;
