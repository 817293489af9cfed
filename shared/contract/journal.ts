import * as z from 'zod';
import { EventId } from '../domain/ids.ts';
import { HashText } from '../domain/journal-log/hash.ts';
import { HeadId, HeadKey, SignedHead } from '../domain/journal-log/head.ts';
import { Limit, Links, listOf } from './common.ts';
import { endpoint } from './endpoint.ts';

const area = { function: 'journal' } as const;

/** How many entries a log can have: fifteen digits are exact. */
const MOST = 10 ** 14;
const Size = z.coerce.number().int().min(0).max(MOST);

/** A head of the journal with all that is needed to check it. */
export const HeadView = z.object({
  ...SignedHead.shape,
  publicKey: HeadKey.shape.publicKey,
  links: Links,
});

export const listHeads = endpoint({
  method: 'GET',
  path: '/v1/journal/heads',
  operation: 'listHeads',
  ...area,
  action: 'journal.read',
  summary: {
    ka: 'ჟურნალის ხელმოწერილი ჯამები, უახლესი პირველი',
    en: 'The signed heads of the journal, newest first',
  },
  query: { limit: Limit, before: Size.optional() },
  answers: { 200: listOf(HeadView) },
  refuses: ['query-invalid'],
});

export const getHead = endpoint({
  method: 'GET',
  path: '/v1/journal/heads/{headId}',
  operation: 'getHead',
  ...area,
  action: 'journal.read',
  summary: { ka: 'ჟურნალის ერთი ხელმოწერილი ჯამი', en: 'One signed head of the journal' },
  params: { headId: HeadId },
  answers: { 200: HeadView },
  refuses: ['not-found'],
});

export const signHead = endpoint({
  method: 'POST',
  path: '/v1/journal/heads',
  operation: 'signHead',
  ...area,
  action: 'journal.sign',
  summary: {
    ka: 'ჟურნალის ჯამის ხელმოწერა ახლავე, დღის ბოლომდე მოცდის გარეშე',
    en: 'Sign the head of the journal now, without waiting for the day to end',
  },
  idempotent: true,
  answers: { 201: HeadView },
  refuses: ['not-found', 'still-running', 'idempotency-key-reused'],
});

export const proveConsistency = endpoint({
  method: 'GET',
  path: '/v1/journal/consistency',
  operation: 'proveConsistency',
  ...area,
  action: 'journal.read',
  summary: {
    ka: 'მტკიცება, რომ ჟურნალს ორ ზომას შორის მხოლოდ დაემატა',
    en: 'Proof that the journal only grew between two sizes',
  },
  query: { from: Size, to: Size },
  answers: { 200: z.object({ from: z.int(), to: z.int(), path: z.array(HashText) }) },
  refuses: ['query-invalid'],
});

export const proveInclusion = endpoint({
  method: 'GET',
  path: '/v1/journal/inclusion',
  operation: 'proveInclusion',
  ...area,
  action: 'feed.read',
  summary: {
    ka: 'მტკიცება, რომ უწყების ლენტის მოვლენა ჟურნალში დგას',
    en: 'Proof that an event of the agency’s feed is in the journal',
  },
  query: { sequence: z.coerce.number().int().min(1).max(999_999_999), size: Size.optional() },
  answers: {
    200: z.object({
      event: EventId,
      index: z.int(),
      leaf: HashText,
      size: z.int(),
      path: z.array(HashText),
    }),
  },
  refuses: ['not-found', 'not-sealed-yet', 'query-invalid'],
});

export const exportJournal = endpoint({
  method: 'GET',
  path: '/v1/journal/export',
  operation: 'exportJournal',
  ...area,
  action: 'journal.export',
  summary: {
    ka: 'ჟურნალი ფაილად, რომელიც ჰაბის გარეშე მოწმდება',
    en: 'The journal as a file that can be checked without the hub',
  },
  query: {
    /** The head up to which it goes; absent: the newest. */
    head: HeadId.optional(),
    /** The size of an earlier head after which it begins; absent: the first entry. */
    from: Size.default(0),
    /** The next entry, of a page after the first. */
    at: Size.optional(),
  },
  answers: { 200: z.object({ lines: z.array(z.string()), next: z.string().optional() }) },
  refuses: ['not-found', 'query-invalid'],
});
