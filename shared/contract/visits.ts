import * as z from 'zod';
import { AgencyId, InterviewId, TaskId } from '../domain/ids.ts';
import { InterviewResult } from '../domain/interview/interview.ts';
import { Moment } from '../domain/moment.ts';
import { Urgency } from '../domain/task/statuses.ts';
import { Code, Language, line, text } from '../domain/text.ts';
import { Instant } from '../domain/time.ts';
import { Labelled, Note, Person } from './common.ts';
import { endpoint } from './endpoint.ts';

const params = { interviewId: InterviewId };
const repeated = ['still-running', 'idempotency-key-reused'] as const;

/** Nobody records more of one meeting: each task has clocks and an outbox of its own. */
const DECISIONS_MOST = 6;
const TOPICS_MOST = 20;

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

const VisibilityView = z.object({
  /** From the opening of the visit on; then each change, in its order. */
  changes: z.array(
    z.object({
      at: Instant,
      because: z.enum(['opened', 'permitted', 'lifted']),
      agency: AgencyId.optional(),
      permits: z.array(Labelled),
      groups: z.array(z.string()),
    }),
  ),
  /** What the interviewer’s side read of the child, by the access journal. */
  reads: z.array(
    z.object({
      at: Instant,
      agency: AgencyId,
      account: z.string(),
      what: z.string(),
      groups: z.array(z.string()),
      rule: z.string(),
    }),
  ),
});

export const permitTopics = endpoint({
  method: 'POST',
  path: '/v1/interviews/{interviewId}/visibility',
  operation: 'permitTopics',
  function: 'visits',
  action: 'visit.plan',
  summary: {
    ka: 'წამყვანი წყვეტს, კიდევ რა შეიძლება იცოდეს გამომკითხავმა წინასწარ',
    en: 'The lead decides what more the interviewer may know beforehand',
  },
  params,
  body: z.strictObject({ permits: z.array(Code).max(20) }),
  idempotent: true,
  answers: { 201: VisibilityView },
  refuses: ['not-found', 'unknown-code', 'not-your-role', 'firewall-lifted', ...repeated],
});

export const visibility = endpoint({
  method: 'GET',
  path: '/v1/interviews/{interviewId}/visibility',
  operation: 'visibility',
  function: 'visits',
  action: 'visit.read',
  summary: {
    ka: 'რას ხედავდა გამომკითხავის მხარე და როდის',
    en: 'What the interviewer’s side could see, and when',
  },
  params,
  answers: { 200: VisibilityView },
  refuses: ['not-found'],
});

export const childOfVisit = endpoint({
  method: 'GET',
  path: '/v1/interviews/{interviewId}/child',
  operation: 'childOfVisit',
  function: 'visits',
  action: 'visit.read',
  summary: {
    ka: 'ბავშვი, მისი საჭიროებები, ჯანმრთელობის რისკები და სახელები ინტერესთა კონფლიქტის შესამოწმებლად',
    en: 'The child, its needs, health risks, and the names for the check of conflicts of interest',
  },
  params,
  answers: {
    200: z.object({
      /** What is open to the reader, by group; the rest is absent. */
      details: z.record(z.string(), z.unknown()),
      needs: z.array(Labelled),
      language: Language,
      /** Names of alleged perpetrators, and nothing else about them. */
      conflictNames: z.array(z.string()),
      shownBy: z.string(),
    }),
  },
  refuses: ['not-found'],
});

export const PreparationView = z.object({
  points: z.array(
    z.object({
      code: Code,
      label: z.string(),
      required: z.boolean(),
      state: z.enum(['open', 'done', 'not-done']),
      reason: Labelled.optional(),
      devices: z.array(Code).optional(),
      note: z.string().optional(),
      at: Instant.optional(),
      agency: AgencyId.optional(),
    }),
  ),
  /** Every required point has been dealt with. */
  ready: z.boolean(),
});

export const preparation = endpoint({
  method: 'GET',
  path: '/v1/interviews/{interviewId}/preparation',
  operation: 'preparation',
  function: 'visits',
  action: 'visit.read',
  summary: {
    ka: 'რა უნდა მომზადდეს ამ ბავშვისთვის და რა არის უკვე მზად',
    en: 'What has to be prepared for this child, and what is ready',
  },
  params,
  answers: { 200: PreparationView },
  refuses: ['not-found'],
});

export const prepare = endpoint({
  method: 'POST',
  path: '/v1/interviews/{interviewId}/preparation/{code}',
  operation: 'prepare',
  function: 'visits',
  action: 'visit.prepare',
  summary: {
    ka: 'მომზადების საკითხი შესრულდა, ან რატომ არა',
    en: 'A point of the preparation is done, or why it is not',
  },
  params: { ...params, code: Code },
  body: z.union([
    z.strictObject({
      done: z.literal(true),
      devices: z.array(Code).max(6).optional(),
      note: Note.optional(),
    }),
    z.strictObject({ notDone: Code, note: Note.optional() }),
  ]),
  idempotent: true,
  answers: { 201: PreparationView },
  refuses: [
    'not-found',
    'unknown-code',
    'preparation-open',
    'devices-missing',
    'visit-not-in-planning',
    ...repeated,
  ],
});

const TextView = z.object({
  lang: Language,
  text: z.string(),
  /** The language asked for has no text of its own. */
  instead: z.boolean(),
});

export const absenceNote = endpoint({
  method: 'GET',
  path: '/v1/interviews/{interviewId}/absence-note',
  operation: 'absenceNote',
  function: 'visits',
  action: 'visit.read',
  summary: {
    ka: 'ნეიტრალური ცნობა სკოლისთვის: მხოლოდ თარიღი',
    en: 'A neutral absence note for the school: the date and nothing else',
  },
  params,
  query: { lang: Language.optional() },
  answers: { 200: TextView },
  refuses: ['not-found', 'visit-not-booked'],
});

export const childInformation = endpoint({
  method: 'GET',
  path: '/v1/interviews/{interviewId}/child-information',
  operation: 'childInformation',
  function: 'visits',
  action: 'visit.read',
  summary: {
    ka: 'ბავშვისთვის გასაგები ტექსტი მის ენაზე: რა მოხდება',
    en: 'What will happen, in words for the child and in its language',
  },
  params,
  query: { lang: Language.optional() },
  answers: { 200: TextView },
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
