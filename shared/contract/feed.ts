import * as z from 'zod';
import { AgencyId, EventId } from '../domain/ids.ts';
import { Urgency } from '../domain/task/statuses.ts';
import { Code } from '../domain/text.ts';
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

const Sequence = z.int().min(0).max(999_999_999);
const area = { function: 'feed' } as const;

/** A long poll ends before the gateway does, which waits 29 s. */
export const WAIT_MOST = 20;

export const readFeed = endpoint({
  method: 'GET',
  path: '/v1/feed',
  operation: 'readFeed',
  ...area,
  action: 'feed.read',
  summary: {
    ka: 'უწყების ლენტა: ყველაფერი, რაც მას ეხება, ნომრების გამოტოვების გარეშე',
    en: 'The agency’s feed: all that concerns it, numbered without a gap',
  },
  query: {
    /** Absent: after the kept position. */
    after: z.coerce.number().int().min(0).max(999_999_999).optional(),
    limit: Limit,
    wait: z.coerce.number().int().min(0).max(WAIT_MOST).default(0),
  },
  answers: {
    200: z.object({ items: z.array(FeedItem), last: z.int(), next: z.string().optional() }),
  },
  refuses: ['query-invalid'],
});

export const FeedPositionView = z.object({
  agency: AgencyId,
  sequence: z.int(),
  last: z.int(),
  /** 0 until it is first moved: so that the first change, too, is based on something. */
  version: z.int().min(0),
  at: Instant.optional(),
  links: Links,
});

export const getFeedPosition = endpoint({
  method: 'GET',
  path: '/v1/feed/position',
  operation: 'getFeedPosition',
  ...area,
  action: 'feed.read',
  summary: {
    ka: 'რომელ ნომრამდე აქვს უწყების სისტემას ლენტა გადმოტანილი',
    en: 'Up to which number the agency’s system has taken the feed over',
  },
  query: { agency: AgencyId.optional() },
  answers: { 200: FeedPositionView },
  refuses: ['query-invalid'],
});

export const putFeedPosition = endpoint({
  method: 'PUT',
  path: '/v1/feed/position',
  operation: 'putFeedPosition',
  ...area,
  action: 'feed.keep',
  summary: {
    ka: 'დადასტურება, რომ ამ ნომრამდე ყველაფერი უწყების სისტემაშია',
    en: 'Confirm that everything up to this number is in the agency’s system',
  },
  body: z.strictObject({ sequence: Sequence }),
  conditional: true,
  answers: { 200: FeedPositionView },
  refuses: ['beyond-the-feed', 'position-behind'],
});

export const rewindFeed = endpoint({
  method: 'POST',
  path: '/v1/feed/rewind',
  operation: 'rewindFeed',
  ...area,
  action: 'feed.rewind',
  summary: {
    ka: 'ლენტაში უკან დაბრუნება ნებისმიერ ნომრამდე, თავიდან წასაკითხად',
    en: 'Go back in the feed to any number, to read it again from there',
  },
  body: z.strictObject({
    to: Sequence,
    reason: Code,
    /** Another agency's, by oversight; absent: the own one. */
    agency: AgencyId.optional(),
  }),
  idempotent: true,
  answers: { 200: FeedPositionView },
  refuses: [
    'rewind-not-back',
    'unknown-code',
    'unknown-agency',
    'still-running',
    'idempotency-key-reused',
  ],
});

/** A civil day of the feed: with `final` it never changes any more. */
export const FeedDigestView = z.object({
  day: z.iso.date(),
  final: z.boolean(),
  count: z.int(),
  first: z.int().optional(),
  last: z.int(),
  hash: z.string(),
  links: Links,
});

/** Days that one call compares. */
export const DIGESTS_MOST = 31;

export const listFeedDigests = endpoint({
  method: 'GET',
  path: '/v1/feed/digests',
  operation: 'listFeedDigests',
  ...area,
  action: 'feed.read',
  summary: {
    ka: 'ლენტის დღეები: რამდენი ჩანაწერი, რომელ ნომრამდე და მათი ანაბეჭდი',
    en: 'The days of the feed: how many entries, up to which number, and their hash',
  },
  query: { from: z.iso.date().optional(), to: z.iso.date().optional() },
  answers: { 200: z.object({ items: z.array(FeedDigestView) }) },
  refuses: ['query-invalid', 'in-the-future'],
});

export const getFeedDigest = endpoint({
  method: 'GET',
  path: '/v1/feed/digests/{day}',
  operation: 'getFeedDigest',
  ...area,
  action: 'feed.read',
  summary: {
    ka: 'ლენტის ერთი დღე: რამდენი ჩანაწერი, რომელ ნომრამდე და მათი ანაბეჭდი',
    en: 'One day of the feed: how many entries, up to which number, and their hash',
  },
  params: { day: z.iso.date() },
  answers: { 200: FeedDigestView },
  refuses: ['in-the-future'],
});

/** Entries that one call compares. */
export const RECONCILE_MOST = 1000;

const ById = z
  .strictObject({
    from: z.int().min(1).max(999_999_999),
    to: z.int().min(1).max(999_999_999),
    ids: z.array(EventId).max(RECONCILE_MOST),
  })
  .refine(({ from, to }) => to >= from && to - from < RECONCILE_MOST, {
    path: ['to'],
    error: 'too-wide',
  });

const ByDay = z.strictObject({
  day: z.iso.date(),
  count: z.int().min(0),
  last: Sequence,
  hash: z.string().regex(/^[0-9a-f]{64}$/),
});

/** An entry the other side lacks, with what the hub knows of its way there. */
const MissingItem = FeedItem.extend({
  takenOverAt: Instant.optional(),
  deliveries: z.array(z.object({ endpoint: z.string(), status: z.string() })),
});

export const reconcileFeed = endpoint({
  method: 'POST',
  path: '/v1/feed/reconcile',
  operation: 'reconcileFeed',
  ...area,
  action: 'feed.read',
  summary: {
    ka: 'შედარება: რა აკლია უწყების სისტემას და რა აქვს ისეთი, რაც ჰაბს არ გაუგზავნია',
    en: 'Compare: what the agency’s system lacks, and what it holds that the hub never sent',
  },
  body: z.union([ById, ByDay]),
  answers: {
    200: z.object({
      equal: z.boolean(),
      from: z.int(),
      to: z.int(),
      missing: z.array(MissingItem),
      unknown: z.array(z.string()),
      compare: z.array(z.object({ from: z.int(), to: z.int() })),
      position: FeedPositionView,
      digest: FeedDigestView.optional(),
    }),
  },
  refuses: ['in-the-future'],
});
