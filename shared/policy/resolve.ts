import type { ClockDefinition, ClockName } from '../domain/clock/definition.ts';
import type { Agency, CentreStatus } from '../domain/directory/agency.ts';
import type { Municipality } from '../domain/directory/area.ts';
import type { CentreChoice, Edition, Overrides } from '../domain/policy/edition.ts';
import { competentFor } from './competence.ts';
import { inEffect, validOn } from './dates.ts';
import type { Pack } from './schema.ts';
import { gazetteer } from './spelling.ts';

/** How closely a definition fits; undefined when it is made for another task kind or urgency. */
function closeness(
  clock: ClockDefinition,
  urgency?: string,
  taskKind?: string,
): number | undefined {
  if (clock.urgency && clock.urgency !== urgency) return undefined;
  if (clock.taskKinds && !(taskKind && clock.taskKinds.includes(taskKind))) return undefined;
  return (clock.taskKinds ? 2 : 0) + (clock.urgency ? 1 : 0);
}

const clockKey = ({ name, urgency, taskKinds }: ClockDefinition) =>
  JSON.stringify([name, urgency, taskKinds]);

/** The definition made most closely for this task kind and urgency. */
export function closestClock(
  clocks: readonly ClockDefinition[],
  name: ClockName,
  urgency?: string,
  taskKind?: string,
): ClockDefinition | undefined {
  return clocks
    .filter((clock) => clock.name === name)
    .flatMap((clock) => {
      const rank = closeness(clock, urgency, taskKind);
      return rank === undefined ? [] : [{ clock, rank }];
    })
    .sort((a, b) => b.rank - a.rank)[0]?.clock;
}

/** Which child centre serves a municipality on a date. */
function centres(
  { centres: { centres } }: Pack,
  agencies: readonly Agency[],
  date: string,
  openCentres: readonly string[],
) {
  const statusOf = (agency: string): CentreStatus | undefined => {
    if (openCentres.includes(agency)) return 'open';
    const centre = centres.find((each) => each.agency === agency);
    return centre?.statuses.findLast(({ since }) => since <= date)?.status;
  };
  const centreFor = (municipality: Municipality | undefined): CentreChoice | undefined => {
    const own = municipality && competentFor(agencies, 'child-centre', municipality)[0];
    const note = centres.find(({ agency }) => agency === own?.id);
    if (!own || !note) return undefined;
    if (statusOf(own.id) === 'open') return { centre: own, admits: note.admits };
    const standIn = agencies.find(({ id }) => id === note.fallback);
    if (!standIn || statusOf(standIn.id) !== 'open') return undefined;
    const admits = centres.find(({ agency }) => agency === standIn.id)?.admits ?? [];
    return { centre: standIn, admits, insteadOf: own };
  };
  return { statusOf, centreFor };
}

/** The edition of a checked pack that is in force on a civil date of the pack's zone. */
export function resolve(
  pack: Pack,
  sha256: string,
  date: string,
  { openCentres = [] }: Overrides,
): Edition {
  const { lists } = pack.codeLists;
  const agencies = pack.agencies.agencies.filter(validOn(date));
  const byId = new Map<string, Agency>(agencies.map((agency) => [agency.id, agency]));
  const municipality = gazetteer(pack.areas.municipalities);
  const clocks = inEffect(pack.clocks.clocks, date, clockKey);
  const child = centres(pack, agencies, date, openCentres);
  const has: Edition['has'] = (list, code) => Object.hasOwn(lists[list], code);
  const { id, edition } = pack.pack;
  return {
    reference: {
      pack: id,
      edition,
      sha256,
      ...(openCentres.length > 0 ? { openCentres: openCentres.toSorted() } : {}),
    },
    calendar: pack.calendar,
    rules: inEffect(pack.routing.rules, date, (rule) => rule.id),
    unrouted: pack.routing.unrouted,
    statuses: pack.taskStatuses,
    hotlines: pack.hotlines.hotlines,
    municipalities: pack.areas.municipalities,
    regions: pack.areas.regions,
    agencies,
    instruments: inEffect(pack.instruments, date, (instrument) => instrument.id),
    agency: (agency) => byId.get(agency),
    municipality,
    competent(kind, place, options) {
      const found = municipality(place);
      return found ? competentFor(agencies, kind, found, options?.duty) : [];
    },
    centreFor: (place) => child.centreFor(municipality(place)),
    centreStatus: child.statusOf,
    clock(name, urgency, taskKind) {
      const found = closestClock(clocks, name, urgency, taskKind);
      if (!found) throw new Error(`the pack has no clock ${name} for ${urgency} ${taskKind}`);
      return found;
    },
    label(list, code, lang) {
      const found = has(list, code) ? lists[list][code] : undefined;
      if (!found) throw new Error(`the pack has no words for ${list}/${code}`);
      return found[lang];
    },
    has,
    codes: (list) => Object.keys(lists[list]),
    instrument: (wanted, version) =>
      pack.instruments.find(
        (each) => each.id === wanted && each.version === version && each.effectiveFrom <= date,
      ),
  };
}
