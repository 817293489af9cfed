import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { AgencyId, newFileId, newResourceId, type ResourceId } from '../../shared/domain/ids.ts';
import type { Availability, Resource } from '../../shared/domain/resource/resource.ts';
import { writesOf } from '../../shared/store/commit.ts';
import { resourceKey } from '../../shared/store/keys.ts';
import { sealing } from '../../shared/store/records.ts';
import type { Table } from '../../shared/store/table.ts';
import { type BookablePerson, bookablePeople, centreThings, homeOf } from './bookable-list.ts';
import type { LocalHub } from './hub.ts';
import { operatorVault } from './operator.ts';

/** As many resources as one transaction holds. */
const AT_ONCE = 100;
const SINCE = '2022-07-01';

/** The id a bookable of the local hub has at every start. */
export const bookableId = (agency: string, key: string): ResourceId =>
  newResourceId((count) =>
    createHash('shake256', { outputLength: count }).update(`bookable\n${agency}\n${key}`).digest(),
  );

const CENTRES = ['centre-tbilisi', 'centre-kutaisi'] as const;
const WEEK = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'] as const;
const WEEKEND = ['saturday', 'sunday'] as const;

const on = (days: readonly string[], from: string, to: string) =>
  Object.fromEntries(days.map((day) => [day, [{ from, to }]]));
const available = (pattern: Availability['pattern'], onHolidays: boolean): Availability => ({
  pattern,
  exceptions: [],
  leave: [],
  onCall: [],
  onHolidays,
});

/** The house is open every day; of its people every second one works at weekends and on holidays. */
const HOUSE = available(on([...WEEK, ...WEEKEND], '08:00', '20:00'), true);
const weekdays = available(on(WEEK, '09:00', '18:00'), false);
const always = available({ ...on(WEEK, '09:00', '18:00'), ...on(WEEKEND, '10:00', '17:00') }, true);

type Bookable = Resource & { readonly name: string; readonly mail?: string };

const common = (agency: string, key: string) => ({
  what: 'resource' as const,
  id: bookableId(agency, key),
  agency: AgencyId.parse(agency),
  file: newFileId(randomBytes),
  version: 1,
  municipality: homeOf(agency),
  languages: [],
  accessible: true,
});

/** Alone of its kind, or with an even number: there at weekends as well. */
const hoursOf = (key: string, all: readonly BookablePerson[]): Availability => {
  const place = Number(/\d+$/.exec(key)?.[0] ?? 2);
  const kind = key.replace(/\d+$/, '');
  const alone = all.filter((other) => other.key.startsWith(kind)).length === 1;
  return alone || place % 2 === 0 ? always : weekdays;
};

const peopleOf = (agency: string, all: readonly BookablePerson[]): Bookable[] =>
  all.map(({ key, name, sex, is, languages = [], account }) => ({
    ...common(agency, key),
    kind: 'person' as const,
    name,
    mail: `${key}@${agency}.example`,
    ...(agency.startsWith('centre-') && { site: AgencyId.parse(agency) }),
    qualifications: is.map((code) => ({ code, from: SINCE })),
    languages: ['ka', ...languages],
    sex,
    ...(account && { account }),
    availability: hoursOf(key, all),
    buffers: { before: 0, after: 15 },
  }));

const NAMES = {
  'interview-room': 'გამოკითხვის ოთახი',
  'observation-room': 'დაკვირვების ოთახი',
  'medical-room': 'სამედიცინო ოთახი',
  'waiting-room': 'მოსაცდელი',
  recorder: 'ჩამწერი',
  vehicle: 'ავტომობილი',
} as const;
const SEATS = { 'observation-room': 10, 'waiting-room': 6, vehicle: 6 } as const;
type Thing = keyof typeof centreThings;

/** What a centre has: each observation room looks into the interview room of its number. */
function thingsOf(agency: string, year: number): Bookable[] {
  const thing = (kind: Thing, number: number): Bookable => ({
    ...common(agency, `${kind}-${number}`),
    kind,
    name: `${NAMES[kind]} ${number}`,
    site: AgencyId.parse(agency),
    qualifications:
      kind === 'interview-room' || kind === 'medical-room'
        ? [{ code: 'accredited-room', from: SINCE, to: `${year + 2}-12-31` }]
        : [],
    availability: HOUSE,
    buffers: { before: 0, after: kind === 'recorder' || kind === 'vehicle' ? 0 : 15 },
    ...(kind in SEATS && { capacity: SEATS[kind as keyof typeof SEATS] }),
    ...(kind === 'observation-room' && {
      observes: [bookableId(agency, `interview-room-${number}`)],
    }),
  });
  return (Object.keys(centreThings) as Thing[]).flatMap((kind) =>
    Array.from({ length: centreThings[kind] }, (_, i) => thing(kind, i + 1)),
  );
}

/** Invented people, and the rooms, recorders and cars of both centres, as their agencies keep them. */
export async function publishBookables(
  hub: Pick<LocalHub, 'stores' | 'functions' | 'clock'>,
  table: Table,
): Promise<void> {
  const year = new Date(hub.clock.now()).getUTCFullYear();
  const all = [
    ...Object.entries(bookablePeople).flatMap(([agency, people]) => peopleOf(agency, people)),
    ...CENTRES.flatMap((agency) => thingsOf(agency, year)),
  ];
  const there = new Set(
    (await table.getAll(all.map(({ id }) => resourceKey(id)))).map(({ id }) => id),
  );
  const { seal } = sealing(operatorVault(hub));
  const kept = await Promise.all(
    all
      .filter(({ id }) => !there.has(id))
      .map(async ({ name, mail, ...resource }): Promise<Resource> => {
        const sealed = await seal(resource, { outcome: { name, mail } });
        return { ...resource, sealed };
      }),
  );
  for (let i = 0; i < kept.length; i += AT_ONCE) {
    const writes = writesOf({ kept: kept.slice(i, i + AT_ONCE), events: [] });
    await table.transact(writes, randomUUID());
  }
}
