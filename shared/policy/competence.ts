import { type Agency, type AgencyKind, NATIONAL } from '../domain/directory/agency.ts';
import type { Municipality } from '../domain/directory/area.ts';

/** Nearest first: an agency of the municipality, then of its region, then of the country. */
function nearness(agency: Agency, { id, region }: Municipality): number | undefined {
  const rank = [id, region, NATIONAL].findIndex((area) => agency.area.includes(area));
  return rank === -1 ? undefined : rank;
}

/** Agencies of a kind that are competent for a municipality; branches act only through their head. */
export function competentFor(
  agencies: readonly Agency[],
  kind: AgencyKind,
  municipality: Municipality,
  duty = false,
): readonly Agency[] {
  return agencies
    .filter((agency) => agency.kind === kind && !agency.partOf && (agency.duty || !duty))
    .flatMap((agency) => {
      const rank = nearness(agency, municipality);
      return rank === undefined ? [] : [{ agency, rank }];
    })
    .sort((a, b) => a.rank - b.rank)
    .map(({ agency }) => agency);
}
