import { type Agency, type AgencyKind, NATIONAL } from '../../domain/directory/agency.ts';
import { competentFor } from '../competence.ts';
import { validOn } from '../dates.ts';
import { doubled, type Problem, problem } from '../problem.ts';
import type { Pack } from '../schema.ts';
import { spellings } from '../spelling.ts';

function checkAreas({ areas: { regions, municipalities } }: Pack): Problem[] {
  const known = new Set(regions.map(({ id }) => id));
  return [
    ...doubled(municipalities.flatMap(spellings)).map((spelling) =>
      problem('areas.json', spelling, 'is the name or alias of two municipalities'),
    ),
    ...doubled(municipalities.map(({ code }) => code)).map((code) =>
      problem('areas.json', code, 'is the code of two municipalities'),
    ),
    ...municipalities
      .filter(({ region }) => !known.has(region))
      .map(({ id, region }) => problem('areas.json', id, `the region ${region} is not listed`)),
  ];
}

function checkAgency(agency: Agency, areas: ReadonlySet<string>, ids: ReadonlySet<string>) {
  const { id, area, partOf, successor, validFrom, validTo } = agency;
  const others = [partOf, successor].filter((other) => other !== undefined);
  return [
    ...area
      .filter((each) => !areas.has(each))
      .map((each) => problem('agencies.json', id, `the area ${each} is not in areas.json`)),
    ...others
      .filter((other) => !ids.has(other))
      .map((other) => problem('agencies.json', id, `the agency ${other} is not listed`)),
    ...(validTo && validTo < validFrom
      ? [problem('agencies.json', id, 'ends before it began')]
      : []),
  ];
}

function checkCentres({
  agencies: { agencies },
  centres: { centres },
  codeLists,
}: Pack): Problem[] {
  const isCentre = (id: string) =>
    agencies.some((agency) => agency.id === id && agency.kind === 'child-centre');
  return centres.flatMap(({ agency, fallback, statuses, admits }) => [
    ...[agency, ...(fallback ? [fallback] : [])]
      .filter((id) => !isCentre(id))
      .map((id) => problem('centres.json', agency, `${id} is not a child centre`)),
    ...admits
      .filter((form) => !Object.hasOwn(codeLists.lists.forms, form))
      .map((form) => problem('centres.json', agency, `${form} is not in the code list forms`)),
    ...(statuses.some(({ since }, i) => since <= (statuses[i - 1]?.since ?? ''))
      ? [problem('centres.json', agency, 'statuses are not in the order of their dates')]
      : []),
  ]);
}

/** Ids that are named exist, and every spelling leads to one municipality. */
export function checkDirectory(pack: Pack): readonly Problem[] {
  const { areas, agencies } = pack;
  const known = [...areas.regions, ...areas.municipalities].map(({ id }) => id);
  const ids = agencies.agencies.map(({ id }) => id);
  const [areaIds, agencyIds] = [new Set([...known, NATIONAL]), new Set<string>(ids)];
  return [
    ...checkAreas(pack),
    ...doubled(ids).map((id) => problem('agencies.json', id, 'is listed twice')),
    ...agencies.agencies.flatMap((agency) => checkAgency(agency, areaIds, agencyIds)),
    ...checkCentres(pack),
  ];
}

/** Kinds of which every municipality needs exactly one, and whether it must answer at any hour. */
const NEEDED: readonly (readonly [AgencyKind, boolean])[] = [
  ['guardianship-body', true],
  ['police', true],
  ['medical', true],
  ['municipality', false],
  ['resource-centre', false],
  ['prosecutor', false],
  ['child-centre', false],
  ['oversight', true],
];

/** Wherever a child is, one agency of each needed kind is competent. */
export function checkCoverage({ areas, agencies, pack }: Pack): readonly Problem[] {
  const existing = agencies.agencies.filter(validOn(pack.effectiveFrom));
  const reachable = areas.municipalities.filter(({ occupied }) => !occupied);
  return NEEDED.flatMap(([kind, duty]) => {
    const ofKind = existing.filter((agency) => agency.kind === kind);
    return reachable.flatMap((municipality) => {
      const found = competentFor(ofKind, kind, municipality, duty).map(({ id }) => id);
      if (found.length === 1) return [];
      const says = `needs exactly one ${kind}, has ${found.join(', ') || 'none'}`;
      return [problem('agencies.json', municipality.id, says)];
    });
  });
}
