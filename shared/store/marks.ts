import type { Case } from '../domain/case/case.ts';
import { type Marks, marksOfAll } from '../domain/protection/marks.ts';
import type { Referral } from '../domain/referral/referral.ts';
import { familyOf } from './family.ts';
import type { Records } from './records.ts';

type Read = Pick<Records, 'case' | 'referral' | 'referralsBy'>;

/**
 * What is sealed and protected of a child, looked up at each reading: in its report, in all its
 * joined cases, and where the hub made the report out of another one, which tells the same, in that.
 */
export async function marksOf(
  records: Read,
  referral: Referral,
  family: readonly Case[],
): Promise<Marks> {
  // A case that stands alone, as most do, and its report say all there is: no further read.
  const joined = family.length > 1 ? family.map((one) => one.referral) : [];
  const [reports, ofOrigin] = await Promise.all([
    joined.length > 0 ? records.referralsBy(joined) : [],
    referral.origin ? [await originMarks(records, referral)] : [],
  ]);
  return marksOfAll([referral, ...family, ...reports, ...ofOrigin]);
}

/** The child said to have harmed lives elsewhere: its address is not the one that is protected. */
async function originMarks(records: Read, { origin, kind }: Referral): Promise<Marks> {
  if (!origin) return {};
  const from = await records.referral(origin);
  const { addressProtected, closedGroups } = await marksOf(
    records,
    from,
    await familyOfReferral(records, from),
  );
  return {
    ...(closedGroups && { closedGroups }),
    ...(addressProtected && kind !== 'child-in-need' && { addressProtected }),
  };
}

/** All cases of the child of a referral; none before it has one. */
export const familyOfReferral = async (records: Read, referral: Referral): Promise<Case[]> =>
  referral.status === 'submitted' || !referral.case
    ? []
    : familyOf(records, await records.case(referral.case));
