import * as z from 'zod';
import { AgencyId, ReferralId } from '../domain/ids.ts';
import { OwedAnswer } from '../domain/referral/answers.ts';
import { FeedbackStage } from '../domain/referral/referral.ts';
import { Code } from '../domain/text.ts';
import { Instant } from '../domain/time.ts';
import { Labelled, Note } from './common.ts';
import { endpoint } from './endpoint.ts';

const params = { referralId: ReferralId };
const numbered = { ...params, number: z.coerce.number().int().min(1).max(9999) };

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
  params: numbered,
  idempotent: true,
  answers: { 201: FeedbackView },
  refuses: ['not-found', 'still-running', 'idempotency-key-reused'],
});

export const releaseFeedback = endpoint({
  method: 'POST',
  path: '/v1/referrals/{referralId}/feedback/{number}/release',
  operation: 'releaseFeedback',
  function: 'referrals',
  action: 'referral.release-feedback',
  summary: {
    ka: 'წამყვანი უშვებს სხვა უწყების შემოთავაზებულ უკუკავშირს',
    en: 'The lead releases feedback that another agency proposed',
  },
  params: numbered,
  body: z.strictObject({ message: Note.optional() }),
  idempotent: true,
  answers: { 201: FeedbackView },
  refuses: ['not-found', 'already-closed', 'still-running', 'idempotency-key-reused'],
});

export const closeFeedbackLoop = endpoint({
  method: 'POST',
  path: '/v1/referrals/{referralId}/feedback/{number}/closing',
  operation: 'closeFeedbackLoop',
  function: 'referrals',
  action: 'referral.close-loop',
  summary: {
    ka: 'ზედამხედველი ასრულებს დადასტურების მოლოდინს',
    en: 'A supervisor ends the wait for an acknowledgement',
  },
  params: numbered,
  body: z.strictObject({ reason: Code, note: Note.optional() }),
  idempotent: true,
  answers: { 201: FeedbackView },
  refuses: [
    'not-found',
    'unknown-code',
    'head-not-asked-yet',
    'still-running',
    'idempotency-key-reused',
  ],
});

export const exceptFromFeedback = endpoint({
  method: 'POST',
  path: '/v1/referrals/{referralId}/feedback-exceptions',
  operation: 'exceptFromFeedback',
  function: 'referrals',
  action: 'referral.except',
  summary: {
    ka: 'კანონიერი საფუძველი, რომლითაც უკუკავშირი არ იგზავნება',
    en: 'Record a lawful exception from feedback',
  },
  params,
  body: z.strictObject({
    code: Code,
    stages: z.array(OwedAnswer).min(1).max(3).optional(),
    note: Note.optional(),
  }),
  idempotent: true,
  answers: { 201: ExceptionView },
  refuses: [
    'not-found',
    'not-routed-yet',
    'unknown-code',
    'exception-too-wide',
    'already-closed',
    'still-running',
    'idempotency-key-reused',
  ],
});
