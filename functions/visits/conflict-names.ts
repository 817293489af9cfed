import type { ReadInterview } from '../../shared/platform/read-interview.ts';
import { familyOf } from '../../shared/store/family-facts.ts';
import type { VisitDeps } from './visit.ts';

/**
 * Names of alleged perpetrators in whichever case of the child they were named. The name alone: who
 * must not be let in, and who would be in conflict, has to be known before the interview.
 */
export async function conflictNames(
  deps: Pick<VisitDeps, 'records' | 'sealing'>,
  { family }: Pick<ReadInterview, 'family'>,
): Promise<string[]> {
  const each = await Promise.all(family.map((one) => namesIn(deps, one)));
  return [...new Set(each.flat())];
}

async function namesIn(
  { records, sealing }: Pick<VisitDeps, 'records' | 'sealing'>,
  opened: ReadInterview['case'],
): Promise<string[]> {
  const { reports, named } = await familyOf({ records, sealing }, opened);
  const stated = reports.flatMap(({ perpetrators, added }) => [
    ...perpetrators,
    ...added.map(({ said }) => said),
  ]);
  const later = await Promise.all(
    named.map(async (part) => (await sealing.forHub(part, 'keep-away')).concern),
  );
  return [...stated, ...later.flatMap((concern) => concern?.allegedPerpetrators ?? [])].flatMap(
    ({ name }) => name ?? [],
  );
}
