import * as z from 'zod';

export const Env = z.object({
  TABLE_NAME: z.string().min(1),
  ROUTING_QUEUE_URL: z.url(),
  FEED_QUEUE_URL: z.url(),
  CALLS_QUEUE_URL: z.url(),
  VISITS_QUEUE_URL: z.url(),
  INVITATIONS_QUEUE_URL: z.url(),
  DELIVERY_QUEUE_URL: z.url(),
});
