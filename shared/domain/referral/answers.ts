import * as z from 'zod';
import { AgencyKind } from '../directory/agency.ts';
import { isSourced, provenance, UNSOURCED } from '../provenance.ts';
import { Urgency } from '../task/statuses.ts';
import { Code } from '../text.ts';
import { FeedbackStage } from './referral.ts';

/** What the lead owes the referrer and the referrer's agency the lead: what an exception can be from. */
export const OwedAnswer = z.enum(['first', 'outcome', 'acknowledgement']);
export type OwedAnswer = z.infer<typeof OwedAnswer>;

/** The pack's rules for answering whoever referred, and for what is said afterwards. */
export const Answers = z.strictObject({
  /** The stage of each coded sentence of the list `feedback`. */
  stages: z.record(Code, FeedbackStage),
  /** Whose first answer comes before the end of the next school day. */
  schoolDay: z
    .strictObject({ kinds: z.array(AgencyKind), ...provenance })
    .refine(isSourced, UNSOURCED),
  /** From which answers each lawful exception frees. */
  exceptions: z
    .strictObject({
      codes: z.record(Code, z.array(OwedAnswer).min(1)),
      /** The one that holds by itself where the reporter is anonymous. */
      anonymous: Code,
      ...provenance,
    })
    .refine(isSourced, UNSOURCED),
  /** Closing with one of these reasons is a decision not to act. */
  notActing: z
    .strictObject({
      reasons: z.array(Code).min(1),
      comesBackWithinDays: z.int().min(1),
      ...provenance,
    })
    .refine(isSourced, UNSOURCED),
  /** What a referrer may say of a referral it cannot take back. */
  statements: z
    .strictObject({
      kinds: z.record(Code, z.strictObject({ urgency: Urgency, alertsOversight: z.boolean() })),
      ...provenance,
    })
    .refine(isSourced, UNSOURCED),
  /** What means that support was declined: the family is looked at again. */
  lookAgain: z
    .strictObject({
      consent: z.array(Code),
      feedback: z.array(Code),
      takenUp: z.array(Code),
      closure: z.array(Code),
      ...provenance,
    })
    .refine(isSourced, UNSOURCED),
});
export type Answers = z.infer<typeof Answers>;
