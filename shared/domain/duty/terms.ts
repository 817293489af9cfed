import * as z from 'zod';
import { isElapsed, Length } from '../clock/definition.ts';
import { isSourced, provenance, UNSOURCED } from '../provenance.ts';

/** Duty runs day and night, and so is counted: no weekend shortens a gap. */
const Elapsed = z
  .strictObject({ ...Length.shape, ...provenance })
  .refine(isElapsed, { error: 'duty is counted in minutes or hours' })
  .refine(isSourced, UNSOURCED);

/** What the pack says of duty rosters. */
export const DutyTerms = z.strictObject({
  /** A gap that begins within this time is an alarm today. */
  gapHorizon: Elapsed,
  /** The longest stretch for which one person can be put down. */
  longestShift: Elapsed,
});
export type DutyTerms = z.infer<typeof DutyTerms>;
