import type { Case } from '../case/case.ts';
import type { AgencyId } from '../ids.ts';
import type { Interview } from '../interview/interview.ts';

interface Visit {
  readonly interview: Pick<Interview, 'site' | 'roles' | 'requestedBy'>;
  readonly case: Pick<Case, 'lead'>;
}

/**
 * Whether an agency has a part in the visit: it leads, asked for it, holds it or comes to it. Whoever
 * merely works on the case learns when and where it is, not what the child will be asked, nor whom to
 * keep away: both tell what is alleged.
 */
export const hasPartIn = ({ interview, case: { lead } }: Visit, agency: AgencyId): boolean => {
  const { site, roles, requestedBy } = interview;
  return [lead, requestedBy, site.agency, ...roles.map((role) => role.agency)].includes(agency);
};
