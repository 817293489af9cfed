import * as z from 'zod';
import { AgencyKind } from '../directory/agency.ts';
import { isSourced, provenance, UNSOURCED } from '../provenance.ts';
import { ReferralKind } from '../referral/kind.ts';
import { Track } from '../task/statuses.ts';
import { Code } from '../text.ts';

/** On what an agency may be told of a child. */
export const Basis = z.enum(['consent', 'legal-duty', 'best-interests', 'vital-interests']);
export type Basis = z.infer<typeof Basis>;

/** The basis with the law behind it, a code of the pack's legal bases. */
const Ground = { basis: Basis, law: Code };

/**
 * One row of the table: for these kinds of referral, for this purpose and this kind of recipient.
 * What is left out, the row does not look at; the first row that fits decides.
 */
export const SharingRule = z
  .strictObject({
    id: z.string().regex(/^[a-z0-9-]+$/),
    kinds: z.array(ReferralKind).min(1).optional(),
    /** A child's case is open. */
    inCase: z.boolean().optional(),
    purposes: z.array(Code).min(1).optional(),
    recipients: z.array(AgencyKind).min(1).optional(),
    ...Ground,
    /** What holds instead where consent was not asked for this reason. */
    notAsked: z.record(Code, z.strictObject({ ...Ground, months: z.int().min(1) })).optional(),
    ...provenance,
  })
  .refine(isSourced, UNSOURCED);
export type SharingRule = z.infer<typeof SharingRule>;

/** Who consents for a child of this age and older, up to the next line. */
const Givers = z.strictObject({ fromYears: z.int().min(0), from: z.array(Code).min(1) });

/** What the pack says of sharing what is known of a child. */
export const SharingRules = z.strictObject({
  /** What work on each track is for. */
  purposes: z.record(Track, Code),
  rules: z.array(SharingRule).min(1),
  consent: z
    .strictObject({
      validMonths: z.int().min(1),
      /** What the family was asked on the referral form. */
      form: z.strictObject({
        purposes: z.array(Code).min(1),
        recipients: z.array(AgencyKind).min(1),
      }),
      /** By age, youngest first; a child of unknown age counts as the youngest. */
      givers: z.array(Givers).min(1),
      ...provenance,
    })
    .refine(isSourced, UNSOURCED),
  /** A decision to share although the consent is missing. */
  override: z
    .strictObject({
      longestDays: z.int().min(1),
      shortestReason: z.int().min(1),
      ...provenance,
    })
    .refine(isSourced, UNSOURCED),
});
export type SharingRules = z.infer<typeof SharingRules>;
