import * as z from 'zod';
import { AgencyId, InterviewId, TaskId } from '../domain/ids.ts';
import { InterviewResult } from '../domain/interview/interview.ts';
import { Moment } from '../domain/moment.ts';
import { Urgency } from '../domain/task/statuses.ts';
import { Code, line } from '../domain/text.ts';
import { Instant } from '../domain/time.ts';
import { Labelled, Note, Person } from './common.ts';
import { endpoint } from './endpoint.ts';

const params = { interviewId: InterviewId };
const repeated = ['still-running', 'idempotency-key-reused'] as const;

/** Nobody records more of one meeting: each task has clocks and an outbox of its own. */
const DECISIONS_MOST = 6;

const Attends = z.strictObject({ agency: AgencyId, role: Code });

export const PlanningView = z.object({
  number: z.int(),
  heldAt: Instant,
  attendance: z.array(z.object({ agency: AgencyId, role: Code })),
  agenda: z.array(Labelled),
  decisions: z.array(
    z.object({ item: Labelled, note: z.string().optional(), task: TaskId.optional() }),
  ),
  /** The task in which a named person informs child and family. */
  informs: TaskId,
});

export const holdPlanning = endpoint({
  method: 'POST',
  path: '/v1/interviews/{interviewId}/planning',
  operation: 'holdPlanning',
  function: 'visits',
  action: 'visit.plan',
  summary: {
    ka: 'დაგეგმვის შეხვედრა ჩატარდა: ვინ ესწრებოდა, რა გადაწყდა, ვის რა ამოცანა აქვს',
    en: 'The planning meeting was held: who was there, what was decided, who does what',
  },
  params,
  body: z.strictObject({
    heldAt: Moment,
    attendance: z.array(Attends).min(1).max(20),
    agenda: z.array(Code).max(20),
    decisions: z
      .array(
        z.strictObject({
          item: Code,
          note: Note,
          task: z.strictObject({ kind: Code, agency: AgencyId, urgency: Urgency }).optional(),
        }),
      )
      .max(DECISIONS_MOST),
    /** Who informs child and family, by name. */
    informs: z.strictObject({ agency: AgencyId, person: Person }),
  }),
  idempotent: true,
  answers: { 201: PlanningView },
  refuses: [
    'not-found',
    'visit-not-in-planning',
    'agenda-open',
    'unknown-code',
    'unknown-agency',
    'agency-excluded',
    'in-the-future',
    'already-closed',
    ...repeated,
  ],
});

export const plannings = endpoint({
  method: 'GET',
  path: '/v1/interviews/{interviewId}/planning',
  operation: 'plannings',
  function: 'visits',
  action: 'visit.read',
  summary: { ka: 'დაგეგმვის შეხვედრები', en: 'The planning meetings' },
  params,
  answers: { 200: z.object({ items: z.array(PlanningView) }) },
  refuses: ['not-found'],
});

export const SessionView = z.object({
  number: z.int(),
  startedAt: Instant,
  present: z.array(
    z.object({
      role: Code,
      agency: AgencyId,
      video: z.boolean(),
      standIn: z.boolean(),
      name: z.string().optional(),
    }),
  ),
  withoutMeeting: Labelled.optional(),
  breaks: z.array(
    z.object({ from: Instant, to: Instant.optional(), collectsQuestions: z.boolean() }),
  ),
  endedAt: Instant.optional(),
  result: Labelled.optional(),
});
export const VisitDayView = z.object({
  status: z.string(),
  version: z.int(),
  sessions: z.array(SessionView),
});

export const startVisit = endpoint({
  method: 'POST',
  path: '/v1/interviews/{interviewId}/start',
  operation: 'startVisit',
  function: 'visits',
  action: 'visit.run',
  summary: {
    ka: 'გამოკითხვა იწყება: ვინ ესწრება და რა როლით',
    en: 'The interview begins: who is present, in which role',
  },
  params,
  body: z.strictObject({
    present: z
      .array(
        z.strictObject({
          role: Code,
          agency: AgencyId,
          name: line(150).optional(),
          account: z.string().min(1).max(128).optional(),
          video: z.boolean().default(false),
          standIn: z.boolean().default(false),
          /** A person has looked: only the name is that of an alleged perpetrator. */
          sameNameChecked: z.literal(true).optional(),
        }),
      )
      .min(1)
      .max(20),
    /** Held without a planning meeting: the emergency, by its code. */
    withoutMeeting: Code.optional(),
  }),
  idempotent: true,
  answers: { 201: VisitDayView },
  refuses: [
    'not-found',
    'unknown-code',
    'visit-not-booked',
    'visit-on-another-day',
    'planning-missing',
    'legal-form-missing',
    'consent-missing',
    'role-absent',
    'must-not-be-present',
    'preparation-open',
    ...repeated,
  ],
});

export const visitBreak = endpoint({
  method: 'POST',
  path: '/v1/interviews/{interviewId}/breaks',
  operation: 'visitBreak',
  function: 'visits',
  action: 'visit.run',
  summary: {
    ka: 'შესვენება იწყება ან მთავრდება; ბოლოსკენ იკრიბება დამკვირვებლების კითხვები',
    en: 'A break begins or ends; near the end the observers’ questions are collected',
  },
  params,
  body: z.union([
    z.strictObject({ begin: z.literal(true), collectsQuestions: z.boolean().default(false) }),
    z.strictObject({ end: z.literal(true) }),
  ]),
  idempotent: true,
  answers: { 201: VisitDayView },
  refuses: ['not-found', 'visit-not-under-way', 'break-open', 'no-break-open', ...repeated],
});

export const endVisit = endpoint({
  method: 'POST',
  path: '/v1/interviews/{interviewId}/end',
  operation: 'endVisit',
  function: 'visits',
  action: 'visit.run',
  summary: {
    ka: 'გამოკითხვა დასრულდა: შედეგი, რა გაირკვა და რა არ იკითხა და რატომ',
    en: 'The interview has ended: its result, what was covered, what was not asked and why',
  },
  params,
  body: z.strictObject({
    result: InterviewResult,
    covered: z.array(z.int().min(1)).max(200),
    notAsked: z.array(z.strictObject({ number: z.int().min(1), reason: Code })).max(200),
  }),
  idempotent: true,
  answers: { 201: VisitDayView },
  refuses: [
    'not-found',
    'unknown-code',
    'visit-not-under-way',
    'break-open',
    'topics-open',
    ...repeated,
  ],
});

export const visitDay = endpoint({
  method: 'GET',
  path: '/v1/interviews/{interviewId}/sessions',
  operation: 'visitDay',
  function: 'visits',
  action: 'visit.read',
  summary: {
    ka: 'როგორ ჩატარდა: დასწრება, შესვენებები, დასასრული',
    en: 'How it was held: presence, breaks, end',
  },
  params,
  answers: { 200: VisitDayView },
  refuses: ['not-found'],
});
