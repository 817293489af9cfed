import type { AgencyId } from '../ids.ts';
import type { Edition } from '../policy/edition.ts';
import type { ReferralSubmission } from '../referral/submission.ts';

/**
 * The municipality that routes: where the child lives or, if that is unknown, where it is now, or
 * the one place the referrer's agency serves. `unknown` is left to a person.
 */
export function routingPlace(
  { child }: Pick<ReferralSubmission, 'child'>,
  referrer: AgencyId,
  edition: Edition,
): string {
  const named = placeNamed({ child }, edition);
  if (named) return named;
  const area = edition.agency(referrer)?.area ?? [];
  const only = area.length === 1 && area[0] ? edition.municipality(area[0]) : undefined;
  return only?.id ?? 'unknown';
}

/** The municipality that the referrer itself names. */
export const placeNamed = (
  { child }: { readonly child: Pick<ReferralSubmission['child'], 'municipality' | 'whereabouts'> },
  edition: Edition,
): string | undefined =>
  [child.municipality, child.whereabouts.municipality]
    .map((place) => (place ? edition.municipality(place)?.id : undefined))
    .find((id) => id !== undefined);
