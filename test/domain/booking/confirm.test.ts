import { describe, expect, it } from 'vitest';
import { confirm } from '../../../shared/domain/booking/confirm.ts';
import { decline } from '../../../shared/domain/booking/decline.ts';
import { cancelBooking, expireHold, noShow } from '../../../shared/domain/booking/end.ts';
import type { Decline } from '../../../shared/domain/booking/parts.ts';
import { newResourceId } from '../../../shared/domain/ids.ts';
import {
  aBooked,
  acting,
  aHold,
  EDITION,
  nobody,
  PEOPLE,
  qualified,
  START,
} from '../../bookings/make.ts';
import { CENTRE, CLINIC, counting, LEAD, later, NATIONAL, POLICE, refusalOf } from '../../build.ts';
import { MORNING } from '../../finding.ts';

const bytes = counting(190_000);
type Standing = ReturnType<typeof aHold>;
const confirmed = (standing: Standing, of = LEAD, over = {}) =>
  confirm({ ...standing, ...acting(of), ...nobody, ...over }, EDITION);
const nowStands = (standing: Standing, { kept, booking }: ReturnType<typeof confirm>): Standing =>
  ({
    booking,
    interview: kept.find(({ what }) => what === 'interview') ?? standing.interview,
  }) as Standing;

describe('a confirmation', () => {
  it('is counted, and the last one books', () => {
    const first = aHold();
    const one = confirmed(first);
    expect(one).toMatchObject({ finalises: false, events: [{ type: 'interview.confirmed' }] });
    const two = confirmed(nowStands(first, one), POLICE);
    const three = confirmed(nowStands(first, two), CENTRE);
    expect(three).toMatchObject({
      finalises: true,
      booking: { state: 'booked' },
      events: [{ type: 'interview.booked' }],
    });
    expect(three.booking).not.toHaveProperty('expiresAt');
    expect(three.booking).not.toHaveProperty('next');
    expect(nowStands(first, three).interview).toMatchObject({ status: 'booked', version: 7 });
  });

  it('that is repeated changes nothing, also when all is booked', () => {
    const first = aHold();
    const standing = nowStands(first, confirmed(first));
    expect(confirmed(standing).kept).toEqual([]);
    expect(confirm({ ...aBooked(), ...acting(), ...nobody }, EDITION).kept).toEqual([]);
  });

  it('is refused from an agency that is not asked', () => {
    expect(refusalOf(() => confirmed(aHold(), CLINIC)).code).toBe('not-asked-to-confirm');
  });

  it('counts until a little before the end, and not a moment longer', () => {
    const standing = aHold();
    const { expiresAt } = standing.booking;
    const skew = EDITION.interview.holding.skewSeconds;
    const at = (seconds: number) => ({ at: later({ seconds: -seconds }, expiresAt) });
    expect(confirmed(standing, LEAD, at(skew + 1)).kept).not.toEqual([]);
    expect(refusalOf(() => confirmed(standing, LEAD, at(skew))).code).toBe('hold-expired');
  });

  it('of a visit that stopped, or of a time that is over, is refused', () => {
    const { interview, booking } = aHold();
    const { booking: _, ...plan } = interview;
    const frozen = { ...plan, status: 'frozen' as const, frozenAt: MORNING, because: interview.id };
    const ask = (standing: object) =>
      refusalOf(() => confirm({ interview, booking, ...acting(), ...nobody, ...standing }, EDITION))
        .code;
    expect(ask({ interview: frozen })).toBe('interview-frozen');
    const gone = cancelBooking({ interview, booking, ...acting(), reason: 'not-safe' }, EDITION);
    expect(ask({ booking: gone.booking })).toBe('booking-over');
    expect(ask({ booking: { ...gone.booking, state: 'expired' } })).toBe('hold-expired');
  });

  it('looks at the last moment whether all are qualified on that day', () => {
    const first = aHold();
    const two = nowStands(first, confirmed(nowStands(first, confirmed(first)), POLICE));
    const late = { qualified: qualified('2026-11-25') };
    const { code, hindrances } = refusalOf(() => confirmed(two, CENTRE, late));
    expect(code).toBe('not-qualified-then');
    expect(hindrances).toContainEqual({ pointer: PEOPLE.interviewer, code: 'interviewer' });
    expect(confirmed(two, CENTRE, { qualified: qualified('2026-11-26') }).finalises).toBe(true);
  });
});

