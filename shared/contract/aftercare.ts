import * as z from 'zod';
import { AgencyId, InterviewId, TaskId } from '../domain/ids.ts';
import { Code, line, Phone, text } from '../domain/text.ts';
import { Instant } from '../domain/time.ts';
import { CareState } from '../domain/visit/aftercare.ts';
import { Labelled } from './common.ts';
import { endpoint } from './endpoint.ts';

const params = { interviewId: InterviewId };
const repeated = ['still-running', 'idempotency-key-reused'] as const;

const CareEntry = z.object({
  number: z.int(),
  at: Instant,
  agency: AgencyId.optional(),
  item: Labelled,
  state: Labelled,
  reason: Labelled.optional(),
  result: Labelled.optional(),
  person: z.string().optional(),
  note: z.string().optional(),
  followUp: z.iso.date().optional(),
  tasks: z.array(TaskId).optional(),
});

export const CareView = z.object({
  items: z.array(CareEntry),
  /** What must be so before the child leaves, and is not. */
  openBeforeLeaving: z.array(Labelled),
  /** What is owed after the visit, and by when. */
  owed: z.array(
    z.object({ clock: Labelled, item: Labelled.optional(), holder: AgencyId, dueAt: Instant }),
  ),
  leftAt: Instant.optional(),
});

export const recordCare = endpoint({
  method: 'POST',
  path: '/v1/interviews/{interviewId}/aftercare',
  operation: 'recordCare',
  function: 'visits',
  action: 'aftercare.record',
  summary: {
    ka: 'რა გაკეთდა ბავშვისა და ოჯახისთვის გამოკითხვის შემდეგ',
    en: 'What was done for child and family after the interview',
  },
  params,
  body: z.strictObject({
    code: Code,
    state: CareState,
    reason: Code.optional(),
    /** Of the screening for self-harm. */
    result: Code.optional(),
    /** Whom the child may call. */
    person: z.strictObject({ name: line(150), phone: Phone }).optional(),
    note: text(2000).optional(),
    followUp: z.iso.date().optional(),
  }),
  idempotent: true,
  answers: { 201: CareView },
  refuses: [
    'not-found',
    'unknown-code',
    'interview-going-on',
    'care-out-of-order',
    'person-missing',
    'not-your-role',
    'already-closed',
    ...repeated,
  ],
});

export const aftercare = endpoint({
  method: 'GET',
  path: '/v1/interviews/{interviewId}/aftercare',
  operation: 'aftercare',
  function: 'visits',
  action: 'visit.read',
  summary: {
    ka: 'დახმარება გამოკითხვის შემდეგ: რა გაკეთდა და რა არის დარჩენილი',
    en: 'Care after the interview: what was done, and what is owed',
  },
  params,
  answers: { 200: CareView },
  refuses: ['not-found'],
});

export const endDeparture = endpoint({
  method: 'POST',
  path: '/v1/interviews/{interviewId}/departure',
  operation: 'endDeparture',
  function: 'visits',
  action: 'visit.run',
  summary: {
    ka: 'ბავშვი ცენტრს ტოვებს: უსაფრთხოა, შეფასებულია და იცის, ვის დაურეკოს',
    en: 'The child leaves the centre: safe, screened, and knowing whom to call',
  },
  params,
  body: z.strictObject({
    /** What was not done, each with why; a person has to say it. */
    reasons: z
      .array(z.strictObject({ item: Code, reason: Code }))
      .max(10)
      .default([]),
  }),
  idempotent: true,
  answers: { 201: CareView },
  refuses: [
    'not-found',
    'unknown-code',
    'visit-not-under-way',
    'interview-going-on',
    'departure-incomplete',
    'person-says-it',
    ...repeated,
  ],
});

/** What became of a topic the reader’s agency filed. */
export const TopicOutcome = z.object({
  number: z.int(),
  topic: Labelled,
  question: z.string().optional(),
  state: z.enum(['open', 'dropped', 'covered', 'not-asked']),
  reason: Labelled.optional(),
});

export const visitOutcome = endpoint({
  method: 'GET',
  path: '/v1/interviews/{interviewId}/outcome',
  operation: 'visitOutcome',
  function: 'visits',
  action: 'visit.read',
  summary: {
    ka: 'რა მოჰყვა თქვენს კითხვებს: შედეგი, რა გაირკვა და სად არის ჩანაწერი',
    en: 'What became of your questions: the result, what was covered, where the recording is',
  },
  params,
  answers: {
    200: z.object({
      status: z.string(),
      result: Labelled.optional(),
      endedAt: Instant.optional(),
      /** Of the topics your agency filed. */
      topics: z.array(TopicOutcome),
      /** Items of the ledger that can be asked for. */
      recordings: z.array(z.object({ number: z.int(), content: Labelled, holder: AgencyId })),
      followUps: z.array(z.object({ item: Labelled, on: z.iso.date() })),
    }),
  },
  refuses: ['not-found'],
});
