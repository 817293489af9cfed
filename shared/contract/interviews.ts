import * as z from 'zod';
import { AgencyId, CaseId, InterviewId } from '../domain/ids.ts';
import { LegalForm } from '../domain/interview/interview.ts';
import { Moment } from '../domain/moment.ts';
import { LastIncident } from '../domain/referral/submission.ts';
import { Code, Language } from '../domain/text.ts';
import { Instant } from '../domain/time.ts';
import { ForbiddenTimeGiven, WishGiven } from './childs-times.ts';
import { Labelled, Links, Note, Person } from './common.ts';
import { endpoint } from './endpoint.ts';
import { ConsentView, InterviewView } from './interview-view.ts';

const params = { interviewId: InterviewId };
const creating = ['still-running', 'idempotency-key-reused'] as const;
const guarded = [
  'same-child-unanswered',
  'interview-active',
  'interview-used',
  'interview-of-same-person',
] as const;
const changing = ['not-found', 'visit-plan-closed'] as const;

/** What can be said of a visit at any time; an arrest or a charge makes it due sooner. */
const facts = {
  arrestedAt: Moment.optional(),
  chargedAt: Moment.optional(),
  /** When signs were noticed that the child is pressed to retract. */
  pressureToRetractAt: Moment.optional(),
  fullAccountAt: Moment.optional(),
  lastIncidentAt: LastIncident.optional(),
  forensicOrder: z.strictObject({ document: Code }).optional(),
  examinedAt: Moment.optional(),
  interpreterLanguage: Language.optional(),
  needs: z.array(Code).max(20).optional(),
};

export const FactsGiven = z.strictObject(facts);
export type FactsGiven = z.infer<typeof FactsGiven>;

export const openInterview = endpoint({
  method: 'POST',
  path: '/v1/cases/{caseId}/interviews',
  operation: 'openInterview',
  function: 'interviews',
  action: 'interview.open',
  summary: {
    ka: 'ხსნის ბავშვის ცენტრში მიღების გეგმას: ვადა, ადგილი, ხანგრძლივობა და მონაწილეები, მიზეზებით',
    en: 'Opens the visit of a child: deadline, place, length and roles, each with its reasons',
  },
  params: { caseId: CaseId },
  body: z.strictObject({
    ...facts,
    /** Asked for as a must. */
    interviewerSex: z.enum(['female', 'male']).optional(),
    companion: Person.optional(),
    wishes: z.array(WishGiven).max(20).default([]),
    forbiddenTimes: z.array(ForbiddenTimeGiven).max(20).default([]),
  }),
  idempotent: true,
  answers: { 201: InterviewView },
  refuses: [
    'not-found',
    'unknown-code',
    'in-the-future',
    'already-closed',
    ...guarded,
    ...creating,
  ],
});

export const getInterview = endpoint({
  method: 'GET',
  path: '/v1/interviews/{interviewId}',
  operation: 'getInterview',
  function: 'interviews',
  action: 'interview.read',
  summary: {
    ka: 'მიღების გეგმა: როდისმდე, სად, ვინ, რამდენ ხანს და რატომ',
    en: 'The plan of a visit: by when, where, who, how long and why',
  },
  params,
  answers: { 200: InterviewView },
  refuses: ['not-found'],
});

const InterviewLine = z.object({
  id: InterviewId,
  status: Labelled,
  openedAt: Instant,
  episode: z.int(),
  place: z.int(),
  tier: z.int(),
  dueAt: Instant,
  site: AgencyId,
  links: Links,
});

export const listInterviews = endpoint({
  method: 'GET',
  path: '/v1/cases/{caseId}/interviews',
  operation: 'listInterviews',
  function: 'interviews',
  action: 'interview.read',
  summary: {
    ka: 'ბავშვის მიღებები, ყველა შემთხვევიდან',
    en: 'The visits of a child, of all its cases',
  },
  params: { caseId: CaseId },
  answers: { 200: z.object({ items: z.array(InterviewLine) }) },
  refuses: ['not-found'],
});

export const addFacts = endpoint({
  method: 'POST',
  path: '/v1/interviews/{interviewId}/facts',
  operation: 'addFacts',
  function: 'interviews',
  action: 'interview.plan',
  summary: {
    ka: 'ახალი გარემოება: დაკავება, ბრალი, ზეწოლა, დადგენილება ექსპერტიზაზე; ვადა მხოლოდ მცირდება',
    en: 'A new fact: an arrest, a charge, pressure, an order for the examination; it can only be due sooner',
  },
  params,
  body: FactsGiven,
  idempotent: true,
  answers: { 200: InterviewView },
  refuses: [...changing, 'unknown-code', 'in-the-future', ...creating],
});

export const planInterview = endpoint({
  method: 'POST',
  path: '/v1/interviews/{interviewId}/plan',
  operation: 'planInterview',
  function: 'interviews',
  action: 'interview.plan',
  summary: {
    ka: 'დაგეგმვისას მიღებული გადაწყვეტილებები; სამართლებრივ ფორმას მხოლოდ პროკურორი ირჩევს',
    en: 'What is decided at planning; the legal form is the prosecutor’s alone to choose',
  },
  params,
  body: z.strictObject({
    legalForm: LegalForm.optional(),
    interpreter: z.enum(['room', 'screen']).optional(),
    /** The interpreter may come from the child's own municipality; needs a reason. */
    interpreterFromNear: z.boolean().optional(),
    interviewerSex: z.enum(['female', 'male']).optional(),
    /** Whom the child chose to bring, or that this is refused; a refusal needs a reason. */
    companion: z.union([z.strictObject({ wanted: Person }), z.literal('refused')]).optional(),
    /** Another place; needs a reason. */
    site: AgencyId.optional(),
    siblings: z.strictObject({ with: InterviewId, order: z.int().min(1).max(15) }).optional(),
    reason: Note.optional(),
  }),
  conditional: true,
  answers: { 200: InterviewView },
  refuses: [
    ...changing,
    'reason-missing',
    'prosecutor-chooses',
    'sign-always-visible',
    'site-not-possible',
    'siblings-not-possible',
    'changed-meanwhile',
  ],
});

export const recordConsent = endpoint({
  method: 'POST',
  path: '/v1/interviews/{interviewId}/consents',
  operation: 'recordConsent',
  function: 'interviews',
  action: 'interview.consent',
  summary: {
    ka: 'ბავშვის წარმომადგენლის თანხმობა ან უარი; სავარაუდო მოძალადის ან მასზე დამოკიდებულის ნათქვამი ბათილია',
    en: 'Consent or refusal of the child’s representative; void where that person is accused or tied to an accused',
  },
  params,
  body: z.strictObject({
    result: z.enum(['given', 'refused']),
    by: Person,
    capacity: Code,
    note: Note.optional(),
  }),
  idempotent: true,
  answers: { 201: ConsentView },
  refuses: [...changing, 'unknown-code', ...creating],
});

export const recordOrder = endpoint({
  method: 'POST',
  path: '/v1/interviews/{interviewId}/orders',
  operation: 'recordOrder',
  function: 'interviews',
  action: 'interview.consent',
  summary: {
    ka: 'სასამართლოს ბრძანება, თავისი ნომრით: მას ვერც ერთი უწყება ვერ შეაჩერებს',
    en: 'A court’s order by its document number: no agency can stop it',
  },
  params,
  body: z.strictObject({ document: Code, court: AgencyId }),
  idempotent: true,
  answers: { 201: InterviewView },
  refuses: [...changing, 'unknown-agency', 'order-recorded', ...creating],
});
