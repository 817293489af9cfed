import * as z from 'zod';
import { AgencyId, ReferralId } from '../domain/ids.ts';
import { OwedAnswer } from '../domain/referral/answers.ts';
import { Code } from '../domain/text.ts';
import { Instant } from '../domain/time.ts';
import { Labelled, Note } from './common.ts';
import { endpoint } from './endpoint.ts';
import { ExceptionView, FeedbackView, ReferralView } from './referrals.ts';

const params = { referralId: ReferralId };
const numbered = { ...params, number: z.coerce.number().int().min(1).max(9999) };

/** A question to whoever referred, never to the child, with its answer. */
export const QuestionView = z.object({
  number: z.int(),
  /** Who asks; the referrer sees it where the lead does. */
  from: AgencyId.optional(),
  askedAt: Instant,
  question: z.string(),
  answerBy: Instant.optional(),
  answer: z.string().optional(),
  answeredAt: Instant.optional(),
  /** What not to do in order to answer. */
  reminder: Labelled,
});

/** What whoever referred states of a referral that nobody takes back. */
export const StatementView = z.object({
  number: z.int(),
  kind: Labelled,
  at: Instant,
  text: z.string().optional(),
  considered: z.array(z.object({ at: Instant, note: z.string().optional() })),
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

export const askReferrer = endpoint({
  method: 'POST',
  path: '/v1/referrals/{referralId}/questions',
  operation: 'askReferrer',
  function: 'referrals',
  action: 'question.ask',
  summary: {
    ka: 'შეკითხვა შეტყობინების ავტორს: ბავშვს არ ეკითხებიან',
    en: 'Ask whoever referred: never a question to be put to the child',
  },
  params,
  body: z.strictObject({ question: Note, answerBy: z.iso.datetime({ offset: true }).optional() }),
  idempotent: true,
  answers: { 201: QuestionView },
  refuses: [
    'not-found',
    'not-routed-yet',
    'already-closed',
    'in-the-past',
    'still-running',
    'idempotency-key-reused',
  ],
});

export const listQuestions = endpoint({
  method: 'GET',
  path: '/v1/referrals/{referralId}/questions',
  operation: 'listQuestions',
  function: 'referrals',
  action: 'question.read',
  summary: { ka: 'შეკითხვები და პასუხები', en: 'Questions and answers' },
  params,
  answers: { 200: z.object({ items: z.array(QuestionView) }) },
  refuses: ['not-found'],
});

export const answerQuestion = endpoint({
  method: 'POST',
  path: '/v1/referrals/{referralId}/questions/{number}/answers',
  operation: 'answerQuestion',
  function: 'referrals',
  action: 'question.answer',
  summary: {
    ka: 'პასუხი შეკითხვაზე: რაც უკვე იცით; ბავშვს არ ეკითხებით',
    en: 'Answer with what you know; do not ask the child',
  },
  params: numbered,
  body: z.strictObject({ answer: Note }),
  idempotent: true,
  answers: { 201: QuestionView },
  refuses: ['not-found', 'already-answered', 'still-running', 'idempotency-key-reused'],
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

export const makeStatement = endpoint({
  method: 'POST',
  path: '/v1/referrals/{referralId}/statements',
  operation: 'makeStatement',
  function: 'referrals',
  action: 'statement.make',
  summary: {
    ka: 'განცხადება შეტყობინებაზე: შეცდომა, სხვა ბავშვი, ზეწოლა',
    en: 'State that a referral was a mistake, names the wrong child, or that one is put under pressure',
  },
  params,
  body: z.strictObject({ kind: Code, text: Note }),
  idempotent: true,
  answers: { 201: StatementView },
  refuses: [
    'not-found',
    'not-routed-yet',
    'unknown-code',
    'still-running',
    'idempotency-key-reused',
  ],
});

export const listStatements = endpoint({
  method: 'GET',
  path: '/v1/referrals/{referralId}/statements',
  operation: 'listStatements',
  function: 'referrals',
  action: 'statement.read',
  summary: { ka: 'შეტყობინების ავტორის განცხადებები', en: 'What whoever referred has stated' },
  params,
  answers: { 200: z.object({ items: z.array(StatementView) }) },
  refuses: ['not-found'],
});

export const considerStatement = endpoint({
  method: 'POST',
  path: '/v1/referrals/{referralId}/statements/{number}/considerations',
  operation: 'considerStatement',
  function: 'referrals',
  action: 'statement.consider',
  summary: {
    ka: 'განცხადების განხილვა: ორი სხვადასხვა ადამიანი',
    en: 'Consider a statement: two different people do',
  },
  params: numbered,
  body: z.strictObject({ note: Note }),
  idempotent: true,
  answers: { 201: StatementView },
  refuses: [
    'not-found',
    'person-needed',
    'own-statement',
    'considered-already',
    'still-running',
    'idempotency-key-reused',
  ],
});
