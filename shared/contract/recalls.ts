import * as z from 'zod';
import { AgencyId, ReferralId } from '../domain/ids.ts';
import { DETAIL_GROUPS } from '../domain/referral/group.ts';
import { Code } from '../domain/text.ts';
import { Instant } from '../domain/time.ts';
import { Cursor, Labelled, Limit, Links, listOf, Note, Person } from './common.ts';
import { endpoint } from './endpoint.ts';

const params = { referralId: ReferralId };
const numbered = { ...params, number: z.coerce.number().int().min(1).max(9999) };

const FieldGroups = z.array(z.enum(DETAIL_GROUPS)).min(1);
const Agencies = z.array(AgencyId).min(1).max(40);
const asked = { reason: Code, fieldGroups: FieldGroups.optional() };

/** Absent `to`: everybody who was told. */
export const RecallSubmission = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('consent-withdrawn'), ...asked, to: Agencies.optional() }),
  /** Says what is right now. */
  z.strictObject({
    kind: z.literal('correction'),
    ...asked,
    to: Agencies.optional(),
    correction: Note,
  }),
  z.strictObject({ kind: z.literal('wrong-agency'), ...asked, to: Agencies }),
]);

export const RecallAnswer = z.discriminatedUnion('status', [
  z.strictObject({ status: z.literal('deleted'), actingPerson: Person }),
  z.strictObject({ status: z.literal('kept'), basis: Code, actingPerson: Person }),
]);

/** One agency that was told, and what it answers. */
export const RecallLine = z.object({
  /** Absent where it would tell who referred. */
  agency: AgencyId.optional(),
  toldSince: Instant,
  toldBy: z.array(Labelled),
  status: Labelled,
  basis: Labelled.optional(),
  confirmedAt: Instant.optional(),
  actingPerson: z.string().optional(),
});

/** A recall as one caller may see it: a recipient sees its own line, lead and oversight all. */
export const RecallView = z.object({
  referral: ReferralId,
  number: z.int(),
  kind: Labelled,
  reason: Labelled,
  /** Who made it; absent where it would tell who referred. */
  from: AgencyId.optional(),
  at: Instant,
  deadline: Instant,
  fieldGroups: FieldGroups,
  correction: z.string().optional(),
  advice: z.array(Labelled),
  recipients: z.array(RecallLine),
  version: z.int(),
  links: Links,
});

export const OpenRecall = z.object({
  referral: ReferralId,
  receiptNumber: z.string(),
  number: z.int(),
  kind: Labelled,
  /** What the caller has to do with it. */
  part: z.enum(['answers', 'waits', 'watches']),
  at: Instant,
  deadline: Instant,
  overdue: z.boolean(),
  /** How many recipients have not answered; absent for one of them. */
  unanswered: z.int().optional(),
  links: Links,
});

export const makeRecall = endpoint({
  method: 'POST',
  path: '/v1/referrals/{referralId}/recalls',
  operation: 'makeRecall',
  function: 'referrals',
  action: 'recall.make',
  summary: {
    ka: 'გაზიარებულის გამოთხოვა: თანხმობა გამოიხმეს, ცნობა მცდარია, სხვა უწყებას გაეგზავნა',
    en: 'Take back what was shared: consent withdrawn, something wrong, sent to the wrong agency',
  },
  params,
  body: RecallSubmission,
  idempotent: true,
  answers: { 201: RecallView },
  refuses: [
    'not-found',
    'not-routed-yet',
    'unknown-code',
    'nobody-told',
    'agency-not-told',
    'recall-from-lead',
    'recall-from-worker',
    'recall-too-wide',
    'recall-by-lead',
    'still-running',
    'idempotency-key-reused',
  ],
});

export const listRecalls = endpoint({
  method: 'GET',
  path: '/v1/referrals/{referralId}/recalls',
  operation: 'listRecalls',
  function: 'referrals',
  action: 'recall.read',
  summary: {
    ka: 'შეტყობინებიდან გამოთხოვილი: თქვენი პასუხი, წამყვანისთვის და ზედამხედველობისთვის — ყველასი',
    en: 'What was taken back of a referral: your own line; for lead and oversight, all',
  },
  params,
  answers: { 200: z.object({ items: z.array(RecallView) }) },
  refuses: ['not-found'],
});

export const getRecall = endpoint({
  method: 'GET',
  path: '/v1/referrals/{referralId}/recalls/{number}',
  operation: 'getRecall',
  function: 'referrals',
  action: 'recall.read',
  summary: { ka: 'ერთი გამოთხოვა', en: 'One recall' },
  params: numbered,
  answers: { 200: RecallView },
  refuses: ['not-found'],
});

export const confirmRecall = endpoint({
  method: 'POST',
  path: '/v1/referrals/{referralId}/recalls/{number}/confirmations',
  operation: 'confirmRecall',
  function: 'referrals',
  action: 'recall.confirm',
  summary: {
    ka: 'მიმღების პასუხი: წაიშალა ან ინახება, სამართლებრივი საფუძვლით',
    en: 'A recipient answers: deleted, or kept on a legal basis',
  },
  params: numbered,
  body: RecallAnswer,
  conditional: true,
  answers: { 200: RecallView },
  refuses: [
    'not-found',
    'unknown-code',
    'recall-answered',
    'needed-for-protection',
    'if-match-absent',
    'changed-meanwhile',
  ],
});

export const listOpenRecalls = endpoint({
  method: 'GET',
  path: '/v1/recalls',
  operation: 'listOpenRecalls',
  function: 'referrals',
  action: 'recall.list',
  summary: {
    ka: 'ღია გამოთხოვები: რას უნდა უპასუხოს უწყებამ და რას ელოდება; უახლოესი ვადა პირველი',
    en: 'Open recalls: what the agency must answer and what it waits for; nearest deadline first',
  },
  query: {
    state: z.enum(['open']).default('open'),
    limit: Limit,
    cursor: Cursor.optional(),
  },
  answers: { 200: listOf(OpenRecall) },
  refuses: ['query-invalid'],
});
