import { Temporal } from 'temporal-polyfill';
import { consentView, overrideView } from '../../shared/domain/disclosure/sharing-view.ts';
import type { ReferralId } from '../../shared/domain/ids.ts';
import type { Lang } from '../../shared/domain/labels.ts';
import type { Group } from '../../shared/domain/referral/group.ts';
import { SharingConsent, SharingOverride } from '../../shared/domain/sharing/parts.ts';
import type { ReadReferral } from '../../shared/platform/read-referral.ts';
import type { VaultedStore } from '../../shared/platform/runtime.ts';
import type { Tellings } from '../../shared/store/told.ts';

export type SharingDeps = Pick<
  VaultedStore,
  'records' | 'journal' | 'sealing' | 'policy' | 'now' | 'bytes' | 'access'
> & { readonly tellings: Tellings };
type Deps = Pick<SharingDeps, 'records' | 'sealing' | 'policy' | 'now'>;

export const consentsOf = (
  { records }: Pick<Deps, 'records'>,
  id: ReferralId,
): Promise<SharingConsent[]> =>
  records.parts('sharing-consent', SharingConsent, { kind: 'referral', id });

export const overridesOf = (
  { records }: Pick<Deps, 'records'>,
  id: ReferralId,
): Promise<SharingOverride[]> =>
  records.parts('sharing-override', SharingOverride, { kind: 'referral', id });

/** What may be opened of a consent: who gave it, and what was noted. */
const WORDS: readonly Group[] = ['family', 'outcome'];

/** A consent as this permit lets it be seen. */
export async function shownConsent(
  { sealing, policy, now }: Deps,
  consent: SharingConsent,
  { permit }: Pick<ReadReferral, 'permit'>,
  lang: Lang,
) {
  const { family, outcome } = await sealing.open(consent, permit, WORDS);
  const at = now();
  const words = { ...(family && { family }), ...(outcome && { outcome }) };
  return consentView(consent, words, { lang, at }, policy.at(Temporal.Instant.from(at)));
}

export async function shownOverride(
  { sealing, policy, now }: Deps,
  override: SharingOverride,
  { permit }: Pick<ReadReferral, 'permit'>,
  lang: Lang,
) {
  const { outcome } = await sealing.open(override, permit, ['outcome']);
  const edition = policy.at(Temporal.Instant.from(now()));
  return overrideView(override, outcome?.note, lang, edition);
}
