import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import {
  and,
  andNot,
  count,
  everything,
  free,
  has,
  isEmpty,
  nextSet,
  nothing,
  or,
  take,
} from '../../../shared/domain/scheduling/mask.ts';
import type { Mask } from '../../../shared/domain/scheduling/question.ts';
import { grow } from '../../../shared/domain/scheduling/shift.ts';
import { startsOf } from '../../../shared/domain/scheduling/windows.ts';

const HORIZON = { from: 5000, cells: 150 };
const ALL = Array.from({ length: HORIZON.cells }, (_, i) => i);
const bits = fc.uniqueArray(fc.nat(HORIZON.cells - 1), { maxLength: 150 });
const span = fc.tuple(fc.integer({ min: -40, max: 200 }), fc.nat(90));

function maskOf(set: readonly number[]): Mask {
  const mask = nothing(HORIZON);
  for (const bit of set)
    free(mask, HORIZON, { from: HORIZON.from + bit, to: HORIZON.from + bit + 1 });
  return mask;
}

const bitsOf = (mask: Mask): number[] => ALL.filter((bit) => has(mask, bit));

// Many cases, and a machine that may be busy.
vi.setConfig({ testTimeout: 60_000 });

describe('a mask', () => {
  it('is set and cleared from one cell up to, and without, another; outside nothing happens', () => {
    fc.assert(
      fc.property(bits, span, fc.boolean(), (set, [from, length], clears) => {
        const mask = maskOf(set);
        const at = { from: HORIZON.from + from, to: HORIZON.from + from + length };
        (clears ? take : free)(mask, HORIZON, at);
        const inside = (bit: number) => from <= bit && bit < from + length;
        expect(bitsOf(mask)).toEqual(
          ALL.filter((bit) => (inside(bit) ? !clears : set.includes(bit))),
        );
        expect(count(mask)).toBe(bitsOf(mask).length);
      }),
    );
  });

  it('is joined with another by what both, one or only the first has', () => {
    fc.assert(
      fc.property(bits, bits, (one, other) => {
        const joined = (join: (into: Mask, other: Mask) => void) => {
          const mask = maskOf(one);
          join(mask, maskOf(other));
          return bitsOf(mask);
        };
        expect(joined(and)).toEqual(ALL.filter((b) => one.includes(b) && other.includes(b)));
        expect(joined(or)).toEqual(ALL.filter((b) => one.includes(b) || other.includes(b)));
        expect(joined(andNot)).toEqual(ALL.filter((b) => one.includes(b) && !other.includes(b)));
      }),
    );
  });

  it('is walked from one set bit to the next', () => {
    fc.assert(
      fc.property(bits, (set) => {
        const mask = maskOf(set);
        const walked: number[] = [];
        for (let bit = nextSet(mask, 0); bit >= 0; bit = nextSet(mask, bit + 1)) walked.push(bit);
        expect(walked).toEqual(set.toSorted((a, b) => a - b));
        expect(isEmpty(mask)).toBe(set.length === 0);
      }),
    );
  });

  it('is widened before and after each of its bits, up to its ends', () => {
    fc.assert(
      fc.property(bits, fc.nat(40), fc.nat(40), (set, before, after) => {
        const mask = maskOf(set);
        grow(mask, HORIZON.cells, before, after);
        expect(bitsOf(mask)).toEqual(
          ALL.filter((bit) => set.some((own) => own - before <= bit && bit <= own + after)),
        );
        expect(count(mask)).toBe(bitsOf(mask).length);
      }),
    );
  });
});

describe('the starts of a mask', () => {
  const window = fc.record({
    offset: fc.integer({ min: -70, max: 70 }),
    cells: fc.integer({ min: 1, max: 100 }),
  });
  const dense = fc.array(span, { minLength: 1, maxLength: 4 }).map((spans) => {
    const mask = everything(HORIZON);
    for (const [from, length] of spans)
      take(mask, HORIZON, { from: HORIZON.from + from, to: HORIZON.from + from + (length % 9) });
    return mask;
  });

  it('are those at which every window is free from end to end', () => {
    fc.assert(
      fc.property(dense, fc.array(window, { minLength: 1, maxLength: 3 }), (mask, windows) => {
        const byHand = ALL.filter((start) =>
          windows.every(({ offset, cells }) =>
            Array.from({ length: cells }, (_, i) => start + offset + i).every(
              (bit) => bit < HORIZON.cells && has(mask, bit),
            ),
          ),
        );
        const starts = startsOf(HORIZON, mask, windows);
        expect(bitsOf(starts)).toEqual(byHand);
        expect(count(starts)).toBe(byHand.length);
      }),
      { numRuns: 500 },
    );
  });
});
