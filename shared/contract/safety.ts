import * as z from 'zod';
import { AgencyId, CaseId, ReferralId, TaskId } from '../domain/ids.ts';
import { SafetyDecisionRequest } from '../domain/safety/request.ts';
import { FourTrack } from '../domain/safety/tracks.ts';
import { Code } from '../domain/text.ts';
import { Instant } from '../domain/time.ts';
import { Labelled, Links, Note, Person, ProtectedAddress } from './common.ts';
import { endpoint } from './endpoint.ts';

const params = { caseId: CaseId };

/** A decision on the child's safety; what the caller's work does not need is absent. */
export const SafetyDecisionView = z.object({
  number: z.int(),
  at: Instant,
  agency: AgencyId.optional(),
  result: z.enum(['seen', 'not-seen']),
  /** It still counts: neither its review nor a measure of it is overdue. */
  current: z.boolean(),
  childSeenAt: Instant.optional(),
  seenBy: z.string().optional(),
  seenAlone: z.enum(['yes', 'no']).optional(),
  where: Labelled.optional(),
  sleepsTonight: Labelled.optional(),
  measures: z
    .array(
      z.object({
        kind: Labelled,
        perpetrator: z.int().optional(),
        against: z.string().optional(),
        validUntil: Instant.optional(),
      }),
    )
    .optional(),
  siblingsChecked: z.enum(['yes', 'no', 'none']).optional(),
  notSeen: Labelled.optional(),
  triedAt: Instant.optional(),
  /** The tasks that were opened at once. */
  opened: z.array(TaskId).optional(),
  reviewBy: Instant,
  reason: z.string().optional(),
  shownBy: z.string(),
});

export const decideSafety = endpoint({
  method: 'POST',
  path: '/v1/cases/{caseId}/safety-decisions',
  operation: 'decideSafety',
  function: 'cases',
  action: 'case.decide-safety',
  summary: {
    ka: 'გადაწყვეტილება ბავშვის უსაფრთხოებაზე: ნანახია და დაცულია, ან რატომ ვერ ნახეს',
    en: 'A decision on the child’s safety: it was seen and is protected, or why it was not seen',
  },
  params,
  body: SafetyDecisionRequest,
  idempotent: true,
  answers: { 201: SafetyDecisionView },
  refuses: [
    'not-found',
    'unknown-code',
    'in-the-future',
    'in-the-past',
    'seen-before-report',
    'review-too-late',
    'measure-incomplete',
    'measure-too-long',
    'already-closed',
    'still-running',
    'idempotency-key-reused',
  ],
});

export const safetyDecisions = endpoint({
  method: 'GET',
  path: '/v1/cases/{caseId}/safety-decisions',
  operation: 'safetyDecisions',
  function: 'cases',
  action: 'safety.read',
  summary: {
    ka: 'უსაფრთხოებაზე მიღებული გადაწყვეტილებები',
    en: 'The decisions on the child’s safety, in their order',
  },
  params,
  answers: {
    200: z.object({
      items: z.array(SafetyDecisionView),
      protectedAddress: ProtectedAddress.optional(),
    }),
  },
  refuses: ['not-found'],
});

export const WaiverView = z.object({
  number: z.int(),
  at: Instant,
  agency: AgencyId.optional(),
  track: FourTrack.optional(),
  task: TaskId.optional(),
  reason: Labelled,
  askedBy: z.string().optional(),
  note: z.string().optional(),
  confirmed: z.object({ at: Instant, agency: AgencyId }).optional(),
  /** Confirmed, and nothing has come since that it does not cover. */
  holds: z.boolean(),
  version: z.int(),
  links: Links,
});

const asked = { reason: Code, note: Note, askedBy: Person };

export const askWaiver = endpoint({
  method: 'POST',
  path: '/v1/cases/{caseId}/waivers',
  operation: 'askWaiver',
  function: 'cases',
  action: 'waiver.ask',
  summary: {
    ka: 'მიმართულების ან შეუსრულებელი ამოცანის მოხსნის მოთხოვნა',
    en: 'Asks to waive a track, or a task that was not carried out',
  },
  params,
  body: z.union([
    z.strictObject({ track: FourTrack, ...asked }),
    z.strictObject({ task: TaskId, ...asked }),
  ]),
  idempotent: true,
  answers: { 201: WaiverView },
  refuses: [
    'not-found',
    'unknown-code',
    'waiver-of-open-task',
    'nothing-to-waive',
    'already-closed',
    'still-running',
    'idempotency-key-reused',
  ],
});

export const waivers = endpoint({
  method: 'GET',
  path: '/v1/cases/{caseId}/waivers',
  operation: 'waivers',
  function: 'cases',
  action: 'waiver.read',
  summary: { ka: 'მოთხოვნილი და დადასტურებული მოხსნები', en: 'The waivers of a case' },
  params,
  answers: { 200: z.object({ items: z.array(WaiverView) }) },
  refuses: ['not-found'],
});

export const confirmWaiver = endpoint({
  method: 'POST',
  path: '/v1/cases/{caseId}/waivers/{number}/confirmation',
  operation: 'confirmWaiver',
  function: 'cases',
  action: 'waiver.confirm',
  summary: {
    ka: 'მეორე პირი ადასტურებს მოხსნას',
    en: 'A second person confirms a waiver',
  },
  params: { ...params, number: z.coerce.number().int().min(1).max(9999) },
  conditional: true,
  answers: { 200: WaiverView },
  refuses: [
    'not-found',
    'second-person-needed',
    'waiver-of-open-task',
    'nothing-to-waive',
    'already-closed',
    'changed-meanwhile',
  ],
});

export const openConditions = endpoint({
  method: 'GET',
  path: '/v1/referrals/{referralId}/open-conditions',
  operation: 'openConditions',
  function: 'referrals',
  action: 'conditions.read',
  summary: {
    ka: 'რა უშლის ხელს დახურვას და რა უნდა გაკეთდეს',
    en: 'What stands in the way of closing, and what to do about it',
  },
  params: { referralId: ReferralId },
  answers: {
    200: z.object({
      items: z.array(
        z.object({
          pointer: z.string(),
          code: Code,
          label: z.string(),
          instead: z.string(),
        }),
      ),
    }),
  },
  refuses: ['not-found', 'not-routed-yet'],
});
