import * as z from 'zod';
import { Moment } from '../moment.ts';
import { Code, line, text } from '../text.ts';

/** No child has more orders about it than this; each is a clock of its own. */
const MEASURES_MOST = 8;

const Measure = z.strictObject({
  kind: Code,
  /** The number of an alleged perpetrator of the case, or who it is in words. */
  against: z.union([z.int().min(1), line(200)]).optional(),
  validUntil: Moment.optional(),
});

/** `none` is a decision as well, and stands alone. */
const Measures = z
  .array(Measure)
  .min(1)
  .max(MEASURES_MOST)
  .refine((all) => all.length === 1 || all.every(({ kind }) => kind !== 'none'), {
    error: 'none-stands-alone',
  });

/** The child was seen in person: where it sleeps tonight and what keeps it safe. */
const Seen = z.strictObject({
  childSeenAt: Moment,
  seenBy: z.union([
    line(150).transform((name) => ({ name, phone: undefined })),
    z.strictObject({ name: line(150), phone: z.string().max(30).optional() }),
  ]),
  seenAlone: z.enum(['yes', 'no']),
  where: Code,
  sleepsTonight: Code,
  measures: Measures,
  siblingsChecked: z.enum(['yes', 'no', 'none']),
  reviewBy: Moment,
  reason: text(4000),
});

/** The child could not be seen: that needs a code, and people who can get to it. */
const NotSeen = z.strictObject({
  notSeen: Code,
  triedAt: Moment,
  where: Code.optional(),
  reviewBy: Moment,
  reason: text(4000),
});

export const SafetyDecisionRequest = z.union([Seen, NotSeen]);
export type SafetyDecisionRequest = z.output<typeof SafetyDecisionRequest>;
export type SeenRequest = z.output<typeof Seen>;
export type NotSeenRequest = z.output<typeof NotSeen>;
