import * as z from 'zod';
import { AgencyId, BookingId, CaseId, FileId, InterviewId, ReferralId } from '../ids.ts';
import { VisitPart } from '../interview/visit-part.ts';
import { PolicyReference } from '../journal/event.ts';
import { Code } from '../text.ts';
import { Instant } from '../time.ts';
import { Claim } from './sheet.ts';

/** What a booking is of: the visit with all its parts on one day, or the meeting before it. */
export const Purpose = z.enum(['visit', 'planning-meeting']);
export type Purpose = z.infer<typeof Purpose>;

/** One part of the visit at its time. */
export const TimedPart = z.object({ part: VisitPart, start: Instant, end: Instant });

const place = {
  interview: InterviewId,
  case: CaseId,
  referral: ReferralId,
  file: FileId,
  purpose: Purpose,
  /** From the child's arrival to its departure; of a meeting its length. */
  start: Instant,
  end: Instant,
  site: AgencyId,
  parts: z.array(TimedPart).min(1),
  /** Everything the booking takes; one transaction writes all of it, or nothing. */
  claims: z.array(Claim).min(1),
  /** Agencies that must confirm, each with the roles it answers for. */
  agencies: z.array(z.object({ agency: AgencyId, roles: z.array(Code) })).min(1),
  /** Everybody who learns what becomes of it: all with a role, the site and the lead. */
  told: z.array(AgencyId).min(1),
  /** How strict the deadline is: it decides how long all have to confirm. */
  tier: z.int().min(0),
  policy: PolicyReference,
};

/**
 * A time that was found. It goes to whoever asked signed and bound to that caller; the hold takes it
 * back as it is, so that holding reads nothing: the versions it was found with are conditions.
 */
export const Proposal = z.object({
  ...place,
  version: z.int().min(1),
  caseVersion: z.int().min(1),
  /** The tier's deadline; a start after it needs a reason. */
  dueAt: Instant,
  /** Until when it may be held. */
  validUntil: Instant,
});
export type Proposal = z.infer<typeof Proposal>;

const Answer = z.object({
  agency: AgencyId,
  roles: z.array(Code),
  state: z.enum(['asked', 'confirmed', 'declined']),
  at: Instant.optional(),
  by: z.string().optional(),
  /** Of a decline. */
  reason: Code.optional(),
});
export type Answer = z.infer<typeof Answer>;

const base = {
  what: z.literal('booking'),
  id: BookingId,
  version: z.int().min(1),
  ...place,
  agencies: z.array(Answer).min(1),
  heldAt: Instant,
  heldBy: z.object({ sub: z.string(), agency: AgencyId }),
  /** Rises with every hold and move of one interview: what calendars go by. */
  sequence: z.int().min(0),
  breach: Code.optional(),
  /** When the minute looks at it: a hold that runs out. */
  next: Instant.optional(),
};

/** Held until all have confirmed, booked then; the others are over and keep nothing taken. */
export const Booking = z.discriminatedUnion('state', [
  z.object({ ...base, state: z.literal('held'), expiresAt: Instant }),
  z.object({ ...base, state: z.literal('booked'), bookedAt: Instant }),
  z.object({
    ...base,
    state: z.enum(['declined', 'expired', 'cancelled', 'moved', 'no-show', 'over']),
    endedAt: Instant,
    reason: Code.optional(),
  }),
]);
export type Booking = z.infer<typeof Booking>;

export const isLive = ({ state }: Pick<Booking, 'state'>): boolean =>
  state === 'held' || state === 'booked';
