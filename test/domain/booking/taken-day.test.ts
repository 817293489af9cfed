import { describe, expect, it } from 'vitest';
import { DaySheet } from '../../../shared/domain/booking/day-sheet.ts';
import { isBusy, isTaken, liveHolds, takenDay } from '../../../shared/domain/booking/taken-day.ts';

const sheet = (more: object) =>
  takenDay(
    DaySheet.parse({ what: 'sheet', sheet: 'res_a', day: '2026-12-03', version: 2, ...more }),
  );
const booked = { by: 'bkg_a' };
const held = (until: number, by = 'bkg_b') => ({ by, until });

describe('a day as it is searched', () => {
  it('has a bit for what is surely taken, and stretches of holds beside it', () => {
    const day = sheet({ q00: booked, q08: booked, q95: booked, q40: held(9), q41: held(9) });
    expect([0, 1, 8, 40, 95].map((quarter) => isTaken(day.bits, quarter))).toEqual([
      true,
      false,
      true,
      false,
      true,
    ]);
    expect(day).toMatchObject({ v: 2, holds: [{ from: 40, to: 42, until: 9 }] });
  });

  it('keeps holds apart that end at different times or do not touch', () => {
    const { holds } = sheet({ q10: held(5), q11: held(6), q13: held(6) });
    expect(holds).toEqual([
      { from: 10, to: 11, until: 5 },
      { from: 11, to: 12, until: 6 },
      { from: 13, to: 14, until: 6 },
    ]);
  });

  it('is taken as a whole when it is closed', () => {
    const day = sheet({ closed: { by: 'sick' }, q10: held(5) });
    expect(day.holds).toEqual([]);
    expect([...day.bits].every((byte) => byte === 0xff)).toBe(true);
  });

  it('is free again from the second after a hold ran out, and touching is not overlapping', () => {
    const day = sheet({ q40: held(100), q41: held(100), q50: booked });
    expect(liveHolds(day, 100)).toHaveLength(1);
    expect(isBusy(day, 40, 42, 100)).toBe(true);
    expect(isBusy(day, 40, 42, 101)).toBe(false);
    expect(isBusy(day, 36, 40, 0)).toBe(false);
    expect(isBusy(day, 42, 50, 0)).toBe(false);
    expect(isBusy(day, 49, 51, 0)).toBe(true);
    expect(isBusy(undefined, 0, 96, 0)).toBe(false);
  });
});
