import type { AgencyId, CaseId } from '../../shared/domain/ids.ts';
import type { Interview } from '../../shared/domain/interview/interview.ts';
import type { VaultedStore } from '../../shared/platform/runtime.ts';
import { interviews } from '../../shared/store/interviews.ts';

/** All visits of a child, in whichever of its cases. */
export async function visitsOf(
  { table }: Pick<VaultedStore, 'table'>,
  family: readonly { readonly id: CaseId }[],
): Promise<Interview[]> {
  const read = interviews(table);
  return (await Promise.all(family.map(({ id }) => read.ofCase(id)))).flat();
}

/** Who has or had a role in one of them. */
export const participantsOf = (visits: readonly Interview[]): AgencyId[] => [
  ...new Set(visits.flatMap(({ roles, site }) => [site.agency, ...roles.map((one) => one.agency)])),
];
