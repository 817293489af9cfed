import type { AgencyId, CaseId } from '../ids.ts';

/** The sheet of a zone of a centre. */
export const zoneSheet = (site: AgencyId, zone: string): string => `${site}.${zone}`;

/** The sheet of two children who must never meet: both their visits claim it, so one excludes the other. */
export const apartSheet = (one: CaseId, other: CaseId): string =>
  `apart.${[one, other].sort().join('.')}`;
