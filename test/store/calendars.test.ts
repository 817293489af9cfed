import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DaySheet, quarterName } from '../../shared/domain/booking/day-sheet.ts';
import { type TakenDay, takenDay } from '../../shared/domain/booking/taken-day.ts';
import { calendarProjection, calendars, quarterOf } from '../../shared/store/calendars.ts';
import { writesOf } from '../../shared/store/commit.ts';
import { dayKey, quarterKey } from '../../shared/store/keys.ts';
import { putAlways, remove } from '../../shared/store/write.ts';
import { type LocalTable, localTable } from '../bookings/local-table.ts';
import { CENTRE, LEAD, NOW } from '../build.ts';
import { aResource } from '../finding.ts';
import { scripted } from './dynamodb.ts';

let local: LocalTable;
beforeAll(async () => {
  local = await localTable();
});
afterAll(() => local?.stop());

const DAYS = ['2026-09-30', '2026-10-01', '2026-12-31', '2027-01-01'] as const;
const SHEETS = ['res_a', 'centre-tbilisi.waiting'] as const;
type Quarters = Readonly<Record<string, { by: string; until?: number }>>;

const sheetOf = (sheet: string, day: string, version: number, more: object) => ({
  what: 'sheet',
  sheet,
  day,
  version,
  ...more,
});
const quarters = (taken: readonly (readonly [number, number | undefined])[]): Quarters =>
  Object.fromEntries(
    taken.map(([quarter, until]) => [
      quarterName(quarter),
      { by: 'bkg_x', ...(until !== undefined && { until }) },
    ]),
  );

/** States of some sheets, one version after the other; now and then a day is closed. */
const history = fc
  .array(
    fc.record({
      sheet: fc.constantFrom(...SHEETS),
      day: fc.constantFrom(...DAYS),
      closed: fc.boolean(),
      taken: fc.uniqueArray(fc.nat(95), { maxLength: 12 }),
      until: fc.option(fc.integer({ min: 1, max: 4e9 }), { nil: undefined }),
    }),
    { minLength: 1, maxLength: 24 },
  )
  .map((steps) => {
    const versions = new Map<string, number>();
    return steps.map(({ sheet, day, closed, taken, until }) => {
      const version = (versions.get(`${sheet} ${day}`) ?? 0) + 1;
      versions.set(`${sheet} ${day}`, version);
      const leave = closed && version % 3 === 0 && { closed: { by: 'sick' } };
      const marks = quarters(taken.map((quarter, i) => [quarter, i % 2 ? until : undefined]));
      return DaySheet.parse(sheetOf(sheet, day, version, { ...marks, ...leave }));
    });
  });

/** What the last version of each day says, by sheet and day. */
const folded = (states: readonly DaySheet[]) => {
  const last = new Map<string, DaySheet>();
  for (const state of states) {
    const place = `${state.sheet} ${state.day}`;
    if ((last.get(place)?.version ?? 0) < state.version) last.set(place, state);
  }
  return [...last].map(([place, state]): [string, TakenDay] => [place, takenDay(state)]).sort();
};

const write = (...writes: Parameters<LocalTable['table']['transact']>[0]) =>
  local.table.transact(writes, randomUUID());
const clear = async () => {
  const rows = await local.rows();
  if (rows.length > 0) await write(...rows.map(({ pk, sk }) => remove('sheet', { pk, sk })));
};
const shown = async () => {
  const read = await calendars(local.table).read([...SHEETS], '2026-09-01', '2027-02-01');
  return [...read]
    .flatMap(([sheet, days]) => [...days].map(([day, taken]) => [`${sheet} ${day}`, taken]))
    .sort();
};
const project = (sheet: DaySheet) => calendarProjection(local.table).project(sheet);
const removed = (sheet: string, day: string) => calendarProjection(local.table).removed(sheet, day);
const rebuild = (sheet: string, quarter: string) =>
  calendarProjection(local.table).rebuild(sheet, quarter);

