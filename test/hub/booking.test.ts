import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  cancelBooking,
  confirmBooking,
  declineBooking,
  holdSlot,
  listBookings,
  moveBooking,
  recordNoShow,
} from '../../shared/contract/bookings.ts';
import { closeVisit } from '../../shared/contract/further.ts';
import { getInterview, openInterview } from '../../shared/contract/interviews.ts';
import { listWatched } from '../../shared/contract/oversight.ts';
import { findSlots } from '../../shared/contract/slots.ts';
import { listVisits } from '../../shared/contract/visit-list.ts';
import { holiday, localDate } from '../../shared/domain/calendar/days.ts';
import type { BookingId, InterviewId } from '../../shared/domain/ids.ts';
import { wrongWith } from '../bookings/verifier.ts';
import { georgiaAt } from '../build.ts';
import { accept, feedOf, readReferral, routed } from './steps.ts';
import { type Violence, violence } from './submissions.ts';
import { refusal, settle, startWorld, type World } from './world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world?.stop());

const LEAD = 'agency-imereti';
const { skewSeconds } = georgiaAt().interview.holding;

/** A visit that the lead has opened and that waits for a time. */
async function opened(happened: Partial<Violence> = {}): Promise<InterviewId> {
  const body = violence({
    forms: ['sexual'],
    child: { municipality: 'zestaponi', ageYears: 9, languages: ['ka'] },
    allegedPerpetrators: [{ relation: 'neighbour', livesWithChild: 'no' }],
    ...happened,
  });
  const { id, task } = await routed(world, body);
  await accept(world, LEAD, task('assess-safety'));
  const { case: caseId } = await readReferral(world, LEAD, id);
  if (!caseId) throw new Error('no case');
  return (await world.as(LEAD)(openInterview, { path: { caseId }, body: {} })).body.id;
}

const slotsOf = async (interviewId: InterviewId, query = {}, by = LEAD) =>
  (await world.as(by)(findSlots, { path: { interviewId }, query })).body.items;
/** The place of one of the proposals; the first ones overlap, so others are further down. */
async function slotOf(interviewId: InterviewId, place = 0, query = {}): Promise<string> {
  const found = (await slotsOf(interviewId, { limit: 20, ...query })).at(place);
  if (!found) throw new Error('no time was found');
  return found.slot;
}
const hold = async (interviewId: InterviewId, slot: string, key?: string) => {
  const call = { path: { interviewId }, body: { slot } };
  const given = key ? { ...call, idempotencyKey: key } : call;
  return (await world.as(LEAD)(holdSlot, given)).body;
};
async function held(place = 0) {
  const interviewId = await opened();
  const booking = await hold(interviewId, await slotOf(interviewId, place));
  return { booking, path: { interviewId, bookingId: booking.id } };
}
interface Path {
  readonly interviewId: InterviewId;
  readonly bookingId: BookingId;
}
const confirm = async (by: string, path: Path) =>
  (await world.as(by)(confirmBooking, { path })).body;
async function booked() {
  const { booking, path } = await held();
  for (const { agency } of booking.agencies) await confirm(agency, path);
  return { booking: await read(path), path };
}
async function read({ interviewId, bookingId }: Path) {
  const { items } = (await world.as(LEAD)(listBookings, { path: { interviewId } })).body;
  const found = items.find(({ id }) => id === bookingId);
  if (!found) throw new Error('no such booking');
  return found;
}
/** The next day on which everybody works: on others some agencies have one person there. */
function workingDay(): string {
  const { calendar } = georgiaAt(world.now());
  let day = localDate(calendar, Temporal.Instant.from(world.now()));
  do day = day.add({ days: 1 });
  while (day.dayOfWeek > 5 || holiday(calendar, day));
  return day.toZonedDateTime(calendar.zone).toInstant().toString();
}
const statusOf = async (interviewId: InterviewId) =>
  (await world.as(LEAD)(getInterview, { path: { interviewId } })).body.status.code;
const sheets = async () => (await world.table.all('sheet')).length;

