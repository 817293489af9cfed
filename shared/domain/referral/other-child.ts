import type * as z from 'zod';
import type { RelatedChild } from './child.ts';
import type { Details, Stated } from './groups.ts';
import type { ReferralKind } from './kind.ts';

export type OtherChild = z.infer<typeof RelatedChild>;

/**
 * Whether another child of a report becomes a referral of its own, and of which kind. One said to
 * have harmed is a child in need, apart from the first child's case; of a family in need every child
 * has its own record. All others are looked after within the case.
 */
export function ownReferral(of: ReferralKind, { role }: OtherChild): ReferralKind | undefined {
  if (role === 'alleged-to-have-harmed') return 'child-in-need';
  return of === 'early-identification' ? of : undefined;
}

/** Who the other child is, as far as the report says; what lies about the first one stays there. */
const identityOf = (child: OtherChild): Details['identity'] => {
  const { givenName, familyName, personalNumber, birthDate, ageYears } = child;
  const named = givenName !== undefined || familyName !== undefined || personalNumber !== undefined;
  const known = named ? 'partly' : 'unknown';
  return {
    ...{ givenName, familyName, personalNumber, birthDate, ageYears },
    ...{ sex: 'unknown', languages: [], identity: { known } },
  };
};

/**
 * What is known of a child said to have harmed another: who it is, and the municipality. Nothing of
 * what happened, no address and no narrative: neither family reads of the other.
 */
const inNeed = (child: OtherChild, { whereabouts }: Partial<Details>): Stated => ({
  identity: identityOf(child),
  whereabouts: { municipality: whereabouts?.municipality ?? 'unknown', whereabouts: {} },
});

/** A brother or sister: the family's form counts for it as well, so that nothing is typed twice. */
const ofFamily = (child: OtherChild, details: Partial<Details>): Stated => {
  const { whereabouts, concern, narrative, reporter, contact } = details;
  return {
    identity: identityOf(child),
    ...(whereabouts && { whereabouts: withoutMoment(whereabouts) }),
    ...(concern && { concern }),
    ...(narrative && { narrative }),
    ...(reporter && { reporter }),
    ...(contact && { contact }),
    medical: { injuryVisible: 'unknown', needs: [] },
  };
};

/** Where the first child is at this moment says nothing of the other. */
const withoutMoment = ({ municipality, whereabouts }: Details['whereabouts']) => {
  const { childNow: _, ...home } = whereabouts;
  return { municipality, whereabouts: home };
};

export const statedOf = (
  kind: ReferralKind,
  child: OtherChild,
  details: Partial<Details>,
): Stated => (kind === 'child-in-need' ? inNeed(child, details) : ofFamily(child, details));
