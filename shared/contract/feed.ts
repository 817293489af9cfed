import * as z from 'zod';
import { Urgency } from '../domain/task/statuses.ts';
import { Instant } from '../domain/time.ts';
import { Limit, Links } from './common.ts';
import { endpoint } from './endpoint.ts';

/** One entry of an agency's feed: ids, kinds and deadlines; details are fetched through the links. */
export const FeedItem = z.object({
  sequence: z.int().min(1),
  id: z.string(),
  type: z.string(),
  subject: z.object({ kind: z.string(), id: z.string() }),
  at: Instant,
  deadline: Instant.optional(),
  urgency: Urgency.optional(),
  links: Links,
});

export const readFeed = endpoint({
  method: 'GET',
  path: '/v1/feed',
  operation: 'readFeed',
  function: 'feed',
  action: 'feed.read',
  summary: {
    ka: 'უწყების ლენტა: ყველაფერი, რაც მას ეხება, ნომრების გამოტოვების გარეშე',
    en: 'The agency’s feed: all that concerns it, numbered without a gap',
  },
  query: { after: z.coerce.number().int().min(0).default(0), limit: Limit },
  answers: {
    200: z.object({ items: z.array(FeedItem), last: z.int(), next: z.string().optional() }),
  },
  refuses: ['query-invalid'],
});