describe('a held time', () => {
  it('is booked when every agency has confirmed, and all of them learn it', async () => {
    const { booking, path } = await held();
    expect(booking).toMatchObject({ state: { code: 'held' }, heldBy: LEAD });
    expect(booking.agencies.length).toBeGreaterThan(3);
    expect(booking.takes.length).toBeGreaterThan(7);
    expect(await statusOf(path.interviewId)).toBe('held');
    const [first, ...others] = booking.agencies.map(({ agency }) => agency);
    if (!first) throw new Error('nobody is asked');
    expect(await confirm(first, path)).toMatchObject({ state: { code: 'held' } });
    expect(await confirm(first, path)).toMatchObject({ version: 2 });
    await Promise.all(others.map((agency) => confirm(agency, path)));
    expect(await read(path)).toMatchObject({ state: { code: 'booked' } });
    expect(await statusOf(path.interviewId)).toBe('booked');
    await settle(world);
    // Whoever acts knows it anyhow: the last one has no entry of its own.
    const feeds = [first, ...others].map(async (agency) =>
      (await feedOf(world, agency)).map(({ type }) => type),
    );
    const all = await Promise.all(feeds);
    expect(all.filter((types) => types.includes('interview.held'))).toHaveLength(others.length);
    expect(all.filter((types) => types.includes('interview.booked'))).toHaveLength(others.length);
  });

  it('stands in the list of every agency with a part in it, until the visit is over', async () => {
    const listed = async (by: string, status: 'open' | 'ended' = 'open') =>
      (await world.as(by)(listVisits, { query: { status } })).body.items;
    const { booking, path } = await held();
    const lineOf = async (by: string, status?: 'open' | 'ended') =>
      (await listed(by, status)).find(({ id }) => id === path.interviewId);
    const [first] = booking.agencies.map(({ agency }) => agency);
    if (!first) throw new Error('nobody is asked');
    const asked = await lineOf(first);
    expect(asked).toMatchObject({ status: { code: 'held' }, site: booking.site });
    expect(asked?.bookings).toMatchObject([
      { id: booking.id, own: 'asked', expiresAt: booking.expiresAt },
    ]);
    await confirm(first, path);
    const now = (await lineOf(first))?.bookings[0];
    expect(now?.own).toBe('confirmed');
    expect(now?.waitsFor).toEqual(
      booking.agencies.map(({ agency }) => agency).filter((agency) => agency !== first),
    );
    // The centre works for the visit, not on the case.
    expect((await lineOf(LEAD))?.case).toBeDefined();
    expect(await lineOf(booking.site)).toBeDefined();
    expect((await lineOf(booking.site))?.case).toBeUndefined();
    expect(await lineOf('police-tbilisi')).toBeUndefined();
    const due = (await listed(LEAD)).map(({ deadline }) => deadline.dueAt);
    expect(due).toEqual(due.toSorted());
    const { version } = (await world.as(LEAD)(getInterview, { path })).body;
    const closing = { path, ifMatch: version, body: { reason: 'interview-not-needed' } };
    await world.as(LEAD)(closeVisit, closing);
    expect(await lineOf(first)).toBeUndefined();
    expect(await lineOf(first, 'ended')).toMatchObject({ bookings: [] });
  });

  it('is held once however often the call is repeated, and one visit has one time', async () => {
    const interviewId = await opened();
    const slot = await slotOf(interviewId);
    const all = await Promise.all([1, 2, 3].map(() => hold(interviewId, slot, 'one-hold')));
    expect(new Set(all.map(({ id }) => id)).size).toBe(1);
    expect(await refusal(hold(interviewId, slot))).toMatchObject({
      status: 409,
      code: 'time-held-already',
    });
  });

  it('is refused to whoever comes later, naming what blocks and not who', async () => {
    const [one, other] = [await opened(), await opened()];
    const slot = await slotOf(one);
    const late = await slotOf(other);
    await hold(one, slot);
    const before = await sheets();
    const taken = await refusal(hold(other, late));
    expect(taken).toMatchObject({ status: 409, code: 'slot-taken' });
    expect(taken.problem.errors?.length).toBeGreaterThan(0);
    for (const { pointer } of taken.problem.errors ?? []) {
      expect(pointer).toMatch(
        /^(res_|cas_|apart|centre-)[^/]*\/2\d{3}-\d\d-\d\d\/\d\d:\d\d-\d\d:\d\d$/,
      );
    }
    expect(await statusOf(other)).toBe('planning');
    expect(await sheets()).toBe(before);
  });

  it('is refused where the proposal is another’s, outdated, too old or for another visit', async () => {
    const interviewId = await opened();
    const slot = await slotOf(interviewId);
    const call = { path: { interviewId }, body: { slot } };
    const foreign = await refusal(world.as('police-imereti')(holdSlot, call));
    expect(foreign).toMatchObject({ status: 400, code: 'body-invalid' });
    const elsewhere = await refusal(hold(await opened(), slot));
    expect(elsewhere).toMatchObject({ status: 400, code: 'body-invalid' });
    const strange = { ...call, body: { slot, breach: 'no-such-code' } };
    expect(await refusal(world.as(LEAD)(holdSlot, strange))).toMatchObject({
      status: 400,
      code: 'unknown-code',
    });
    await world.advance('PT16M');
    expect(await refusal(hold(interviewId, slot))).toMatchObject({ code: 'proposal-expired' });
  });
});

