import * as z from 'zod';
import { AgencyId, BookingId, CaseId, FileId, InterviewId, ReferralId } from '../ids.ts';
import { PolicyReference } from '../journal/event.ts';
import { Group } from '../referral/group.ts';
import { Sealed } from '../sealed.ts';
import { Code, Language } from '../text.ts';
import { Instant } from '../time.ts';
import { VisitChoices } from './choices.ts';
import { Explained } from './explained.ts';
import { VisitFacts } from './facts.ts';
import { FurtherAsked, GoesOn } from './goes-on.ts';
import { PlannedRole } from './role.ts';
import { VisitPart } from './visit-part.ts';

/** How soon the interview must be held, and why; 0 is the strictest. Computed once, stored as it was. */
export const Tier = z.object({
  tier: z.int().min(0),
  startedAt: Instant,
  dueAt: Instant,
  /** Facts that decided, and the fact from which the time counts. */
  reasons: z.array(Code).min(1),
});
export type Tier = z.infer<typeof Tier>;

/** An interview, or an examination before a magistrate judge: two different acts. */
export const LegalForm = z.enum(['interview', 'examination']);
export type LegalForm = z.infer<typeof LegalForm>;

/** On what ground the child may be interviewed. Awaited: it may be planned and held, not started. */
export const Ground = z.enum([
  'no-consent-needed',
  'consent-awaited',
  'consent-given',
  'consent-refused',
  'court-order',
]);
export type Ground = z.infer<typeof Ground>;

const base = {
  what: z.literal('interview'),
  id: InterviewId,
  case: CaseId,
  referral: ReferralId,
  file: FileId,
  version: z.int().min(1),
  /** The case that goes on for the child: under it stand the guard and the child's own days. */
  child: CaseId,
  /** The episode of which this is an interview, and its place among those of that episode. */
  episode: z.int().min(1),
  place: z.int().min(1),
  requestedBy: AgencyId,
  openedAt: Instant,
  municipality: Code,
  tier: Tier,
  legalForm: LegalForm.optional(),
  ground: Ground,
  /** A court's order stands above what any agency says: by its document number. */
  order: z.object({ document: Code, court: AgencyId, at: Instant }).optional(),
  /** The centre, or the agency that owns another accredited room, and why there. */
  site: z.object({
    agency: AgencyId,
    insteadOf: AgencyId.optional(),
    because: z.array(Code).min(1),
  }),
  /** The parts in their order, with how long each lasts in minutes; breaks are in the length. */
  parts: z
    .array(z.object({ part: VisitPart, minutes: z.int().min(0), breaks: z.int().min(0) }))
    .min(1),
  /** Why the medical part stands where it stands, and by when it must be. */
  medical: z.object({
    because: Code,
    by: Instant.optional(),
    ordered: z.boolean(),
    order: z.enum(['before-interview', 'after-interview']).optional(),
  }),
  roles: z.array(PlannedRole).min(1),
  /** What the child needs: codes of the pack's list. */
  needs: z.array(Code),
  language: Language,
  /** Cases whose people must never be at the centre at the same time as this child. */
  apart: z.array(CaseId),
  /** Children of one family on the same day, one after the other. */
  siblings: z.object({ group: InterviewId, order: z.int().min(1) }).optional(),
  /** The interviewer who must hold it: of a further interview the same as before. */
  interviewer: z.string().optional(),
  /** It was broken off and goes on with the same interviewer; until then it needs no new approval. */
  goesOn: GoesOn.optional(),
  /** A further one of the episode: it cannot be booked before it is approved. */
  further: FurtherAsked.optional(),
  /** Why it is held after its deadline. */
  breach: z.object({ reason: Code, at: Instant }).optional(),
  /** Set while nothing is free before the deadline. */
  unreachable: z.object({ since: Instant }).optional(),
  /** The planning meeting as far as it is booked or was held. */
  meeting: z.object({ booking: BookingId.optional(), heldAt: Instant.optional() }).optional(),
  /** Groups the interviewer’s side may see beyond what it always sees: by the plan, or by the end. */
  opened: z.array(Group).optional(),
  /** What was said of the visit itself since it was opened. */
  facts: VisitFacts.optional(),
  /** What was decided at planning. */
  choices: VisitChoices.optional(),
  /** Why it is planned as it is: stored as computed. */
  explained: z.array(Explained).optional(),
  policy: PolicyReference,
  sealed: Sealed.optional(),
};

/** Only `completed` uses up the one interview of the episode. */
export const InterviewResult = z.enum([
  'completed',
  'continue',
  'declined',
  'not-ready',
  'stopped-for-wellbeing',
  'recording-failed',
]);
export type InterviewResult = z.infer<typeof InterviewResult>;

/** The visit of one child: opened, held, booked, under way, ended; or cancelled; or frozen. */
export const Interview = z.discriminatedUnion('status', [
  z.object({ ...base, status: z.literal('planning') }),
  z.object({ ...base, status: z.literal('held'), booking: BookingId }),
  z.object({ ...base, status: z.literal('booked'), booking: BookingId }),
  z.object({
    ...base,
    status: z.literal('under-way'),
    booking: BookingId,
    startedAt: Instant,
    /** The interview itself has ended; the child is still at the centre. */
    result: InterviewResult.optional(),
    endedAt: Instant.optional(),
  }),
  z.object({
    ...base,
    status: z.literal('ended'),
    booking: BookingId,
    startedAt: Instant,
    result: InterviewResult,
    endedAt: Instant,
    leftAt: Instant,
  }),
  z.object({ ...base, status: z.literal('cancelled'), cancelledAt: Instant, reason: Code }),
  z.object({ ...base, status: z.literal('frozen'), frozenAt: Instant, because: InterviewId }),
]);
export type Interview = z.infer<typeof Interview>;
