import * as z from 'zod';

/** The relay only sends: it touches no table and no key. */
export const Env = z.object({
  ROUTING_QUEUE_URL: z.url(),
  FEED_QUEUE_URL: z.url(),
  CALLS_QUEUE_URL: z.url(),
  VISITS_QUEUE_URL: z.url(),
  INVITATIONS_QUEUE_URL: z.url(),
});
