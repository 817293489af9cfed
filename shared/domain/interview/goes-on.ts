import * as z from 'zod';
import { AgencyId, InterviewId } from '../ids.ts';
import { Code } from '../text.ts';
import { Instant } from '../time.ts';

const Approval = z.object({ at: Instant, agency: AgencyId, sub: z.string() });

/** An interview that was broken off with the result `continue`. */
export const GoesOn = z.object({
  since: Instant,
  /** Begun before this, it needs no approval. */
  until: Instant,
  /** The child's own yes; without it nothing is booked. */
  childAgreedAt: Instant.optional(),
  approved: Approval.optional(),
});
export type GoesOn = z.infer<typeof GoesOn>;

/** What a further interview of the same episode was asked for; its words are sealed in its part. */
export const FurtherAsked = z.object({
  /** The part of the interview that holds why, and on what. */
  number: z.int().min(1),
  after: InterviewId,
  need: Code,
  /** Another agency of another legal person said yes; a court's order needs nobody's. */
  approved: Approval.optional(),
});
export type FurtherAsked = z.infer<typeof FurtherAsked>;
