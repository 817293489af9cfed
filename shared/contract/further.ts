import * as z from 'zod';
import { AgencyId, CaseId, InterviewId } from '../domain/ids.ts';
import { EpisodeSide } from '../domain/interview/episode.ts';
import { Code } from '../domain/text.ts';
import { Instant } from '../domain/time.ts';
import { Labelled, Links, Note } from './common.ts';
import { endpoint } from './endpoint.ts';

const ofCase = { caseId: CaseId };
const ofVisit = { interviewId: InterviewId };
const changing = ['not-found', 'if-match-absent', 'changed-meanwhile'] as const;
const creating = ['not-found', 'still-running', 'idempotency-key-reused'] as const;

const Approved = z.object({ at: Instant, agency: AgencyId });

export const EpisodeView = z.object({
  number: z.int(),
  /** Which episode this opens. */
  opens: z.int(),
  reason: Labelled,
  side: EpisodeSide,
  at: Instant,
  agency: AgencyId.optional(),
  note: z.string().optional(),
  confirmed: Approved.optional(),
  version: z.int(),
  links: Links,
});

export const askEpisode = endpoint({
  method: 'POST',
  path: '/v1/cases/{caseId}/episodes',
  operation: 'askEpisode',
  function: 'interviews',
  action: 'episode.open',
  summary: {
    ka: 'ახალი ეპიზოდის გახსნის მოთხოვნა; მას წამყვანი და პროკურორი ერთად ხსნიან',
    en: 'Asks to open a new episode; lead and prosecutor open it together',
  },
  params: ofCase,
  body: z.strictObject({ reason: Code, note: Note }),
  idempotent: true,
  answers: { 201: EpisodeView },
  refuses: [
    ...creating,
    'unknown-code',
    'already-closed',
    'interview-not-held-yet',
    'episode-asked-already',
  ],
});

export const confirmEpisode = endpoint({
  method: 'POST',
  path: '/v1/cases/{caseId}/episodes/{number}/confirmation',
  operation: 'confirmEpisode',
  function: 'interviews',
  action: 'episode.open',
  summary: {
    ka: 'მეორე მხარე ადასტურებს და ეპიზოდი იხსნება',
    en: 'The other of lead and prosecutor confirms, and the episode is open',
  },
  params: { ...ofCase, number: z.coerce.number().int().min(1).max(9999) },
  conditional: true,
  answers: { 200: EpisodeView },
  refuses: [
    ...changing,
    'already-closed',
    'interview-not-held-yet',
    'episode-open-already',
    'lead-and-prosecutor-needed',
  ],
});

export const episodes = endpoint({
  method: 'GET',
  path: '/v1/cases/{caseId}/episodes',
  operation: 'episodes',
  function: 'interviews',
  action: 'episode.open',
  summary: { ka: 'ბავშვის ეპიზოდები', en: 'The episodes that were asked for' },
  params: ofCase,
  answers: { 200: z.object({ episode: z.int(), items: z.array(EpisodeView) }) },
  refuses: ['not-found'],
});

/** Where a visit stands as far as the guard is concerned; the whole of it is read by its link. */
export const GuardedVisit = z.object({
  id: InterviewId,
  case: CaseId,
  status: Code,
  episode: z.int(),
  place: z.int(),
  /** Of a further interview. */
  further: z
    .object({
      after: InterviewId,
      need: Labelled,
      necessity: z.string().optional(),
      topics: z.int(),
      otherInterviewer: Labelled.optional(),
      approved: Approved.optional(),
    })
    .optional(),
  /** Of one that was broken off. */
  goesOn: z
    .object({ until: Instant, childAgreedAt: Instant.optional(), approved: Approved.optional() })
    .optional(),
  order: z.object({ document: z.string(), court: AgencyId }).optional(),
  /** What it needs before a time may be booked; absent when nothing. */
  needs: Code.optional(),
  timesToldCount: z.int().optional(),
  version: z.int(),
  links: Links,
});

export const askFurther = endpoint({
  method: 'POST',
  path: '/v1/cases/{caseId}/interviews/further',
  operation: 'askFurther',
  function: 'interviews',
  action: 'interview.further',
  summary: {
    ka: 'დამატებითი გამოკითხვის მოთხოვნა: დასაბუთებით, ახალ საკითხებზე, იმავე გამომკითხველთან',
    en: 'Asks for a further interview: with a necessity, on new topics, by the same interviewer',
  },
  params: ofCase,
  body: z.strictObject({
    need: Code,
    necessity: Note.optional(),
    topics: z
      .array(z.strictObject({ topic: Code, question: Note.optional() }))
      .min(1)
      .max(20),
    /** Why the interviewer of before cannot hold it. */
    otherInterviewer: Code.optional(),
    /** A court's order needs nobody's approval. */
    order: z.strictObject({ document: Code, court: AgencyId }).optional(),
  }),
  idempotent: true,
  answers: { 201: GuardedVisit },
  refuses: [
    ...creating,
    'unknown-code',
    'unknown-agency',
    'already-closed',
    'necessity-missing',
    'topic-covered-already',
    'same-child-unanswered',
    'interview-of-same-person',
    'interview-not-held-yet',
    'interview-active',
  ],
});

export const approveInterview = endpoint({
  method: 'POST',
  path: '/v1/interviews/{interviewId}/approvals',
  operation: 'approveInterview',
  function: 'interviews',
  action: 'interview.approve',
  summary: {
    ka: 'სხვა იურიდიული პირის უწყება ამტკიცებს დამატებით გამოკითხვას ან გაგრძელებას',
    en: 'An agency of another legal person approves a further interview, or going on late',
  },
  params: ofVisit,
  conditional: true,
  answers: { 200: GuardedVisit },
  refuses: [
    ...changing,
    'visit-not-in-planning',
    'nothing-to-approve',
    'other-legal-person-needed',
  ],
});

export const goOn = endpoint({
  method: 'POST',
  path: '/v1/interviews/{interviewId}/continuation',
  operation: 'goOn',
  function: 'interviews',
  action: 'interview.go-on',
  summary: {
    ka: 'ბავშვის პასუხი, სურს თუ არა შეწყვეტილი გამოკითხვის გაგრძელება',
    en: 'What the child says to going on with an interview that was broken off',
  },
  params: ofVisit,
  body: z.strictObject({ childAgrees: z.enum(['yes', 'no']) }),
  conditional: true,
  answers: { 200: GuardedVisit },
  refuses: [...changing, 'nothing-goes-on'],
});

export const closeVisit = endpoint({
  method: 'POST',
  path: '/v1/interviews/{interviewId}/closure',
  operation: 'closeVisit',
  function: 'interviews',
  action: 'interview.cancel',
  summary: {
    ka: 'მთელი მიღების გაუქმება: დრო და ადგილი მაშინვე თავისუფლდება',
    en: 'Cancels the whole visit: its time, and the child’s one interview, are free at once',
  },
  params: ofVisit,
  body: z.strictObject({
    reason: Code,
    /** The court's own later document, where it had ordered the interview. */
    document: Code.optional(),
  }),
  conditional: true,
  answers: { 200: GuardedVisit },
  refuses: [
    ...changing,
    'unknown-code',
    'visit-of-other-agency',
    'visit-over',
    'interview-under-way',
    'ordered-by-court',
  ],
});
