import type { Principal } from '../domain/access/principal.ts';
import { interviewsChildren } from '../domain/access/request.ts';
import type { CaseId } from '../domain/ids.ts';
import type { Group } from '../domain/referral/group.ts';
import { openedBy } from '../domain/visit/standing.ts';
import { familyOf } from './family.ts';
import type { Records } from './records.ts';

/**
 * What the side that interviews may see of a child beyond what it always sees: by the visits in all
 * joined cases of the child. Nobody else stands behind that wall, and for them nothing is read.
 */
export async function openedTo(
  records: Pick<Records, 'case' | 'visitsOf'>,
  by: Principal,
  id: CaseId | undefined,
): Promise<Group[]> {
  if (!id || !interviewsChildren(by)) return [];
  const family = await familyOf(records, await records.case(id));
  return openedBy((await Promise.all(family.map((one) => records.visitsOf(one.id)))).flat());
}
