import type { AgencyId } from '../ids.ts';
import type { Edition } from '../policy/edition.ts';
import type { Resource } from '../resource/resource.ts';

/** Minutes by road from a municipality to a centre; what the pack does not list is far away. */
export function minutesFrom(municipality: string, site: AgencyId, edition: Edition): number {
  const { minutes, unknown } = edition.interview.travel;
  const known = minutes[municipality]?.[site];
  if (known !== undefined) return known;
  // Another accredited room: whoever lives in the place of its agency is there.
  return edition.agency(site)?.area.includes(municipality) ? 0 : unknown;
}

/** How far somebody or something has to the site; whoever works there has no way. */
export const minutesTo = (
  site: AgencyId,
  { agency, site: works, municipality }: Pick<Resource, 'agency' | 'site' | 'municipality'>,
  edition: Edition,
): number => {
  if (works === site || agency === site || municipality === undefined) return 0;
  return minutesFrom(municipality, site, edition);
};
