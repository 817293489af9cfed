import type { AgencyKind } from '../directory/agency.ts';
import type { Edition } from '../policy/edition.ts';
import type { ReferralKind } from '../referral/kind.ts';
import type { Track } from '../task/statuses.ts';
import type { SharingRule, SharingRules } from './rules.ts';

/** Whom something of a child is shared with, and what for. */
export interface Sharing {
  readonly kind: ReferralKind;
  readonly inCase: boolean;
  readonly purpose: string;
  readonly recipient: AgencyKind;
}

type Rules = Pick<Edition, 'sharing'>;

/** The row of the pack's table that decides on what an agency of this kind may be told. */
export function basisOf(sharing: Sharing, { sharing: { rules } }: Rules): SharingRule {
  const found = rules.find((rule) => fits(rule, sharing));
  if (!found) throw new Error(`the pack has no basis for ${JSON.stringify(sharing)}`);
  return found;
}

export const fits = (
  { kinds, inCase, purposes, recipients }: SharingRule,
  sharing: Sharing,
): boolean =>
  (kinds?.includes(sharing.kind) ?? true) &&
  (inCase === undefined || inCase === sharing.inCase) &&
  (purposes?.includes(sharing.purpose) ?? true) &&
  (recipients?.includes(sharing.recipient) ?? true);

/** What work on a track is for. */
export const purposeOf = (track: Track, { purposes }: Pick<SharingRules, 'purposes'>): string =>
  purposes[track];
