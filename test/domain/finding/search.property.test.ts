import fc from 'fast-check';
import { expect, it } from 'vitest';
import { findTimes } from '../../../shared/domain/finding/find.ts';
import type { Sought } from '../../../shared/domain/finding/sought.ts';
import type { Resource } from '../../../shared/domain/resource/resource.ts';
import { aCaseId, CENTRE, georgiaAt, LEAD, later } from '../../build.ts';
import { aHouse, aPerson, aSearch, aVisit, hours, MORNING, takenOn } from '../../finding.ts';
import { wrongWith } from './checker.ts';

const DAYS = ['2026-11-24', '2026-11-25', '2026-11-26'];
const day = fc.constantFrom(...DAYS);
const edition = georgiaAt();

const person = (of: typeof CENTRE, code: string) =>
  fc
    .record({
      from: fc.constantFrom('09:00', '09:00', '12:00'),
      to: fc.constantFrom('15:00', '18:00', '18:00'),
      until: fc.constantFrom(undefined, undefined, undefined, '2026-11-25'),
      leave: fc.option(day, { freq: 2 }),
      sex: fc.constantFrom('female', 'male'),
      languages: fc.constantFrom('ka', 'ka', 'ka ru', 'ru').map((all) => all.split(' ')),
      account: fc.constantFrom(undefined, 'person-1', 'person-2'),
      after: fc.constantFrom(0, 15, 30),
    })
    .map(({ from, to, until, leave, account, after, ...rest }) =>
      aPerson(of, code, {
        ...rest,
        ...(account && { account }),
        qualifications: [{ code, from: '2020-01-01', ...(until && { to: until }) }],
        availability: {
          ...hours(from, to),
          leave: leave ? [{ from: leave, to: leave, kind: 'leave' }] : [],
        },
        buffers: { before: 0, after },
      }),
    );

const staff = fc
  .tuple(
    fc.array(person(CENTRE, 'forensic-interviewer'), { minLength: 1, maxLength: 3 }),
    fc.array(person(CENTRE, 'psychologist'), { minLength: 1, maxLength: 2 }),
    fc.array(person(LEAD, 'social-worker'), { minLength: 1, maxLength: 3 }),
  )
  .map((all) => all.flat());

const searches = fc
  .record({
    people: staff,
    houses: fc.integer({ min: 1, max: 2 }),
    years: fc.constantFrom(undefined, 4, 10),
    forbidden: fc.array(fc.record({ day, hour: fc.integer({ min: 6, max: 12 }) }), {
      maxLength: 2,
    }),
    busy: fc.array(
      fc.record({
        who: fc.nat(),
        day,
        from: fc.integer({ min: 32, max: 70 }),
        length: fc.integer({ min: 1, max: 8 }),
      }),
      { maxLength: 8 },
    ),
    due: fc.integer({ min: 25, max: 90 }),
    sex: fc.constantFrom(undefined, undefined, 'female'),
    shut: fc.constantFrom<string[]>([], ['person-1']),
  })
  .map(({ people, houses, years, forbidden, busy, due, sex, shut }): Sought => {
    const resources: Resource[] = [
      ...people,
      ...Array.from({ length: houses }, () => aHouse()).flat(),
    ];
    const visit = aVisit({
      tier: { tier: 1, startedAt: MORNING, dueAt: later({ hours: due }, MORNING), reasons: ['x'] },
    });
    const interview = {
      ...visit,
      roles: visit.roles.map((one) => (sex && one.role === 'interviewer' ? { ...one, sex } : one)),
    };
    const other = aCaseId();
    const sheets = [
      ...resources.map(({ id }) => id),
      interview.child,
      other,
      'centre-kutaisi.house',
    ];
    const calendars = takenOn(
      ...busy.map(({ who, day: on, from, length }) => ({
        sheet: sheets[who % sheets.length] ?? other,
        day: on,
        from,
        to: from + length,
      })),
    );
    return aSearch({
      interview,
      resources,
      calendars,
      apart: [other],
      shut: { agencies: [], accounts: shut },
      child: {
        ...{ years, preferred: [], known: [] },
        forbidden: forbidden.map(({ day: on, hour }) => ({
          code: 'therapy',
          from: new Date(Date.parse(`${on}T00:00:00Z`) + hour * 3_600_000).toISOString(),
          to: new Date(Date.parse(`${on}T00:00:00Z`) + (hour + 1) * 3_600_000).toISOString(),
        })),
      },
    });
  });

it('proposes nothing that an independent reading of the rules finds wrong', () => {
  let found = 0;
  fc.assert(
    fc.property(searches, (sought) => {
      for (const { proposal } of findTimes(sought, edition).items) {
        found += 1;
        expect(wrongWith(proposal, sought)).toEqual([]);
      }
    }),
    { numRuns: 60 },
  );
  expect(found).toBeGreaterThan(30);
});

/** Rules that a test can take away from outside, as whoever helps would. */
const lifted: Readonly<Record<string, (sought: Sought) => Sought>> = {
  deadline: (sought) => ({
    ...sought,
    interview: { ...sought.interview, breach: { reason: 'child-not-well', at: MORNING } },
  }),
  'forbidden.therapy': (sought) => ({ ...sought, child: { ...sought.child, forbidden: [] } }),
  'rest.sleep': (sought) => ({ ...sought, child: { ...sought.child, years: 10 } }),
  apart: (sought) => ({ ...sought, apart: [] }),
  child: (sought) => free(sought, [sought.interview.child]),
  'separation.house': (sought) => free(sought, ['centre-kutaisi.house']),
  interviewer: (sought) => also(sought, aPerson(CENTRE, 'forensic-interviewer', always)),
  psychologist: (sought) => also(sought, aPerson(CENTRE, 'psychologist', always)),
  'social-worker': (sought) => also(sought, aPerson(LEAD, 'social-worker', always)),
};
const always = { availability: hours('00:00', '24:00'), sex: 'female' };
const also = (sought: Sought, one: Resource): Sought => ({
  ...sought,
  resources: [...sought.resources, one],
});
const free = (sought: Sought, sheets: readonly string[]): Sought => ({
  ...sought,
  calendars: new Map([...sought.calendars].filter(([sheet]) => !sheets.includes(sheet))),
});

it('names blockers without which there is a time, and none that could be left out', () => {
  let looked = 0;
  fc.assert(
    fc.property(searches, (sought) => {
      const { blocked } = findTimes(sought, edition);
      for (const { codes } of blocked?.blockers ?? []) {
        const lifts = codes.flatMap((code) => lifted[code] ?? []);
        if (lifts.length < codes.length) continue;
        looked += 1;
        const without = (left: typeof lifts) => left.reduce((now, lift) => lift(now), sought);
        expect(findTimes(without(lifts), edition).items.length, codes.join('+')).toBeGreaterThan(0);
        for (const kept of lifts) {
          const fewer = lifts.filter((one) => one !== kept);
          expect(findTimes(without(fewer), edition).items, codes.join('+')).toEqual([]);
        }
      }
    }),
    { numRuns: 60 },
  );
  expect(looked).toBeGreaterThan(10);
});
