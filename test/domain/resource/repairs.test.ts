import { describe, expect, it } from 'vitest';
import { DaySheet } from '../../../shared/domain/booking/day-sheet.ts';
import { takenDay } from '../../../shared/domain/booking/taken-day.ts';
import { type Repairing, repairsFor } from '../../../shared/domain/resource/repairs.ts';
import type { Resource } from '../../../shared/domain/resource/resource.ts';
import { aBooked } from '../../bookings.ts';
import { agency, CENTRE, georgiaAt, NOW } from '../../build.ts';
import { aPerson, aRole, aThing, hours } from '../../finding.ts';

/** A Thursday. */
const DAY = '2026-12-03';
const lost = aPerson(CENTRE, 'forensic-interviewer');
const claim = { sheet: lost.id, day: DAY, from: 40, to: 48, role: 'interviewer' };
const other = aPerson(CENTRE, 'forensic-interviewer');

const found = (candidates: Resource[], over: Partial<Repairing> = {}): string[] =>
  repairsFor(
    {
      lost,
      booking: aBooked({ claims: [claim] }),
      candidates,
      calendars: new Map(),
      roles: [aRole('interviewer', CENTRE, { languages: ['ka'] })],
      shut: { accounts: [], agencies: [] },
      now: 1000,
      ...over,
    },
    georgiaAt(),
  ).map(({ id }) => id);

const busy = (more: object) => {
  const sheet = DaySheet.parse({ sheet: other.id, day: DAY, version: 1, ...more });
  return { calendars: new Map([[String(other.id), new Map([[DAY, takenDay(sheet)]])]]) };
};

describe('what could take the place of the lost', () => {
  it('is somebody as able, free at that time', () => {
    expect(found([lost, other])).toEqual([other.id]);
  });

  it.each<[string, Partial<Resource>]>([
    ['of another kind', { kind: 'interview-room' }],
    ['withdrawn', { withdrawnAt: NOW }],
    ['without the qualification', { qualifications: [] }],
    ['without the language', { languages: ['ru'] }],
    ['not working then', { availability: hours('12:00', '18:00') }],
    ['working only a part of it', { availability: hours('10:15', '18:00') }],
    [
      'on leave',
      {
        availability: {
          ...hours('09:00', '18:00'),
          leave: [{ from: DAY, to: DAY, kind: 'leave' }],
        },
      },
    ],
    [
      'busy by an outside calendar',
      {
        outside: {
          busy: [{ from: '2026-12-03T07:59:00.000Z', to: '2026-12-03T08:30:00.000Z' }],
          readAt: NOW,
          until: NOW,
        },
      },
    ],
  ])('is nobody %s', (_, over) => {
    expect(found([{ ...other, ...over }])).toEqual([]);
  });

  it('is nobody who is booked then, or held as long as the hold lasts', () => {
    expect(found([other], busy({ q47: { by: 'bkg_a' } }))).toEqual([]);
    expect(found([other], busy({ q47: { by: 'bkg_a', until: 1000 } }))).toEqual([]);
    expect(found([other], busy({ q47: { by: 'bkg_a', until: 999 } }))).toEqual([other.id]);
    expect(found([other], busy({ q48: { by: 'bkg_a' } }))).toEqual([other.id]);
  });

  it('is nobody who must not come near the case, and of the sex that was asked for', () => {
    const known = { ...other, account: 'person-x' };
    expect(found([known], { shut: { accounts: ['person-x'], agencies: [] } })).toEqual([]);
    expect(found([other], { shut: { accounts: [], agencies: [CENTRE] } })).toEqual([]);
    const roles = [aRole('interviewer', CENTRE, { sex: 'female' })];
    expect(found([{ ...other, sex: 'male' }], { roles })).toEqual([]);
    expect(found([{ ...other, sex: 'female' }], { roles })).toEqual([other.id]);
  });

  it('is nobody who is in the visit already', () => {
    const booking = aBooked({
      claims: [claim, { ...claim, sheet: other.id, role: 'psychologist' }],
    });
    expect(found([other], { booking })).toEqual([]);
  });

  it('of a room is one of the same house, with the room that looks into it', () => {
    const [room, second] = [aThing('interview-room'), aThing('interview-room')];
    const seen = aThing('observation-room', { observes: [room.id] });
    const both = aThing('observation-room', { observes: [room.id, second.id] });
    const over = (observing: Resource, gone: Resource): Partial<Repairing> => ({
      lost: gone,
      booking: aBooked({
        claims: [room, observing].map(({ id }) => ({ sheet: id, day: DAY, from: 40, to: 48 })),
      }),
    });
    expect(found([room, second, seen, both], over(seen, room))).toEqual([]);
    expect(found([room, second, seen, both], over(both, room))).toEqual([second.id]);
    expect(found([seen, both], over(seen, seen))).toEqual([both.id]);
    const far = { ...second, site: agency('centre-tbilisi') };
    expect(found([room, far, both], over(both, room))).toEqual([]);
  });
});