describe('a decline', () => {
  const declined = (standing: Standing, of = POLICE, over = {}) =>
    decline(
      {
        ...standing,
        ...acting(of),
        ...nobody,
        request: { reason: 'illness' },
        standIns: new Map(),
        earlier: [],
        national: NATIONAL,
        ...over,
      },
      EDITION,
    );
  const partOf = ({ kept }: ReturnType<typeof declined>) =>
    kept.find(({ what }) => what === 'decline') as Decline;

  it('with nobody to come instead ends the time at once', () => {
    const done = declined(aHold());
    expect(done).toMatchObject({
      frees: true,
      booking: { state: 'declined', reason: 'illness' },
      events: [{ type: 'interview.declined', codes: { agency: POLICE } }],
    });
    expect(done.kept).toContainEqual(expect.objectContaining({ status: 'planning' }));
    expect(partOf(done).watched).toBeUndefined();
  });

  it('with a stand-in keeps the time and asks again, whoever had confirmed', () => {
    const first = aHold();
    const standing = nowStands(first, confirmed(first, POLICE));
    const standIn = newResourceId(bytes);
    const done = declined(standing, POLICE, { standIns: new Map([['investigator', standIn]]) });
    expect(done).toMatchObject({
      booking: { state: 'held', expiresAt: first.booking.expiresAt },
      events: [{ type: 'interview.held-again' }],
      swap: {
        from: [{ sheet: PEOPLE.investigator }],
        to: [{ sheet: standIn, role: 'investigator' }],
      },
    });
    const police = done.booking.agencies.find(({ agency }) => agency === POLICE);
    expect(police?.state).toBe('asked');
    expect(done.booking.claims.map(({ sheet }) => sheet)).not.toContain(PEOPLE.investigator);
  });

  it('of a role of two keeps whoever fills the other', () => {
    const standIns = new Map([['psychologist', newResourceId(bytes)]]);
    const request = { reason: 'illness', roles: ['psychologist'] };
    const done = declined(aHold(), CENTRE, { request, standIns });
    const sheets = done.booking.claims.map(({ sheet }) => sheet);
    expect(sheets).toContain(PEOPLE.interviewer);
    expect(sheets).not.toContain(PEOPLE.psychologist);
    // Where one of several cannot be replaced, nothing stands.
    expect(declined(aHold(), CENTRE, { standIns }).frees).toBe(true);
  });

  it('of a booked time with a stand-in waits for the answer again', () => {
    const { interview, booking } = aBooked();
    const standIns = new Map([['investigator', newResourceId(bytes)]]);
    const done = declined({ interview, booking } as unknown as Standing, POLICE, { standIns });
    expect(done).toMatchObject({ reopens: true, booking: { state: 'held' } });
    expect(done.booking).not.toHaveProperty('bookedAt');
  });

  it('for the second time is told to the supervisor and the national desk', () => {
    const before = partOf(declined(aHold()));
    const again = declined(aHold(), POLICE, { earlier: [before] });
    expect(partOf(again)).toMatchObject({ number: 2, watched: 'declined-interviews' });
    expect(again.events[0]?.to).toEqual(expect.arrayContaining([POLICE, NATIONAL]));
    const others = declined(aHold(), CENTRE, { earlier: [before] });
    expect(partOf(others).watched).toBeUndefined();
  });

  it('does not block what a court ordered: the time stands and the duty is called', () => {
    const standing = aHold({ ground: 'court-order' });
    const done = declined(standing);
    expect(done).toMatchObject({
      booking: { state: 'held' },
      events: [{ type: 'interview.declined', codes: { stands: 'court-order' } }],
    });
    expect(done.events[0]?.call).toMatchObject({ agency: POLICE, role: 'holder-duty' });
    const rest = confirmed(nowStands(standing, done));
    expect(confirmed(nowStands(standing, rest), CENTRE).finalises).toBe(true);
  });

  it.each([
    ['a reason nobody knows', { request: { reason: 'no-such-code' } }, 'unknown-code'],
    [
      'a role of another agency',
      { request: { reason: 'illness', roles: ['judge'] } },
      'unknown-code',
    ],
    ['a time that has begun', { at: START }, 'hold-expired'],
  ])('is refused for %s', (_, over, code) => {
    expect(refusalOf(() => declined(aHold(), POLICE, over)).code).toBe(code);
  });
});

describe('the end of a time', () => {
  it('comes by itself only when every clock sees it', () => {
    const standing = aHold();
    const { expiresAt } = standing.booking;
    const at = (seconds: number) => ({
      ...standing,
      ...acting(),
      at: later({ seconds }, expiresAt),
    });
    const skew = EDITION.interview.holding.skewSeconds;
    expect(expireHold(at(skew), EDITION)).toBeUndefined();
    expect(expireHold(at(skew + 1), EDITION)).toMatchObject({
      booking: { state: 'expired' },
      events: [{ type: 'interview.expired' }],
    });
    const booked = { ...aBooked(), ...acting(), at: later({ hours: 900 }, MORNING) };
    expect(expireHold(booked, EDITION)).toBeUndefined();
  });

  it('by a no-show needs a booked time that has begun, and somebody with a role', () => {
    const missed = (standing: object, at: string, who = 'child') => {
      const own = { who, earlier: [], sealed: undefined };
      return noShow({ ...aBooked(), ...standing, ...acting(), at, ...own });
    };
    expect(missed({}, START)).toMatchObject({
      booking: { state: 'no-show' },
      events: [{ type: 'interview.missed', codes: { who: 'child' } }],
    });
    expect(refusalOf(() => missed({}, later({ seconds: -1 }, START))).code).toBe('visit-not-yet');
    expect(refusalOf(() => missed(aHold(), START)).code).toBe('visit-not-yet');
    expect(refusalOf(() => missed({}, START, 'gardener')).code).toBe('unknown-code');
  });
});
