import * as z from 'zod';
import { AgencyId, CaseId, FileId, ReferralId } from '../ids.ts';
import { PolicyReference, Subject } from '../journal/event.ts';
import { Urgency } from '../task/statuses.ts';
import { Code } from '../text.ts';
import { Instant } from '../time.ts';

/** A point at which the hub speaks up: before the deadline, at it, and at each rung after it. */
export const ClockPoint = z.object({
  at: Instant,
  what: z.enum(['warn', 'due', 'escalate']),
  /** Who is called at this point; a role the pack resolves to an agency. */
  role: Code,
});
export type ClockPoint = z.infer<typeof ClockPoint>;

/** One line of "why due then": a code and the values it speaks of, put into words by the reader. */
export const ExplainStep = z.object({
  code: Code,
  values: z.record(z.string(), z.union([z.string(), z.number()])),
});

/**
 * A running or ended clock. Deadline and explanation are stored as computed and never recomputed,
 * so a new pack moves no deadline.
 */
export const Clock = z.object({
  what: z.literal('clock'),
  name: Code,
  subject: Subject,
  version: z.int().min(1),
  holder: AgencyId,
  file: FileId.optional(),
  referral: ReferralId,
  case: CaseId.optional(),
  urgency: Urgency,
  startedAt: Instant,
  dueAt: Instant,
  guardsChild: z.boolean(),
  points: z.array(ClockPoint).min(1),
  /** How many of the points have been acted on. */
  fired: z.int().min(0),
  steps: z.array(ExplainStep),
  policy: PolicyReference,
  endedAt: Instant.optional(),
});
export type Clock = z.infer<typeof Clock>;

/** The point to act on next; an ended clock has none and leaves the due index. */
export const nextPoint = (clock: Clock): ClockPoint | undefined =>
  clock.endedAt ? undefined : clock.points[clock.fired];

/** What the clock waited for has happened. */
export const endClock = (clock: Clock, at: string): Clock => ({
  ...clock,
  version: clock.version + 1,
  endedAt: at,
});
