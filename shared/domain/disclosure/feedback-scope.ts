import * as z from 'zod';
import { AgencyKind } from '../directory/agency.ts';
import { isSourced, provenance, UNSOURCED } from '../provenance.ts';
import { Code } from '../text.ts';

/** What a referrer of one kind of agency may know of the answer to its referral. */
const FeedbackScope = z.strictObject({
  /** Outcomes it learns as they are. Who acts, which comes before the outcome, every kind learns. */
  learns: z.array(Code).readonly(),
  /** Whether it may read what the lead wrote in its own words. */
  ownWords: z.boolean(),
  /**
   * What it learns besides in early identification, where support is voluntary: further outcomes,
   * and whether it may know what was offered and taken up.
   */
  early: z.strictObject({ learns: z.array(Code).readonly(), offers: z.boolean() }).optional(),
});
export type FeedbackScope = z.infer<typeof FeedbackScope>;

/** What of a case is disclosed to those who do not work on it. */
export const Disclosure = z.strictObject({
  feedback: z
    .strictObject({
      /** Shown in place of an outcome that the referrer's kind does not learn. */
      general: Code,
      kinds: z.partialRecord(AgencyKind, FeedbackScope),
      /** For the kinds that are not listed. */
      otherwise: FeedbackScope.optional(),
      ...provenance,
    })
    .refine(isSourced, UNSOURCED),
});
export type Disclosure = z.infer<typeof Disclosure>;
