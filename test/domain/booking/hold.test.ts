import { describe, expect, it } from 'vitest';
import { type Holding, heldBooking, holdSlot } from '../../../shared/domain/booking/hold.ts';
import { moveBooking } from '../../../shared/domain/booking/move.ts';
import { newBookingId } from '../../../shared/domain/ids.ts';
import {
  aBooked,
  acting,
  aHold,
  aProposal,
  by,
  EDITION,
  START,
  waitingVisit,
} from '../../bookings/make.ts';
import { anEventId, counting, LEAD, later, POLICE, refusalOf } from '../../build.ts';
import { MORNING } from '../../finding.ts';

const bytes = counting(170_000);
const visit = waitingVisit();
const holding = (over: Partial<Holding> = {}): Holding => ({
  interview: visit.id,
  proposal: aProposal(visit),
  id: newBookingId(bytes),
  event: anEventId(),
  by: by(),
  at: MORNING,
  ...over,
});
const { holding: rules } = EDITION.interview;

describe('a hold', () => {
  it('asks everybody anew and tells all but whoever holds', () => {
    const { booking, events } = holdSlot(holding(), EDITION);
    expect(booking.agencies.map(({ state }) => state)).toEqual(['asked', 'asked', 'asked']);
    const [event] = events;
    expect(event).toMatchObject({
      type: 'interview.held',
      subject: { kind: 'interview', id: visit.id },
      version: visit.version + 1,
      deadline: booking.expiresAt,
    });
    expect(event?.to).not.toContain(LEAD);
    expect(event?.to).toContain(POLICE);
  });

  it.each([
    [0, rules.minutes[0]],
    [1, rules.minutes[1]],
    [9, rules.minutes.at(-1)],
  ])('lasts as long as tier %i allows', (tier, minutes = 0) => {
    const start = later({ hours: 100 }, MORNING);
    const proposal = aProposal(visit, { tier, start, dueAt: later({ hours: 200 }, MORNING) });
    const booking = heldBooking(holding({ proposal }), EDITION);
    expect(booking.expiresAt).toBe(later({ minutes }, MORNING));
    expect(booking.next).toBe(later({ minutes, seconds: rules.skewSeconds }, MORNING));
  });

  it('never lasts beyond the start, and ends on a whole second', () => {
    const at = later({ milliseconds: 357 }, later({ hours: -1 }, START));
    const proposal = aProposal(visit, { validUntil: later({ hours: 1 }, at) });
    expect(heldBooking(holding({ proposal, at }), EDITION).expiresAt).toBe(START);
    const earlier = later({ milliseconds: 357 }, MORNING);
    expect(heldBooking(holding({ at: earlier }), EDITION).expiresAt).toBe(
      later({ minutes: rules.minutes[1] ?? 0 }, MORNING),
    );
  });

  it.each([
    ['of another visit', { interview: waitingVisit().id }, 'body-invalid'],
    ['too old', { at: later({ minutes: 15 }, MORNING) }, 'proposal-expired'],
    ['with a reason nobody knows', { breach: 'no-such-code' }, 'unknown-code'],
    [
      'in the past',
      { at: START, proposal: aProposal(visit, { validUntil: later({ hours: 1 }, START) }) },
      'in-the-past',
    ],
    [
      'after the deadline without a reason',
      { proposal: aProposal(visit, { dueAt: later({ hours: -1 }, START) }) },
      'breach-reason-missing',
    ],
  ] as const)('is refused %s', (_, over, code) => {
    expect(refusalOf(() => holdSlot(holding(over), EDITION)).code).toBe(code);
  });

  it('after the deadline keeps its reason; a meeting needs none', () => {
    const dueAt = later({ hours: -1 }, START);
    const late = holding({ proposal: aProposal(visit, { dueAt }), breach: 'child-not-well' });
    expect(holdSlot(late, EDITION).booking.breach).toBe('child-not-well');
    const meeting = aProposal(visit, { dueAt, purpose: 'planning-meeting' });
    expect(holdSlot(holding({ proposal: meeting }), EDITION).booking.purpose).toBe(
      'planning-meeting',
    );
  });
});

describe('a move', () => {
  const moving = (standing: ReturnType<typeof aHold> | ReturnType<typeof aBooked>, over = {}) => ({
    ...standing,
    ...acting(),
    at: later({ minutes: 5 }, MORNING),
    proposal: aProposal(standing.interview, { start: later({ hours: 24 }, START) }),
    id: newBookingId(bytes),
    ...over,
  });

  it('ends the old time and holds the new one; all are asked again', () => {
    const standing = aBooked();
    const { booking, kept, events } = moveBooking(moving(standing), EDITION);
    expect(booking.agencies.every(({ state }) => state === 'asked')).toBe(true);
    expect(booking.sequence).toBeGreaterThanOrEqual(standing.booking.sequence);
    expect(kept).toContainEqual(
      expect.objectContaining({ id: standing.booking.id, state: 'moved' }),
    );
    expect(kept).toContainEqual(
      expect.objectContaining({ id: standing.interview.id, status: 'held', booking: booking.id }),
    );
    expect(events).toMatchObject([
      { type: 'interview.moved', codes: { from: standing.booking.id } },
    ]);
  });

  it('is refused once the plan has changed, or the hold has run out', () => {
    const standing = aHold();
    const old = aProposal({ ...standing.interview, version: 1 });
    expect(refusalOf(() => moveBooking(moving(standing, { proposal: old }), EDITION)).code).toBe(
      'proposal-outdated',
    );
    const at = later({ seconds: 6 }, standing.booking.expiresAt);
    expect(refusalOf(() => moveBooking(moving(standing, { at }), EDITION)).code).toBe(
      'hold-expired',
    );
  });
});
