import * as z from 'zod';
import { AgencyId, InterviewId } from '../domain/ids.ts';
import { Code, text } from '../domain/text.ts';
import { Instant } from '../domain/time.ts';
import { Labelled } from './common.ts';
import { endpoint } from './endpoint.ts';

const params = { interviewId: InterviewId };
const repeated = ['still-running', 'idempotency-key-reused'] as const;

const TOPICS_MOST = 20;

/** One question of the merged plan; what several agencies need is asked once. */
const QuestionView = z.object({
  filings: z.array(z.object({ number: z.int(), agency: AgencyId, version: z.int() })),
  question: z.string().optional(),
  /** Forms of leading the words may have: flagged for a look, never blocked. */
  leading: z.array(Labelled),
  review: z
    .object({
      decision: z.enum(['kept', 'reworded', 'dropped']),
      reason: Labelled.optional(),
      at: Instant,
    })
    .optional(),
  outcome: z
    .object({ state: z.enum(['covered', 'not-asked']), reason: Labelled.optional() })
    .optional(),
});

export const QuestionPlan = z.object({
  topics: z.array(
    z.object({ topic: Labelled, agencies: z.array(AgencyId), questions: z.array(QuestionView) }),
  ),
  /** Agencies that have said they need nothing to be asked. */
  nothingFrom: z.array(AgencyId),
  /** Agencies that have to say what they need, and have said nothing yet. */
  missingFrom: z.array(AgencyId),
  dueAt: Instant.optional(),
});

export const fileTopics = endpoint({
  method: 'POST',
  path: '/v1/interviews/{interviewId}/topics',
  operation: 'fileTopics',
  function: 'visits',
  action: 'visit.topics',
  summary: {
    ka: 'უწყება წერს, რა უნდა გაირკვეს გამოკითხვაზე, ან რომ არაფერი სჭირდება',
    en: 'An agency files what it needs to be asked, or that it needs nothing',
  },
  params,
  body: z.union([
    z.strictObject({
      topics: z
        .array(z.strictObject({ topic: Code, question: text(500).optional() }))
        .min(1)
        .max(TOPICS_MOST),
    }),
    z.strictObject({ nothing: z.literal(true) }),
  ]),
  idempotent: true,
  answers: { 201: QuestionPlan },
  refuses: ['not-found', 'unknown-code', 'visit-not-in-planning', ...repeated],
});

export const questionPlan = endpoint({
  method: 'GET',
  path: '/v1/interviews/{interviewId}/topics',
  operation: 'questionPlan',
  function: 'visits',
  action: 'visit.read',
  summary: {
    ka: 'კითხვების ერთიანი გეგმა: რაც რამდენიმე უწყებას სჭირდება, ერთხელ იკითხება',
    en: 'The one plan of questions: what several agencies need is asked once',
  },
  params,
  answers: { 200: QuestionPlan },
  refuses: ['not-found'],
});

export const reviewTopic = endpoint({
  method: 'POST',
  path: '/v1/interviews/{interviewId}/topics/{number}/review',
  operation: 'reviewTopic',
  function: 'visits',
  action: 'visit.run',
  summary: {
    ka: 'გამომკითხავი განიხილავს კითხვას: რჩება, სხვაგვარად ითქმის ან მოიხსნება მიზეზით',
    en: 'The interviewer reviews a question: kept, reworded, or dropped with a reason',
  },
  params: { ...params, number: z.coerce.number().int().min(1).max(9999) },
  body: z.union([
    z.strictObject({ decision: z.literal('kept') }),
    z.strictObject({ decision: z.literal('reworded'), question: text(500) }),
    z.strictObject({ decision: z.literal('dropped'), reason: Code }),
  ]),
  conditional: true,
  answers: { 200: QuestionPlan },
  refuses: ['not-found', 'unknown-code', 'visit-not-in-planning', 'changed-meanwhile'],
});
