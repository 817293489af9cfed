import * as z from 'zod';
import { AgencyId, ReferralId, TaskId } from '../domain/ids.ts';
import { ReferralSubmission } from '../domain/referral/submission.ts';
import { Urgency } from '../domain/task/statuses.ts';
import { Code } from '../domain/text.ts';
import { Instant } from '../domain/time.ts';
import { ClockList, Cursor, EventView, Labelled, Limit, listOf, Note, Words } from './common.ts';
import { endpoint } from './endpoint.ts';
import { ReferralLine, ReferralReceipt, ReferralView } from './referral-view.ts';

const params = { referralId: ReferralId };

export const submitReferral = endpoint({
  method: 'POST',
  path: '/v1/referrals',
  operation: 'submitReferral',
  function: 'referrals',
  action: 'referral.submit',
  summary: {
    ka: 'შეტყობინების გაგზავნა: სავარაუდო ძალადობა ბავშვზე ან ადრეული იდენტიფიცირება',
    en: 'Submit a referral: suspected violence against a child, or early identification',
  },
  body: ReferralSubmission,
  idempotent: true,
  answers: { 201: ReferralReceipt },
  refuses: [
    'unknown-municipality',
    'unknown-code',
    'unknown-agency',
    'unknown-instrument',
    'place-unknown',
    'call-back-missing',
    'caller-missing',
    'in-the-future',
    'adult',
    'still-running',
    'idempotency-key-reused',
  ],
});

export const listReferrals = endpoint({
  method: 'GET',
  path: '/v1/referrals',
  operation: 'listReferrals',
  function: 'referrals',
  action: 'referral.list',
  summary: { ka: 'ჩემი შეტყობინებები', en: 'My referrals' },
  query: { limit: Limit, cursor: Cursor.optional() },
  answers: { 200: listOf(ReferralLine) },
  refuses: ['query-invalid'],
});

export const getReferral = endpoint({
  method: 'GET',
  path: '/v1/referrals/{referralId}',
  operation: 'getReferral',
  function: 'referrals',
  action: 'referral.read',
  summary: { ka: 'შეტყობინება და რა ხდება ახლა', en: 'A referral and what is happening now' },
  params,
  answers: { 200: ReferralView },
  refuses: ['not-found'],
});

export const explainRouting = endpoint({
  method: 'GET',
  path: '/v1/referrals/{referralId}/routing',
  operation: 'explainRouting',
  function: 'referrals',
  action: 'referral.explain',
  summary: { ka: 'რატომ გადაეცა ამ უწყებებს', en: 'Why these agencies were asked to act' },
  params,
  answers: {
    200: z.object({
      referral: ReferralId,
      at: Instant,
      level: z.int().optional(),
      policy: z.object({ pack: z.string(), edition: z.string(), sha256: z.string() }),
      tasks: z.array(
        z.object({
          task: TaskId,
          agency: AgencyId,
          kind: Labelled,
          role: z.string(),
          urgency: Urgency,
          deadline: Instant.optional(),
          rule: Code,
          why: Words,
        }),
      ),
    }),
  },
  refuses: ['not-found', 'not-routed-yet'],
});

export const referralClocks = endpoint({
  method: 'GET',
  path: '/v1/referrals/{referralId}/clocks',
  operation: 'referralClocks',
  function: 'referrals',
  action: 'referral.explain',
  summary: {
    ka: 'შეტყობინების ვადები და მათი საფუძველი',
    en: 'The referral’s clocks, each explained',
  },
  params,
  answers: { 200: ClockList },
  refuses: ['not-found'],
});

export const referralTimeline = endpoint({
  method: 'GET',
  path: '/v1/referrals/{referralId}/timeline',
  operation: 'referralTimeline',
  function: 'referrals',
  action: 'referral.read',
  summary: { ka: 'რა მოხდა და როდის', en: 'What happened, and when' },
  params,
  answers: { 200: z.object({ items: z.array(EventView) }) },
  refuses: ['not-found'],
});

export const returnReferral = endpoint({
  method: 'POST',
  path: '/v1/referrals/{referralId}/return',
  operation: 'returnReferral',
  function: 'referrals',
  action: 'referral.return',
  summary: {
    ka: 'ადრეული იდენტიფიცირების შეტყობინების დაბრუნება დასაზუსტებლად',
    en: 'Send an early identification back to be completed',
  },
  params,
  body: z.strictObject({ reason: Code, question: Note }),
  conditional: true,
  answers: { 200: ReferralView },
  refuses: [
    'not-found',
    'not-routed-yet',
    'violence-not-returned',
    'case-not-returned',
    'already-returned',
    'already-closed',
    'unknown-code',
    'if-match-absent',
    'changed-meanwhile',
  ],
});

export const withdrawReferral = endpoint({
  method: 'POST',
  path: '/v1/referrals/{referralId}/withdrawal',
  operation: 'withdrawReferral',
  function: 'referrals',
  action: 'referral.withdraw',
  summary: {
    ka: 'ადრეული იდენტიფიცირების შეტყობინების გამოთხოვა',
    en: 'Withdraw an early identification',
  },
  params,
  body: z.strictObject({ reason: Code, note: Note.optional() }),
  conditional: true,
  answers: { 200: ReferralView },
  refuses: [
    'not-found',
    'not-routed-yet',
    'violence-not-withdrawn',
    'case-not-withdrawn',
    'already-closed',
    'unknown-code',
    'if-match-absent',
    'changed-meanwhile',
  ],
});

export const closeReferral = endpoint({
  method: 'POST',
  path: '/v1/referrals/{referralId}/closure',
  operation: 'closeReferral',
  function: 'referrals',
  action: 'referral.close',
  summary: { ka: 'შეტყობინების დახურვა', en: 'Close a referral' },
  params,
  body: z.strictObject({
    reason: Code,
    note: Note.optional(),
    contact: z.strictObject({ at: z.iso.datetime({ offset: true }), how: Code }).optional(),
  }),
  conditional: true,
  answers: { 200: ReferralView },
  refuses: [
    'not-found',
    'still-open',
    'not-acting-unexplained',
    'referrer-not-contacted',
    'in-the-future',
    'already-closed',
    'if-match-absent',
    'changed-meanwhile',
    'unknown-code',
  ],
});
