import * as z from 'zod';
import { AgencyId, ReferralId } from '../domain/ids.ts';
import { Instant } from '../domain/time.ts';
import { Labelled, Note } from './common.ts';
import { endpoint } from './endpoint.ts';

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
