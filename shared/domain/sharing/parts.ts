import * as z from 'zod';
import { AgencyKind } from '../directory/agency.ts';
import { AgencyId } from '../ids.ts';
import { part } from '../part.ts';
import { Code, Language } from '../text.ts';
import { Instant } from '../time.ts';
import { Checked } from '../watch/check.ts';

/**
 * A consent to share: for what, with which kinds of agency, in which language it was explained and
 * until when. Who consented and how it is evidenced in words is sealed.
 */
export const SharingConsent = z.object({
  ...part('sharing-consent'),
  /** Code of who consented: the child, whoever speaks for it, both, or as the form says. */
  from: Code,
  purposes: z.array(Code).min(1),
  recipients: z.array(AgencyKind).min(1),
  language: Language,
  givenOn: z.iso.date(),
  until: Instant,
  evidence: Code,
  /** Absent while it stands. `by` says who withdrew, the account only who wrote it down. */
  withdrawn: z
    .object({
      at: Instant,
      by: Code,
      sub: z.string(),
      agency: AgencyId,
      /** The recall that this started. */
      recall: z.int().min(1).optional(),
    })
    .optional(),
});
export type SharingConsent = z.infer<typeof SharingConsent>;

/** A decision to share without the consent: by whom is in `by`, the reason in words is sealed. */
export const SharingOverride = z.object({
  ...part('sharing-override'),
  reason: Code,
  purposes: z.array(Code).min(1),
  recipients: z.array(AgencyKind).min(1),
  until: Instant,
  /** Somebody of the oversight body has looked. */
  checked: Checked.optional(),
});
export type SharingOverride = z.infer<typeof SharingOverride>;

/** The list of the oversight body in which decisions without consent stand. */
export const WATCHED_OVERRIDES = 'sharing-overrides';
