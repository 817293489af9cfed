import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import type { Availability } from '../../../shared/domain/resource/resource.ts';
import { working } from '../../../shared/domain/scheduling/availability.ts';
import { cellOf, daysOf, horizonOf, instantOf } from '../../../shared/domain/scheduling/days.ts';
import { nextSet, nothing } from '../../../shared/domain/scheduling/mask.ts';
import type { Horizon, Mask } from '../../../shared/domain/scheduling/question.ts';
import { apartFrom, freeOf, taken } from '../../../shared/domain/scheduling/taken.ts';
import { policy } from '../../../shared/policy/policy.ts';

const { calendar } = policy.at(Temporal.Instant.from('2026-11-20T00:00:00Z'));
const local = (text: string, zone = 'Asia/Tbilisi') =>
  Temporal.PlainDateTime.from(text).toZonedDateTime(zone).toInstant();
const cell = (text: string, zone?: string) => cellOf(local(text, zone));

/** Friday to Wednesday; Monday 23 November is Saint George's Day. */
const HORIZON = horizonOf(local('2026-11-20T00:00'), local('2026-11-26T00:00'));
const DAYS = daysOf(calendar, HORIZON);

const WORKER: Availability = {
  pattern: {
    monday: [{ from: '09:00', to: '18:00' }],
    tuesday: [
      { from: '09:00', to: '13:00' },
      { from: '14:00', to: '18:00' },
    ],
    friday: [{ from: '09:10', to: '17:50' }],
    saturday: [{ from: '20:00', to: '24:00' }],
  },
  exceptions: [],
  leave: [],
  onCall: [],
  onHolidays: false,
};

/** Runs of set bits as local times. */
function told(mask: Mask, horizon: Horizon = HORIZON, zone = 'Asia/Tbilisi'): string[] {
  const runs: string[] = [];
  const at = (bit: number) =>
    instantOf(horizon.from + bit)
      .toZonedDateTimeISO(zone)
      .toPlainDateTime()
      .toString({ smallestUnit: 'minute' })
      .slice(5);
  for (let bit = nextSet(mask, 0); bit >= 0; ) {
    let end = bit;
    while (nextSet(mask, end) === end) end += 1;
    runs.push(`${at(bit)}/${at(end)}`);
    bit = nextSet(mask, end);
  }
  return runs;
}

const times = (given: Partial<Availability>, onCall = false) =>
  told(working({ ...WORKER, ...given }, { horizon: HORIZON, days: DAYS, onCall }));

describe('working time', () => {
  it('is the weekly pattern in local time, quarters that lie in it as a whole, without holidays', () => {
    expect(times({})).toEqual([
      '11-20T09:15/11-20T17:45',
      '11-21T20:00/11-22T00:00',
      '11-24T09:00/11-24T13:00',
      '11-24T14:00/11-24T18:00',
    ]);
    expect(times({ onHolidays: true })).toContain('11-23T09:00/11-23T18:00');
  });

  it('follows a dated exception, also on a holiday; an empty one closes the day', () => {
    const exceptions = [
      { date: '2026-11-23', hours: [{ from: '10:00', to: '12:00' }] },
      { date: '2026-11-24', hours: [] },
    ];
    expect(times({ exceptions })).toEqual([
      '11-20T09:15/11-20T17:45',
      '11-21T20:00/11-22T00:00',
      '11-23T10:00/11-23T12:00',
    ]);
  });

  it('has on-call time only for what cannot wait, and none of it on leave', () => {
    const onCall = [{ from: '2026-11-25T18:10:00.000Z', to: '2026-11-25T20:00:00.000Z' }];
    expect(times({ onCall })).toHaveLength(4);
    expect(times({ onCall }, true)).toContain('11-25T22:15/11-26T00:00');
    const leave = [{ from: '2026-11-21', to: '2026-11-25', kind: 'sick' as const }];
    expect(times({ onCall, leave }, true)).toEqual(['11-20T09:15/11-20T17:45']);
  });

  it('ends with the qualification; both its days belong to it', () => {
    const until = working(
      WORKER,
      { horizon: HORIZON, days: DAYS, onCall: false },
      { from: '2026-11-21', to: '2026-11-21' },
    );
    expect(told(until)).toEqual(['11-21T20:00/11-22T00:00']);
  });

  it('is right on the days on which clocks change', () => {
    const berlin = { ...calendar, zone: 'Europe/Berlin' };
    const horizon = horizonOf(
      local('2026-10-24T00:00', 'Europe/Berlin'),
      local('2026-10-26T00:00', 'Europe/Berlin'),
    );
    expect(horizon.cells).toBe(196);
    const days = daysOf(berlin, horizon);
    expect(days.map(({ from, to }) => to - from)).toEqual([96, 100]);
    const pattern = {
      saturday: [{ from: '09:00', to: '24:00' }],
      sunday: [
        { from: '00:00', to: '09:00' },
        { from: '23:00', to: '24:00' },
      ],
    };
    const mask = working({ ...WORKER, pattern }, { horizon, days, onCall: false });
    expect(told(mask, horizon, 'Europe/Berlin')).toEqual([
      '10-24T09:00/10-25T09:00',
      '10-25T23:00/10-26T00:00',
    ]);
  });
});

describe('what is taken', () => {
  const friday = DAYS[0]?.from ?? 0;
  const bits = new Uint8Array(12);
  bits[5] = 0b0000_0011;
  const at = (time: string) => cell(`2026-11-20T${time}`);

  it('is what is confirmed, what is held and not expired, and busy elsewhere', () => {
    const holds = [
      { from: 44, to: 46, until: 1000 },
      { from: 48, to: 50, until: 1001 },
    ];
    const busy = [{ from: at('15:00'), to: at('15:30') }];
    expect(told(taken(HORIZON, [{ from: friday, bits, holds }], busy, 1000))).toEqual([
      '11-20T10:00/11-20T10:30',
      '11-20T12:00/11-20T12:30',
      '11-20T15:00/11-20T15:30',
    ]);
  });

  it('is widened by the buffers once: between two bookings they are the same pause', () => {
    const busy = [
      { from: at('10:00'), to: at('11:00') },
      { from: at('14:00'), to: at('15:00') },
    ];
    const all = working(WORKER, { horizon: HORIZON, days: DAYS, onCall: false });
    const left = freeOf(all, taken(HORIZON, [], busy, 0), HORIZON, { before: 1, after: 2 });
    expect(told(left).slice(0, 3)).toEqual([
      '11-20T09:15/11-20T09:30',
      '11-20T11:30/11-20T13:30',
      '11-20T15:30/11-20T17:45',
    ]);
  });

  it('keeps parties apart that must not meet, with arrival and departure', () => {
    const all = working(WORKER, { horizon: HORIZON, days: DAYS, onCall: false });
    const there = taken(HORIZON, [], [{ from: at('11:00'), to: at('12:00') }], 0);
    const left = apartFrom(there, HORIZON, { before: 2, after: 1 }, all);
    expect(told(left).slice(0, 2)).toEqual(['11-20T09:15/11-20T10:30', '11-20T12:15/11-20T17:45']);
    expect(apartFrom(nothing(HORIZON), HORIZON, { before: 2, after: 1 }, all)).toEqual(all);
  });
});
