import * as z from 'zod';
import { CallWay, LadderRole, LadderWay } from '../call/call.ts';
import { AgencyId, CaseId, FileId, ReferralId } from '../ids.ts';
import { PolicyReference, Subject } from '../journal/event.ts';
import { Urgency } from '../task/statuses.ts';
import { Code } from '../text.ts';
import { Instant } from '../time.ts';

/**
 * A point at which the hub speaks up: before the deadline, at it, and at each rung after it. `reach`
 * comes before all of them and speaks only where nothing of the agency has taken the task yet.
 */
export const ClockPoint = z.object({
  at: Instant,
  what: z.enum(['reach', 'warn', 'due', 'escalate']),
  /** Who is called at this point; which agency that is, the case and the pack say then. */
  role: LadderRole,
  /** How: by the feed alone, or by text message, call or mail as well. */
  by: LadderWay.default('feed'),
  /** It passed without a word, for something of the agency had taken the task. */
  silent: z.boolean().optional(),
});
export type ClockPoint = z.infer<typeof ClockPoint>;

/** One line of "why due then": a code and the values it speaks of, put into words by the reader. */
export const ExplainStep = z.object({
  code: Code,
  values: z.record(z.string(), z.union([z.string(), z.number()])),
});

/**
 * What may still be paused of a clock, and the pause that is on. Only clocks that guard nobody have
 * it: of the others the hub knows no way to stop them.
 */
export const Pause = z.object({
  /** Whether working time is what is left and what a pause takes, or elapsed time. */
  working: z.boolean(),
  /** Milliseconds of the pack's cap not used up yet. */
  left: z.int().min(0),
  since: Instant.optional(),
  /** When the cap is used up: then the clock goes on by itself. */
  until: Instant.optional(),
  /** What it waits for; it goes on when nothing is left of it. */
  because: z.array(Code).default([]),
});
export type Pause = z.infer<typeof Pause>;

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
  /** How its holder's duty person hears of it at once, wherever the task is handed. */
  announce: CallWay.optional(),
  /** How many of the points have been acted on. */
  fired: z.int().min(0),
  steps: z.array(ExplainStep),
  /** Absent where nothing may pause it. */
  pause: Pause.optional(),
  policy: PolicyReference,
  endedAt: Instant.optional(),
});
export type Clock = z.infer<typeof Clock>;

/** The point to act on next; an ended clock has none, and a paused one has none while it rests. */
export const nextPoint = (clock: Clock): ClockPoint | undefined =>
  clock.endedAt || clock.pause?.since ? undefined : clock.points[clock.fired];

/** When somebody has to look at it next; without such an instant it leaves the due index. */
export const nextMoment = (clock: Clock): string | undefined =>
  clock.endedAt ? undefined : (clock.pause?.until ?? nextPoint(clock)?.at);

/** What the clock waited for has happened. */
export const endClock = (clock: Clock, at: string): Clock => ({
  ...clock,
  version: clock.version + 1,
  endedAt: at,
});
