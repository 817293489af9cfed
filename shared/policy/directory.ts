import type { Agency, CentreStatus } from '../domain/directory/agency.ts';
import type { Municipality } from '../domain/directory/area.ts';
import type { CentreChoice, Edition } from '../domain/policy/edition.ts';
import { competentFor } from './competence.ts';
import { validOn } from './dates.ts';
import type { Pack } from './schema.ts';
import { gazetteer } from './spelling.ts';

/** Which child centre serves a municipality on a date. */
function centresOf(
  { centres: { centres } }: Pack,
  agencies: readonly Agency[],
  date: string,
  openCentres: readonly string[],
) {
  const noteOn = (id: string | undefined) => centres.find(({ agency }) => agency === id);
  const statusOf = (agency: string): CentreStatus | undefined =>
    openCentres.includes(agency)
      ? 'open'
      : noteOn(agency)?.statuses.findLast(({ since }) => since <= date)?.status;
  const open = (centre: Agency | undefined): CentreChoice | undefined =>
    centre && statusOf(centre.id) === 'open'
      ? { centre, admits: noteOn(centre.id)?.admits ?? [] }
      : undefined;
  const centreFor = (municipality: Municipality | undefined): CentreChoice | undefined => {
    const own = municipality && competentFor(agencies, 'child-centre', municipality)[0];
    if (!own || open(own)) return open(own);
    const standIn = open(agencies.find(({ id }) => id === noteOn(own.id)?.fallback));
    return standIn && { ...standIn, insteadOf: own };
  };
  return { statusOf, centreFor };
}

/** Places and agencies as they are on a date. */
export function directoryOf(pack: Pack, date: string, openCentres: readonly string[]) {
  const agencies = pack.agencies.agencies.filter(validOn(date));
  const byId = new Map<string, Agency>(agencies.map((agency) => [agency.id, agency]));
  const municipality = gazetteer(pack.areas.municipalities);
  const centres = centresOf(pack, agencies, date, openCentres);
  return {
    hotlines: pack.hotlines.hotlines,
    legalBases: pack.legalBases,
    municipalities: pack.areas.municipalities,
    regions: pack.areas.regions,
    agencies,
    agency: (id) => byId.get(id),
    municipality,
    competent(kind, place, options) {
      const found = municipality(place);
      return found ? competentFor(agencies, kind, found, options?.duty) : [];
    },
    centreFor: (place) => centres.centreFor(municipality(place)),
    centreStatus: centres.statusOf,
  } satisfies Partial<Edition>;
}
