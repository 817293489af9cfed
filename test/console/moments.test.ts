import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { awayFrom, dayInWords, momentOf, nextAt } from '../../console/words/moments.ts';

const NOW = new Date('2026-11-20T13:55:00Z');

describe('times on the screen', () => {
  it('are those of Georgia, wherever the computer thinks it is', () => {
    expect(momentOf('2026-11-20T11:20:00Z', 'en', NOW)).toBe('15:20');
    expect(momentOf('2026-11-20T20:30:00Z', 'en', NOW)).toBe('21 Nov, 00:30');
  });

  it('say how far away they are', () => {
    expect(awayFrom('2026-11-20T14:20:00Z', 'en', NOW)).toBe('in 25 minutes');
    expect(awayFrom('2026-11-20T11:55:00Z', 'en', NOW)).toBe('2 hours ago');
    expect(awayFrom('2026-11-24T13:55:00Z', 'en', NOW)).toBe('in 4 days');
  });

  it('are Georgian in any browser: none of them has to know the language', () => {
    expect(momentOf('2026-11-20T11:20:00Z', 'ka', NOW)).toBe('15:20');
    expect(momentOf('2026-11-20T20:30:00Z', 'ka', NOW)).toBe('21 ნოე, 00:30');
    expect(dayInWords('2026-11-24', 'ka')).toBe('სამშაბათი, 24 ნოემბერი');
    expect(awayFrom('2026-11-20T14:20:00Z', 'ka', NOW)).toBe('25 წუთში');
    expect(awayFrom('2026-11-20T11:55:00Z', 'ka', NOW)).toBe('2 საათის წინ');
    expect(awayFrom('2026-11-24T13:55:00Z', 'ka', NOW)).toBe('4 დღეში');
  });

  it('of a clock come next within a day', () => {
    const clocks = fc.tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }));
    fc.assert(
      fc.property(
        clocks,
        fc.date({ min: NOW, max: new Date('2027-11-20'), noInvalidDate: true }),
        ([h, m], now) => {
          const clock = [h, m].map((part) => String(part).padStart(2, '0')).join(':');
          const next = new Date(nextAt(clock, now));
          expect(next.getTime() - now.getTime()).toBeGreaterThan(0);
          expect(next.getTime() - now.getTime()).toBeLessThanOrEqual(86_400_000);
          expect(momentOf(next.toISOString(), 'en', next)).toBe(clock);
        },
      ),
    );
  });
});
