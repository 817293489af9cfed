import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayBefore, dayOf, daysBetween, endOf } from '../../../shared/domain/feed/days.ts';
import { linesOf } from '../../../shared/domain/feed/digest.ts';
import { compare, pieces } from '../../../shared/domain/feed/reconcile.ts';

const ZONE = 'Asia/Tbilisi';

describe('a day of the feed', () => {
  it('is that of the pack’s zone: it ends while the evening goes on elsewhere', () => {
    expect(dayOf('2026-11-24T19:59:59.999Z', ZONE)).toBe('2026-11-24');
    expect(dayOf('2026-11-24T20:00:00.000Z', ZONE)).toBe('2026-11-25');
    expect(endOf('2026-11-24', ZONE)).toBe('2026-11-24T20:00:00.000Z');
  });

  it('follows the one before it, over the ends of months and years', () => {
    expect(dayBefore('2027-01-01')).toBe('2026-12-31');
    expect(daysBetween('2026-12-30', '2027-01-02')).toEqual([
      ...['2026-12-30', '2026-12-31', '2027-01-01', '2027-01-02'],
    ]);
    expect(daysBetween('2027-01-02', '2027-01-01')).toEqual([]);
  });

  it('is written as lines that a partner can write with a few words of shell', () => {
    expect(
      linesOf([
        { sequence: 7, event: 'evt_a' },
        { sequence: 8, event: 'evt_b' },
      ]),
    ).toBe('7 evt_a\n8 evt_b\n');
    expect(linesOf([])).toBe('');
  });
});

describe('a comparison', () => {
  const entries = Array.from({ length: 30 }, (_, i) => ({ sequence: i + 1, event: `evt_${i}` }));

  it('names exactly what one side lost and what it has besides, in whatever order and how often', () => {
    const subset = fc.subarray(entries);
    fc.assert(
      fc.property(subset, fc.uniqueArray(fc.nat(9)), fc.boolean(), (held, strange, twice) => {
        const foreign = strange.map((one) => `evt_x${one}`);
        const ids = [...held.map(({ event }) => event).reverse(), ...foreign];
        const { missing, unknown } = compare(entries, twice ? [...ids, ...ids] : ids);
        expect(missing).toEqual(entries.filter((one) => !held.includes(one)));
        expect(unknown).toEqual(foreign);
      }),
    );
  });

  it('is cut into pieces that leave nothing out and repeat nothing', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 50 }),
        fc.nat(60),
        fc.integer({ min: 1, max: 9 }),
        (from, length, most) => {
          const cut = pieces({ from, to: from + length - 1 }, most);
          const all = cut.flatMap((one) =>
            Array.from({ length: one.to - one.from + 1 }, (_, i) => one.from + i),
          );
          expect(all).toEqual(Array.from({ length }, (_, i) => from + i));
          expect(cut.every((one) => one.to - one.from < most)).toBe(true);
        },
      ),
    );
  });
});
