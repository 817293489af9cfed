import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gapsBefore, gapsOf, isWithin } from '../../../shared/domain/duty/coverage.ts';

const hour = (n: number): string => new Date(Date.UTC(2026, 10, 20) + n * 3600_000).toISOString();
const shift = (from: number, to: number) => ({ from: hour(from), to: hour(to) });
const gap = (from: number, to?: number) => ({
  from: hour(from),
  ...(to !== undefined && { to: hour(to) }),
});

describe('gaps', () => {
  it.each([
    ['of no roster are all the time there is', [], [gap(0)]],
    ['begin where the last shift ends', [shift(0, 12)], [gap(12)]],
    ['lie between shifts', [shift(0, 8), shift(10, 12)], [gap(8, 10), gap(12)]],
    ['lie before the first shift', [shift(3, 5)], [gap(0, 3), gap(5)]],
    ['are none where one takes over from another', [shift(0, 8), shift(8, 12)], [gap(12)]],
    ['are none where two overlap', [shift(0, 8), shift(6, 12)], [gap(12)]],
    ['are none inside a longer shift', [shift(0, 12), shift(3, 5)], [gap(12)]],
    ['do not depend on the order of the shifts', [shift(8, 12), shift(0, 8)], [gap(12)]],
    ['begin now, not in the past', [shift(-8, -2)], [gap(0)]],
  ])('%s', (_, shifts, expected) => {
    expect(gapsOf(shifts, hour(0))).toEqual(expected);
  });

  it('are near where they begin before an instant; one that begins at it is not', () => {
    const gaps = gapsOf([shift(0, 8), shift(10, 72)], hour(0));
    expect(gapsBefore(gaps, hour(72))).toEqual([gap(8, 10)]);
    expect(gapsBefore(gaps, hour(73))).toEqual([gap(8, 10), gap(72)]);
  });

  it('and shifts together are every hour, and never both', () => {
    const shifts = fc.array(
      fc.tuple(fc.integer({ min: -20, max: 90 }), fc.integer({ min: 1, max: 30 })),
    );
    fc.assert(
      fc.property(shifts, fc.integer({ min: 0, max: 120 }), (spans, n) => {
        const planned = spans.map(([from, length]) => shift(from, from + length));
        const at = hour(n);
        const covered = planned.some(({ from, to }) => from <= at && at < to);
        const open = gapsOf(planned, hour(0)).some(
          ({ from, to }) => from <= at && (to === undefined || at < to),
        );
        expect(open).toBe(!covered);
      }),
    );
  });
});

describe('a gap lies within another', () => {
  it.each([
    ['itself', gap(2, 4), gap(2, 4), true],
    ['a longer one', gap(2, 4), gap(1, 5), true],
    ['one without an end', gap(2, 4), gap(1), true],
    ['one without an end, being without one', gap(2), gap(1), true],
    ['not one that ends, being without an end', gap(2), gap(1, 9), false],
    ['not one that begins later', gap(2, 4), gap(3, 9), false],
    ['not one that ends earlier', gap(2, 4), gap(1, 3), false],
  ])('%s', (_, inner, outer, expected) => {
    expect(isWithin(inner, outer)).toBe(expected);
  });
});
