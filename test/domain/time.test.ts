import fc from 'fast-check';
import { expect, it } from 'vitest';
import { textOf } from '../../shared/domain/time.ts';

it('an instant in milliseconds is written as the standard library writes it', () => {
  const most = Date.parse('9999-12-31T23:59:59.999Z');
  const least = Date.parse('1600-01-01T00:00:00.000Z');
  const days = ['2000-02-29', '2100-02-28', '2100-03-01', '2024-12-31', '2026-01-01', '1970-01-01'];
  for (const day of days) expect(textOf(Date.parse(day))).toBe(`${day}T00:00:00.000Z`);
  fc.assert(
    fc.property(fc.integer({ min: least, max: most }), (ms) => {
      expect(textOf(ms)).toBe(new Date(ms).toISOString());
    }),
    { numRuns: 5000 },
  );
});