describe('an agency that cannot come', () => {
  const decline = async (by: string, path: Path, reason: string, roles?: string[]) => {
    const body = { reason, alternative: 'nobody' as const, ...(roles && { roles }) };
    return (await world.as(by)(declineBooking, { path, body })).body;
  };

  it('is replaced by a colleague, or lets everything go; twice is told upwards', async () => {
    // Long ago, so that the visit may wait until everybody works, over a New Year as well.
    const interviewId = await opened({ lastIncidentAt: '2026-01-02' });
    const slot = await slotOf(interviewId, 0, { from: workingDay() });
    const booking = await hold(interviewId, slot);
    const path = { interviewId, bookingId: booking.id };
    const police = booking.agencies.find(({ agency }) => agency.startsWith('police'));
    const by = police?.agency ?? '';
    const before = booking.takes.find(({ as }) => as === 'investigator')?.resource;
    expect(await refusal(decline(by, path, 'no-such-code'))).toMatchObject({
      code: 'unknown-code',
    });
    expect(await refusal(decline(by, path, 'illness', ['judge']))).toMatchObject({
      status: 400,
      problem: { errors: [{ pointer: '/roles/0', code: 'unknown-role' }] },
    });
    const asked = await decline(by, path, 'illness');
    expect(asked).toMatchObject({ state: { code: 'held' } });
    const instead = asked.takes.find(({ as }) => as === 'investigator')?.resource;
    expect(instead).toBeDefined();
    expect(instead).not.toBe(before);
    const over = await decline(by, path, 'room-or-device');
    expect(over).toMatchObject({ state: { code: 'declined' }, reason: 'room-or-device' });
    const list = { path: { list: 'declined-interviews' } };
    const { items } = (await world.as('oversight-national')(listWatched, list)).body;
    expect(items.map(({ subject }) => subject.id)).toContain(path.interviewId);
    await settle(world);
    const desk = (await feedOf(world, 'oversight-national')).map(({ subject }) => subject.id);
    expect(desk).toContain(path.interviewId);
  });
});

describe('a booked time', () => {
  it('moves in one step, and everybody is asked again', async () => {
    const { path } = await booked();
    const slot = await slotOf(path.interviewId, -1);
    const moved = (await world.as(LEAD)(moveBooking, { path, body: { slot } })).body;
    expect(moved.state.code).toBe('held');
    expect(moved.agencies.every(({ state }) => state === 'asked')).toBe(true);
    expect((await read(path)).state.code).toBe('moved');
    const again = world.as(LEAD)(moveBooking, { path, body: { slot } });
    expect(await refusal(again)).toMatchObject({ status: 409, code: 'booking-over' });
  });

  it('is cancelled with its reason, by whoever plans it', async () => {
    const { booking, path } = await booked();
    const cancel = (by: string, reason: string) =>
      world.as(by)(cancelBooking, { path, body: { reason } });
    expect(await refusal(cancel(booking.site, 'not-safe'))).toMatchObject({ status: 404 });
    expect(await refusal(cancel(LEAD, 'no-such-code'))).toMatchObject({ code: 'unknown-code' });
    const { body } = await cancel(LEAD, 'not-safe');
    expect(body).toMatchObject({ state: { code: 'cancelled' }, reason: 'not-safe' });
    await world.hub.idle();
    expect((await read(path)).state.code).toBe('cancelled');
  });
});

// Last, for days of the hub's clock pass and much falls due.
describe('when its time comes', () => {
  it('a hold runs out, and a booked visit may not take place', async () => {
    const [visit, waits] = [await booked(), await held(-1)];
    const note = 'ბებიამ თქვა, რომ სოფელში წაიყვანეს.';
    const missed = (who: string) =>
      world.as(visit.booking.site)(recordNoShow, { path: visit.path, body: { who, note } });
    expect(await refusal(missed('child'))).toMatchObject({ status: 409, code: 'visit-not-yet' });
    expect(await refusal(confirm('municipality-zestaponi', waits.path))).toMatchObject({
      status: 404,
    });

    const [asked] = waits.booking.agencies;
    const confirmLate = () => refusal(confirm(asked?.agency ?? '', waits.path));
    const { expiresAt = '' } = waits.booking;
    await world.hub.moveClock({ set: new Date(Date.parse(expiresAt) - 3_000).toISOString() });
    expect(await confirmLate()).toMatchObject({ status: 409, code: 'hold-expired' });
    await world.advance('PT2M');
    await settle(world);
    expect((await read(waits.path)).state.code).toBe('expired');
    expect(await confirmLate()).toMatchObject({ status: 409, code: 'hold-expired' });

    const begun = Date.parse(visit.booking.start) + 900_000;
    const set = new Date(Math.max(begun, Date.parse(world.now()))).toISOString();
    await world.hub.moveClock({ set });
    expect(await refusal(missed('gardener'))).toMatchObject({ code: 'unknown-code' });
    expect((await missed('child')).body.state.code).toBe('no-show');
    expect(JSON.stringify(await world.table.rows())).not.toContain('სოფელში');
  });
});

describe('whatever happened', () => {
  it('nothing is booked twice, half-written or left taken', async () => {
    // The hub holds another time for a child that did not come: all of it is read, or nothing.
    await settle(world);
    const rows = (await world.table.rows()).filter(({ what }) => what !== 'interview');
    expect(wrongWith(rows, world.now(), skewSeconds)).toEqual([]);
  });
});