describe('the calendars that are read', () => {
  it('say what the last version of each day says, however its records come', async () => {
    const disturbed = history.chain((states) =>
      fc
        .shuffledSubarray([...states, ...states], { minLength: states.length })
        .map((some) => [states, [...some, ...states.toReversed()]] as const),
    );
    await fc.assert(
      fc.asyncProperty(disturbed, async ([states, records]) => {
        await clear();
        // As the function works: the records of a batch side by side.
        for (let i = 0; i < records.length; i += 10) {
          await Promise.all(records.slice(i, i + 10).map(project));
        }
        expect(await shown()).toEqual(folded(states));
      }),
      { numRuns: 15 },
    );
  });

  it('never go back to an older version', async () => {
    await clear();
    const older = DaySheet.parse(sheetOf('res_a', DAYS[0], 4, quarters([[1, undefined]])));
    const newer = DaySheet.parse(sheetOf('res_a', DAYS[0], 5, {}));
    expect([await project(newer), await project(older), await project(newer)]).toEqual([
      true,
      false,
      false,
    ]);
    expect(await shown()).toEqual(folded([newer]));
  });

  it('follow a sheet that is gone, and one that came back', async () => {
    await clear();
    const [sheet, day] = ['res_a', DAYS[1]] as const;
    await project(DaySheet.parse(sheetOf(sheet, day, 7, quarters([[3, undefined]]))));
    expect(await removed(sheet, day)).toBe(true);
    expect(await shown()).toEqual([]);
    expect(await removed(sheet, day)).toBe(false);
    const again = sheetOf(sheet, day, 1, quarters([[9, undefined]]));
    await project(DaySheet.parse(sheetOf(sheet, day, 7, {})));
    await write(putAlways('sheet', { ...dayKey(sheet, day), ...again }));
    await removed(sheet, day);
    expect(await shown()).toEqual(folded([DaySheet.parse(again)]));
  });

  it('can be made anew from the days, whatever they said before', async () => {
    await clear();
    const days = ['2026-10-01', '2026-11-15', '2026-12-31'];
    const right = days.map((day, i) => sheetOf('res_a', day, i + 1, quarters([[i, undefined]])));
    for (const one of right) {
      const item = { ...dayKey('res_a', one.day), ...one };
      await write(putAlways('sheet', item));
    }
    const wrong = { v: 99, bits: new Uint8Array(12).fill(0xff), holds: [] };
    const item = {
      what: 'calendar',
      sheet: 'res_a',
      quarter: '2026-Q4',
      d1001: wrong,
      d1224: wrong,
    };
    const place = quarterKey('res_a', '2026-Q4');
    await write(putAlways('sheet', { ...place, ...item }));
    await rebuild('res_a', '2026-Q4');
    expect(await shown()).toEqual(folded(right.map((one) => DaySheet.parse(one))));
  });

  it('are read with one batch for 50 resources and 90 days', async () => {
    const { calls, table } = scripted(() => ({ body: { Responses: { hub: [] } } }));
    const sheets = Array.from({ length: 50 }, (_, i) => `res_${i}`);
    for (const [from, to] of [
      ['2026-11-22', '2027-02-19'],
      ['2026-12-31', '2027-03-30'],
      ['2027-01-01', '2027-03-31'],
    ] as const) {
      calls.length = 0;
      const read = await calendars(table).read(sheets, from, to);
      expect(read.size).toBe(50);
      expect(calls.map(({ operation }) => operation)).toEqual(['BatchGetItem']);
    }
  });

  it('know the quarter of a day', () => {
    expect(DAYS.map(quarterOf)).toEqual(['2026-Q3', '2026-Q4', '2026-Q4', '2027-Q1']);
  });
});

describe('the resources of agencies', () => {
  it('are all of theirs and nobody else’s; those withdrawn only where they are asked for', async () => {
    await clear();
    const [room, gone, worker, other] = [
      aResource({ kind: 'interview-room' }),
      aResource({ withdrawnAt: NOW }),
      aResource({ agency: LEAD }),
      aResource({ agency: 'agency-guria' as typeof LEAD }),
    ];
    await write(...writesOf({ kept: [room, gone, worker, other], events: [] }));
    const { resourcesOf, everyResourceOf } = calendars(local.table);
    const ids = (all: readonly { id: string }[]) => all.map(({ id }) => id).sort();
    expect(ids(await resourcesOf([CENTRE, LEAD, CENTRE]))).toEqual(ids([room, worker]));
    expect(ids(await everyResourceOf([CENTRE]))).toEqual(ids([room, gone]));
  });
});
