import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isTriedOut, PAUSES, pauseAfter } from '../../../shared/domain/webhook/schedule.ts';

const HOURS = 3600;
const chance = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });

describe('the schedule of a webhook', () => {
  it('is ten attempts or more over 72 hours or more, however the pauses are drawn', () => {
    fc.assert(
      fc.property(fc.infiniteStream(chance), (drawn) => {
        const draw = () => drawn.next().value ?? 0;
        const pauses = PAUSES.map((_, i) => pauseAfter(i + 1, { random: draw() }));
        expect(pauses.length + 1).toBeGreaterThanOrEqual(10);
        const whole = pauses.reduce((sum, pause) => sum + pause, 0);
        expect(whole).toBeGreaterThanOrEqual(72 * HOURS);
      }),
    );
  });

  it('keeps every pause within a fifth, and a minute of looking on top of the long ones', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), chance, (tries, random) => {
        const nominal = PAUSES[Math.min(tries, PAUSES.length) - 1] ?? 0;
        const pause = pauseAfter(tries, { random });
        // The queue counts whole seconds and hands over within one; the minute finds the rest.
        const there = nominal < 900 ? Math.ceil(pause) : pause + 60;
        expect(pause).toBeGreaterThanOrEqual(nominal * 0.8);
        expect(there).toBeLessThanOrEqual(nominal * 1.2);
      }),
    );
  });

  it('begins again within seconds and grows rarer, half a day at most', () => {
    expect(pauseAfter(1, { random: 0.999 })).toBeLessThanOrEqual(6);
    expect(PAUSES).toEqual(PAUSES.toSorted((a, b) => a - b));
    expect(Math.max(...PAUSES)).toBeLessThanOrEqual(12 * HOURS);
  });

  it('waits as long as the receiver asks, and never less than planned', () => {
    expect(pauseAfter(1, { random: 0.5, retryAfter: 900 })).toBe(900);
    expect(pauseAfter(5, { random: 0, retryAfter: 1 })).toBe(2880);
  });

  it('ends after the last pause, and not before three days', () => {
    expect(isTriedOut(PAUSES.length, 100 * HOURS * 1000)).toBe(false);
    expect(isTriedOut(PAUSES.length + 1, 72 * HOURS * 1000)).toBe(true);
    expect(isTriedOut(PAUSES.length + 1, 72 * HOURS * 1000 - 1)).toBe(false);
  });
});
