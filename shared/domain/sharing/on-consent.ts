import type { AgencyId } from '../ids.ts';
import type { Edition } from '../policy/edition.ts';
import type { ReferralKind } from '../referral/kind.ts';
import type { Track } from '../task/statuses.ts';
import { basisOf, purposeOf } from './basis.ts';
import type { OnConsent } from './permitted.ts';

interface Given {
  readonly kind: ReferralKind;
  readonly inCase: boolean;
  readonly track: Track;
  readonly agency: AgencyId;
}

/** Kept with a task whose agency may know of the family only with a consent; with others, nothing. */
export function onConsent(
  { kind, inCase, track, agency }: Given,
  edition: Edition,
): { readonly onConsent?: OnConsent } {
  const recipient = edition.agency(agency)?.kind;
  // What no pack knows could not be told anything either: it has no accounts.
  if (!recipient) return {};
  const purpose = purposeOf(track, edition.sharing);
  const { basis, id } = basisOf({ kind, inCase, purpose, recipient }, edition);
  return basis === 'consent' ? { onConsent: { purpose, recipient, rule: id } } : {};
}
