import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { InboundKeyId } from '../../../shared/domain/ids.ts';
import {
  type InboundKey,
  nextNumber,
  rotated,
  takenAt,
  type VerifyingKey,
} from '../../../shared/domain/inbound/inbound-key.ts';
import { agency, refusalOf } from '../../build.ts';

const START = Temporal.Instant.from('2026-11-24T09:00:00.000Z');
const inHours = (hours: number): string =>
  START.add({ minutes: Math.round(60 * hours) }).toString({ fractionalSecondDigits: 3 });
const aKey = (number: number, createdAt = inHours(0)): VerifyingKey => ({
  ...{ number, scheme: 'v1a', public: `whpk_${number}`, createdAt },
});
const door: InboundKey = {
  what: 'inbound-key',
  id: InboundKeyId.parse(`ink_${'2'.repeat(20)}`),
  agency: agency('municipality-zestaponi'),
  sub: 'municipality-zestaponi',
  version: 1,
  keys: [aKey(1)],
  createdAt: inHours(0),
};
const turned = (from: InboundKey, hours: number, overlapDays: number) =>
  rotated(from, aKey(nextNumber(from), inHours(hours)), { overlapDays, at: inHours(hours) });
const goodAt = (of: InboundKey, hours: number) =>
  takenAt(of, inHours(hours)).map(({ number }) => number);

describe('a rotation', () => {
  it('keeps the old key good beside the new one to the end of the overlap', () => {
    const next = turned(door, 0, 2);
    expect(next.version).toBe(2);
    expect([0, 47.9, 48, 1000].map((hours) => goodAt(next, hours))).toEqual([
      [1, 2],
      [1, 2],
      [2],
      [2],
    ]);
  });

  it('without an overlap leaves the new one alone', () => {
    expect(turned(turned(door, 0, 7), 1, 0).keys.map(({ number }) => number)).toEqual([3]);
  });

  it('makes no key good for longer than it was', () => {
    const twice = turned(turned(door, 0, 1), 12, 7);
    expect(goodAt(twice, 23.9)).toEqual([1, 2, 3]);
    expect(goodAt(twice, 24)).toEqual([2, 3]);
    expect(turned(turned(door, 0, 7), 12, 1).keys[0]?.until).toBe(inHours(36));
  });

  it('forgets what is over', () => {
    expect(turned(turned(door, 0, 1), 30, 1).keys.map(({ number }) => number)).toEqual([2, 3]);
  });

  it('lets only so many overlap; without an overlap it is always possible', () => {
    const many = turned(turned(door, 0, 7), 1, 7);
    expect(goodAt(many, 1)).toEqual([1, 2, 3]);
    expect(refusalOf(() => turned(many, 2, 7))).toMatchObject({ code: 'too-many-inbound-keys' });
    expect(goodAt(turned(many, 2, 0), 2)).toEqual([4]);
  });

  it('whatever the order leaves the newest good for ever, and no number twice', () => {
    const steps = fc.array(
      fc.record({ wait: fc.integer({ min: 0, max: 200 }), days: fc.integer({ min: 0, max: 7 }) }),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(steps, (all) => {
        let hours = 0;
        let now = door;
        for (const { wait, days } of all) {
          hours += wait;
          // What would be refused is not done: without an overlap it always can be.
          now = goodAt(now, hours).length < 3 ? turned(now, hours, days) : turned(now, hours, 0);
          const numbers = now.keys.map(({ number }) => number);
          expect(new Set(numbers).size).toBe(numbers.length);
          expect(goodAt(now, hours + 10_000)).toEqual([Math.max(...numbers)]);
          const last =
            now.keys
              .map(({ until }) => until ?? '')
              .toSorted()
              .at(-1) ?? '';
          expect(last <= inHours(hours + 168)).toBe(true);
        }
      }),
    );
  });
});
