import { createRequire } from 'node:module';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { endOfNextSchoolDay, holiday, isWorkingDay } from '../../../shared/domain/calendar/days.ts';
import {
  addWorkingDays,
  addWorkingHours,
  nextWorkingInstant,
  subtractWorkingHours,
} from '../../../shared/domain/calendar/working-time.ts';
import { policy } from '../../../shared/policy/policy.ts';

type Holidays = new (
  country: string,
) => {
  getHolidays(year: number): { readonly date: string; readonly type: string }[];
};
const DateHolidays: Holidays = createRequire(import.meta.url)('date-holidays');

const { calendar } = policy.at(Temporal.Instant.from('2026-06-01T00:00:00Z'));
const inTbilisi = (civil: string) =>
  Temporal.PlainDateTime.from(civil).toZonedDateTime('Asia/Tbilisi').toInstant();
const civil = (instant: Temporal.Instant) =>
  instant.toZonedDateTimeISO('Asia/Tbilisi').toPlainDateTime().toString({ smallestUnit: 'minute' });
const day = (date: string) => Temporal.PlainDate.from(date);

describe('holidays', () => {
  it.each([2026, 2027, 2028, 2029, 2030, 2031, 2032])(
    'of %i are those of date-holidays',
    (year) => {
      const listed = new DateHolidays('GE')
        .getHolidays(year)
        .filter(({ type }) => type === 'public')
        .map(({ date }) => date.slice(0, 10));
      const start = day(`${year}-01-01`);
      const ours = Array.from({ length: start.daysInYear }, (_, days) => start.add({ days }))
        .filter((date) => holiday(calendar, date))
        .map(String);
      expect(ours).toEqual([...new Set(listed)].toSorted());
    },
  );

  it.each([
    '2026-04-12',
    '2027-05-02',
    '2028-04-16',
    '2029-04-08',
    '2030-04-28',
    '2031-04-13',
    '2032-05-02',
  ])('has Orthodox Easter on %s, with the two days before and the one after', (easter) => {
    const names = [-2, -1, 0, 1].map((days) => holiday(calendar, day(easter).add({ days }))?.en);
    // Easter Monday of 2029 is 9 April, which has a name of its own.
    expect(names.every((name) => name !== undefined)).toBe(true);
    expect(names[2]).toBe('Easter Sunday');
  });

  it('counts 17 May as a working day while it is unverified', () => {
    expect(day('2027-05-17').dayOfWeek).toBe(1);
    expect(isWorkingDay(calendar, day('2027-05-17'))).toBe(true);
  });
});

describe('working time', () => {
  it.each([
    ['Friday evening before the holiday', '2026-11-20T18:30', '2026-11-24T09:00'],
    ['Saturday', '2026-11-21T12:00', '2026-11-24T09:00'],
    ['the holiday Monday', '2026-11-23T10:00', '2026-11-24T09:00'],
    ['early morning', '2026-11-24T06:00', '2026-11-24T09:00'],
    ['working time itself', '2026-11-24T11:11', '2026-11-24T11:11'],
    ['the very end of a day', '2026-11-24T18:00', '2026-11-25T09:00'],
  ])('begins again after %s', (_, from, to) => {
    expect(civil(nextWorkingInstant(calendar, inTbilisi(from)))).toBe(to);
  });

  it.each([
    ['2026-11-20T17:40', 1, '2026-11-24T09:40'],
    ['2026-11-20T17:00', 1, '2026-11-20T18:00'],
    ['2026-11-20T17:40', 9, '2026-11-24T17:40'],
    ['2026-04-09T12:00', 2, '2026-04-14T11:00'],
    ['2026-12-31T17:30', 1, '2027-01-04T09:30'],
  ])('from %s, %i hours on, is %s', (from, hours, to) => {
    expect(civil(addWorkingHours(calendar, inTbilisi(from), hours))).toBe(to);
  });

  it.each([
    ['2026-11-20T17:40', 1, '2026-11-24T18:00'],
    ['2026-11-19T09:00', 1, '2026-11-20T18:00'],
    ['2026-11-20T17:40', 5, '2026-11-30T18:00'],
    ['2026-04-08T10:00', 1, '2026-04-14T18:00'],
    ['2027-04-28T10:00', 2, '2027-05-04T18:00'],
  ])('from %s, %i working days later, is %s', (from, days, to) => {
    expect(civil(addWorkingDays(calendar, inTbilisi(from), days))).toBe(to);
  });
});

const instants = fc
  .integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2032, 10, 1) })
  .map((ms) => Temporal.Instant.fromEpochMilliseconds(ms));
const hours = fc.integer({ min: 1, max: 60 });

describe('working hours, whatever the instant', () => {
  it('are taken away again by subtracting them, from working time on', () => {
    fc.assert(
      fc.property(instants, hours, (start, amount) => {
        const from = nextWorkingInstant(calendar, start);
        const there = addWorkingHours(calendar, from, amount);
        const back = subtractWorkingHours(calendar, there, amount);
        // The end of one working day and the beginning of the next are the same working time.
        expect(addWorkingHours(calendar, back, amount).equals(there)).toBe(true);
        expect(Temporal.Instant.compare(back, from)).toBeLessThanOrEqual(0);
      }),
      { numRuns: 200 },
    );
  });

  it('add up', () => {
    fc.assert(
      fc.property(instants, hours, hours, (start, a, b) => {
        const atOnce = addWorkingHours(calendar, start, a + b);
        const inTurn = addWorkingHours(calendar, addWorkingHours(calendar, start, a), b);
        expect(civil(inTurn)).toBe(civil(atOnce));
      }),
      { numRuns: 200 },
    );
  });
});

describe('the next school day', () => {
  it.each([
    ['2026-11-19T16:00', '2026-11-20T15:00'],
    ['2026-11-20T10:00', '2026-11-24T15:00'],
    ['2026-11-20T17:55', '2026-11-24T15:00'],
  ])('after %s ends %s', (from, to) => {
    const end = endOfNextSchoolDay(calendar, inTbilisi(from));
    expect(end && civil(end)).toBe(to);
  });

  it('lies behind the vacation', () => {
    const vacations = [
      {
        name: { ka: 'არდადეგები', en: 'Holidays' },
        from: '2026-12-25',
        to: '2027-01-17',
        legalCheck: 'owed' as const,
        check: 'made up for this test',
      },
    ];
    const school = { ...calendar.school, vacations };
    const end = endOfNextSchoolDay({ ...calendar, school }, inTbilisi('2026-12-24T12:00'));
    expect(end && civil(end)).toBe('2027-01-18T15:00');
  });

  it('is unknown when the pack has none in sight', () => {
    const school = { ...calendar.school, week: {} };
    const found = endOfNextSchoolDay({ ...calendar, school }, inTbilisi('2026-12-24T12:00'));
    expect(found).toBeUndefined();
  });
});
