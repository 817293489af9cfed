import * as z from 'zod';
import { AgencyId, InterviewId } from '../domain/ids.ts';
import { Code, Language } from '../domain/text.ts';
import { Instant } from '../domain/time.ts';
import { Labelled, Note } from './common.ts';
import { endpoint } from './endpoint.ts';

const params = { interviewId: InterviewId };
const repeated = ['still-running', 'idempotency-key-reused'] as const;

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
