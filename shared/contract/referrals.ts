import * as z from 'zod';
import { AgencyId, CaseId, ReferralId, TaskId } from '../domain/ids.ts';
import { OwedAnswer } from '../domain/referral/answers.ts';
import { Details } from '../domain/referral/groups.ts';
import { ReferralKind } from '../domain/referral/kind.ts';
import { FeedbackStage } from '../domain/referral/referral.ts';
import { ReferralSubmission } from '../domain/referral/submission.ts';
import { Urgency } from '../domain/task/statuses.ts';
import { Code } from '../domain/text.ts';
import { Instant } from '../domain/time.ts';
import {
  ClockList,
  Cursor,
  EventView,
  Labelled,
  Limit,
  Links,
  listOf,
  Note,
  Words,
} from './common.ts';
import { endpoint } from './endpoint.ts';

const params = { referralId: ReferralId };

export const ReferralReceipt = z.object({
  id: ReferralId,
  receiptNumber: z.string(),
  submittedAt: Instant,
  links: Links,
  /** What to do, and what not to do, until somebody comes: in the language asked for. */
  nextSteps: z.array(Labelled),
});

export const FeedbackView = z.object({
  number: z.int(),
  code: Labelled,
  stage: FeedbackStage,
  from: AgencyId,
  at: Instant,
  message: z.string().optional(),
  /** Waits for the lead's release; the referrer does not see it. */
  proposed: z.literal(true).optional(),
  offered: z.array(Labelled).optional(),
  takenUp: Labelled.optional(),
  acknowledgedAt: Instant.optional(),
  /** When a supervisor ended the wait for an acknowledgement. */
  loopClosedAt: Instant.optional(),
});

/** Why, and from which answers, the lead is lawfully free. */
export const ExceptionView = z.object({
  number: z.int(),
  code: Labelled,
  stages: z.array(OwedAnswer),
  at: Instant,
  note: z.string().optional(),
});

/** How a referral was closed: for those who work on it. */
const ClosingView = z.object({
  reason: Labelled,
  note: z.string().optional(),
  /** Nothing was done: a new report within this time brings the decision back into view. */
  comesBackUntil: z.iso.date().optional(),
  contact: z.object({ at: Instant, how: Labelled }).optional(),
});

/** An earlier report that may be about the same child: whom to ask, and how it ended. */
const EarlierReport = z.object({
  id: ReferralId,
  receiptNumber: z.string(),
  kind: ReferralKind,
  status: Labelled,
  submittedAt: Instant,
  lead: AgencyId.optional(),
  case: CaseId.optional(),
  closedAs: Labelled.optional(),
  /** Nothing was done then: the decision is looked at again. */
  comesBack: z.literal(true).optional(),
});

/** A referral as one caller may see it: `details` holds only the groups open to the caller. */
export const ReferralView = z.object({
  id: ReferralId,
  receiptNumber: z.string(),
  kind: ReferralKind,
  /** The referral out of which the hub made this one. */
  origin: ReferralId.optional(),
  status: Labelled,
  submittedAt: Instant,
  municipality: Code,
  lead: AgencyId.optional(),
  case: CaseId.optional(),
  version: z.int(),
  work: z.array(z.object({ kind: Labelled, status: Labelled, agency: AgencyId.optional() })),
  feedback: z.array(FeedbackView),
  exceptions: z.array(ExceptionView).optional(),
  closing: ClosingView.optional(),
  /** Reports of the same child beside this one; shown to the lead. */
  repeats: z.int().optional(),
  earlier: z.array(EarlierReport).optional(),
  details: Details.partial(),
  shownBy: Code,
  links: Links,
});

const ReferralLine = z.object({
  id: ReferralId,
  receiptNumber: z.string(),
  kind: z.string(),
  status: z.string(),
  submittedAt: Instant,
  links: Links,
});

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

export const sendFeedback = endpoint({
  method: 'POST',
  path: '/v1/referrals/{referralId}/feedback',
  operation: 'sendFeedback',
  function: 'referrals',
  action: 'referral.feedback',
  summary: { ka: 'უკუკავშირი შემტყობინებელს', en: 'Feedback to the referrer' },
  params,
  body: z.strictObject({
    code: Code,
    message: Note.optional(),
    offered: z.array(Code).min(1).max(20).optional(),
    takenUp: Code.optional(),
  }),
  idempotent: true,
  answers: { 201: FeedbackView },
  refuses: [
    'not-found',
    'unknown-code',
    'outcome-is-the-leads',
    'offers-with-outcome',
    'not-routed-yet',
    'already-closed',
    'still-running',
    'idempotency-key-reused',
  ],
});

export const acknowledgeFeedback = endpoint({
  method: 'POST',
  path: '/v1/referrals/{referralId}/feedback/{number}/acknowledgement',
  operation: 'acknowledgeFeedback',
  function: 'referrals',
  action: 'referral.acknowledge',
  summary: { ka: 'უკუკავშირის დადასტურება', en: 'Acknowledge feedback' },
  params: { ...params, number: z.coerce.number().int().min(1).max(9999) },
  idempotent: true,
  answers: { 201: FeedbackView },
  refuses: ['not-found', 'still-running', 'idempotency-key-reused'],
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
