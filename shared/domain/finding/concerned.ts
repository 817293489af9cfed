import type { AgencyId } from '../ids.ts';
import type { Edition } from '../policy/edition.ts';
import type { Resource } from '../resource/resource.ts';
import { mayFill } from './people.ts';
import { fitsSite, roadOf, VEHICLE } from './rooms.ts';
import { zonesOf } from './separation.ts';
import { apartSheet, zoneSheet } from './sheets.ts';
import type { Sought } from './sought.ts';
import { timelineOf, windowsOfParts } from './timeline.ts';

type Planned = Pick<Sought, 'interview' | 'purpose' | 'shut' | 'lead'>;

/** Agencies whose people, rooms and vehicles are looked at: of the roles, of the site, and stand-ins. */
export function agenciesOf({ interview, lead }: Planned, edition: Edition): AgencyId[] {
  const answer = interview.roles
    .filter(({ from }) => from === 'resources')
    .flatMap(({ agency, standIn }) => {
      const found = edition.agency(agency);
      const other = standIn ? edition.agency(found?.standIn ?? '') : undefined;
      return other && other.kind === found?.kind ? [agency, other.id] : [agency];
    });
  return [...new Set([interview.site.agency, lead, ...answer])];
}

/** Of these resources, those that could have a part in the visit. */
export function concerned(
  resources: readonly Resource[],
  planned: Planned,
  edition: Edition,
): Resource[] {
  const timeline = timelineOf(planned.interview, planned.purpose, edition.interview);
  const roles = planned.interview.roles.filter(
    ({ from, parts }) => from === 'resources' && windowsOfParts(timeline, parts).length > 0,
  );
  const meets = planned.purpose === 'planning-meeting';
  const drives = roadOf(planned, edition) > 0;
  return resources.filter((one) => {
    if (one.kind === 'person') return roles.some((role) => mayFill(one, role, planned, edition));
    if (one.kind === VEHICLE) return drives;
    return !meets && fitsSite(one, planned);
  });
}

/** The sheets a search reads: of resources, of the child, of the zones, of those to be kept apart. */
export function sheetsOf(
  sought: Pick<Sought, 'interview' | 'purpose' | 'resources' | 'apart'>,
  edition: Edition,
): string[] {
  const { interview, purpose, resources, apart } = sought;
  const { child, site } = interview;
  const timeline = timelineOf(interview, purpose, edition.interview);
  const zones = zonesOf(site.agency, timeline, edition.interview);
  const ids = resources.map(({ id }) => id);
  if (purpose === 'planning-meeting') return ids;
  return [
    ...ids,
    child,
    ...zones.map(({ zone }) => zoneSheet(site.agency, zone)),
    ...apart.flatMap((other) => [apartSheet(child, other), other]),
  ];
}
