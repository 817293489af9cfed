import * as z from 'zod';
import { AgencyId, CaseId, FileId, ReferralId } from '../ids.ts';
import { Sealed } from '../sealed.ts';
import { Code } from '../text.ts';
import { Instant } from '../time.ts';

const base = {
  what: z.literal('referral'),
  id: ReferralId,
  file: FileId,
  version: z.int().min(1),
  kind: z.enum(['violence', 'early-identification']),
  agency: AgencyId,
  submittedBy: z.string(),
  submittedAt: Instant,
  channel: z.enum(['form', 'phone', 'system']),
  reporterMode: z.enum(['named', 'masked', 'anonymous', 'child-self']),
  /** The place that routes: where the child lives or, if unknown, where it is now. */
  municipality: Code,
  /** Feedback items written so far; the number of the last one. */
  feedbacks: z.int().min(0),
  sealed: Sealed,
};

const routed = { ...base, lead: AgencyId, case: CaseId.optional(), routedAt: Instant };

/** A violence referral has no `returned` and no `withdrawn`: nothing sends it back, nobody takes it back. */
export const Referral = z.discriminatedUnion('status', [
  z.object({ ...base, status: z.literal('submitted') }),
  z.object({ ...routed, status: z.literal('routed') }),
  z.object({ ...routed, status: z.literal('in-progress') }),
  z.object({ ...routed, status: z.literal('closed'), closedAt: Instant }),
]);
export type Referral = z.infer<typeof Referral>;
export type RoutedReferral = Exclude<Referral, { status: 'submitted' }>;

/** The unit that leads; nobody does before the referral is routed. */
export const leadOf = (referral: Referral): AgencyId | undefined =>
  referral.status === 'submitted' ? undefined : referral.lead;

/** What the referrer was told, and whether it said that it heard. */
export const Feedback = z.object({
  what: z.literal('feedback'),
  referral: ReferralId,
  file: FileId,
  number: z.int().min(1),
  version: z.int().min(1),
  code: Code,
  /** A `first` answer says who acts; an `outcome` says what came of it. */
  stage: z.enum(['first', 'outcome']),
  from: AgencyId,
  at: Instant,
  /** The message in the lead's own words, if there is one. */
  sealed: Sealed.optional(),
  acknowledgedAt: Instant.optional(),
});
export type Feedback = z.infer<typeof Feedback>;
