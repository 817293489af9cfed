import * as z from 'zod';
import { Length } from '../clock/definition.ts';
import { Labels } from '../labels.ts';
import { isSourced, provenance, UNSOURCED } from '../provenance.ts';
import { RoutedTask } from '../routing/rule.ts';

/** How soon a decision is looked at again, by where the child sleeps and with whom. */
const Review = z
  .strictObject({
    sleepsTonight: z.array(z.string()).min(1),
    /** Absent: whoever lives there. */
    accusedAtHome: z.array(z.enum(['yes', 'no', 'unknown'])).optional(),
    within: Length,
    ...provenance,
  })
  .refine(isSourced, UNSOURCED);

/** What a measure must say, and how long it may last at most. */
const MeasureRule = z
  .strictObject({
    kind: z.string(),
    needs: z.array(z.enum(['against', 'validUntil'])).default([]),
    atMost: z.strictObject({ months: z.int().min(1) }).optional(),
    ...provenance,
  })
  .refine(isSourced, UNSOURCED);

/** Who is asked to act at once when the child could not be seen, and why. */
const NotSeen = z
  .strictObject({
    reason: z.string(),
    tasks: z.array(RoutedTask).min(1),
    why: Labels,
    ...provenance,
  })
  .refine(isSourced, UNSOURCED);

/** What the pack says of safety decisions. The first review rule that fits holds. */
export const SafetyRules = z.strictObject({
  reviews: z.array(Review).min(1),
  notSeenReview: z.strictObject({ within: Length, ...provenance }).refine(isSourced, UNSOURCED),
  measures: z.array(MeasureRule),
  notSeen: z.array(NotSeen).min(1),
});
export type SafetyRules = z.infer<typeof SafetyRules>;
