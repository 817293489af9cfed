import * as z from 'zod';
import { CallWay, LadderRole, LadderWay } from '../call/call.ts';
import { EventType } from '../journal/event.ts';
import { Labels } from '../labels.ts';
import { isSourced, provenance, UNSOURCED } from '../provenance.ts';
import { Urgency } from '../task/statuses.ts';

export const ClockName = z.enum([
  'routing',
  'received',
  'decide',
  'act',
  'finish',
  'safety-decision',
  'child-seen',
  'first-feedback',
  'outcome-feedback',
  'acknowledgement',
  'desk-decides',
  'look-again',
  'safety-review',
  'measure-ends',
  'interview-held',
  'examination-held',
  'questions-filed',
  'statement-asked',
  'contact-first-day',
  'contact-third-day',
  'contact-seventh-day',
  'care-offered',
  'care-answered',
  'care-started',
  'recall-confirmed',
  'break-glass-review',
  'subject-access-agreed',
  'seal-review',
]);
export type ClockName = z.infer<typeof ClockName>;

/** A subject can have several clocks of one name: `measure-ends-2-1` is defined as `measure-ends`. */
export const clockNameOf = (name: string): string => name.replace(/(-\d+)+$/, '');

const LengthUnit = z.enum(['minutes', 'hours', 'working-hours', 'working-days']);

/** A length of time in the unit in which it is counted. */
export const Length = z.strictObject({ amount: z.int().min(0), unit: LengthUnit });
export type Length = z.infer<typeof Length>;

/** Elapsed units run day and night; working units rest on nights, weekends and holidays. */
export const isElapsed = ({ unit }: Length): boolean => unit === 'minutes' || unit === 'hours';

/** A warning lies a stretch of time before the end: whole days are too coarse for it. */
const Warning = Length.refine(({ unit }) => unit !== 'working-days', {
  error: 'a warning is counted in minutes, hours or working-hours',
});

/** Who is called how, and how long after the deadline: until the next rung a person has time. */
const Rung = z.strictObject({
  role: LadderRole,
  /** Absent: by the agency's feed alone. */
  by: LadderWay.optional(),
  after: Length,
});

/** When it is looked whether anything of the agency has taken the task, and how a person is told. */
const Reach = z
  .strictObject({ after: Length, by: CallWay, ...provenance })
  .refine(isSourced, UNSOURCED);

export const ClockDefinition = z
  .strictObject({
    name: ClockName,
    /** Absent: for every urgency without a definition of its own. */
    urgency: Urgency.optional(),
    /** Absent: for every task kind without a definition of its own. */
    taskKinds: z.array(z.string()).min(1).optional(),
    effectiveFrom: z.iso.date(),
    /** What the clock watches, and the event from which it counts. */
    subject: z.enum(['task', 'referral', 'case', 'interview']),
    start: EventType,
    length: Length,
    warnBefore: Warning,
    guardsChild: z.boolean(),
    /** How the holder's duty person hears of it at its start, beside the feed. */
    announce: CallWay.optional(),
    /** Of a task only: a system that took it spares its agency this call, and no other. */
    reach: Reach.optional(),
    ladder: z.array(Rung).min(1),
    /** Longest total pause, or false where nothing may pause it. */
    pausable: z.union([z.literal(false), z.strictObject({ cap: Length })]),
    why: Labels,
    ...provenance,
  })
  .refine(isSourced, UNSOURCED);
export type ClockDefinition = z.infer<typeof ClockDefinition>;
