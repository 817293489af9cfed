import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bookableId } from '../../infra/local/bookables.ts';
import { operatorTable } from '../../infra/local/operator.ts';
import { declineBooking, holdSlot, listBookings } from '../../shared/contract/bookings.ts';
import { addFacts, openInterview } from '../../shared/contract/interviews.ts';
import { listWatched } from '../../shared/contract/oversight.ts';
import { findSlots, waitForSlot } from '../../shared/contract/slots.ts';
import type { InterviewId } from '../../shared/domain/ids.ts';
import { JournalEvent } from '../../shared/domain/journal/event.ts';
import type { Resource } from '../../shared/domain/resource/resource.ts';
import { writesOf } from '../../shared/store/commit.ts';
import { interviews } from '../../shared/store/interviews.ts';
import { feedOf } from './steps.ts';
import { atWork, CENTRE, LEAD, opened, POLICE, PROSECUTOR, visitOf } from './visits.ts';
import { refusal, settle, startWorld, type World } from './world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world?.stop());

const NATIONAL = 'oversight-national';
const ANA = 'person-ana-oversight-national';
const aVisit = async () => opened(world, (await atWork(world)).caseId);
const slotsOf = async (interviewId: InterviewId, query = {}, by = LEAD, lang: 'ka' | 'en' = 'en') =>
  (await world.as(by, lang)(findSlots, { path: { interviewId }, query })).body;
const bookingsOf = async (interviewId: InterviewId) =>
  (await world.as(LEAD)(listBookings, { path: { interviewId } })).body.items;
async function hold(interviewId: InterviewId) {
  const [first] = (await slotsOf(interviewId)).items;
  if (!first) throw new Error('no time was found');
  const call = { path: { interviewId }, body: { slot: first.slot } };
  return { found: first, booking: (await world.as(LEAD)(holdSlot, call)).body };
}
const eventsOf = async (id: InterviewId) =>
  (await world.table.all('event'))
    .map((row) => JournalEvent.parse(row))
    .filter(({ subject }) => subject.id === id)
    .toSorted((a, b) => a.version - b.version);
const typesOf = async (id: InterviewId) => (await eventsOf(id)).map(({ type }) => type);

/** The psychologists of these centres are away, or back; the child needs one of them. */
async function psychologists(withdrawnAt: string | undefined, ...centres: string[]) {
  const table = operatorTable(world.hub);
  const ids = centres.flatMap((centre) =>
    ['psychologist-1', 'psychologist-2'].map((key) => bookableId(centre, key)),
  );
  for (const id of ids) {
    const { withdrawnAt: _, ...found } = await interviews(table).resource(id);
    const version = found.version + 1;
    const next: Resource = { ...found, version, ...(withdrawnAt && { withdrawnAt }) };
    await table.transact(writesOf({ kept: [next], events: [] }), randomUUID());
  }
}
const STANDS_IN = 'centre-tbilisi';

describe('times for a visit', () => {
  it('come with who, where, how and why, in the reader’s language', async () => {
    const id = await aVisit();
    const { items, blockers, dueAt } = await slotsOf(id, { limit: 5 });
    expect(items).toHaveLength(5);
    expect(blockers).toEqual([]);
    const { roles, site } = await visitOf(world, id);
    const required = roles.filter(({ required: must, from }) => must && from === 'resources');
    for (const item of items) {
      const filled = item.people.map(({ role }) => role.code);
      expect(filled).toEqual(expect.arrayContaining(required.map(({ role }) => role)));
      expect(item.rooms.map(({ kind }) => kind.code)).toEqual(
        expect.arrayContaining(['interview-room', 'observation-room', 'recorder', 'waiting-room']),
      );
      expect(item).toMatchObject({ site: site.agency, inTime: true, dueAt });
      expect(item.transport).toMatchObject({ minutes: 45, accessible: true });
      expect(item.why.map(({ code }) => code)).toContain('soon');
    }
    expect(items.map(({ score }) => score)).toEqual(
      items.map(({ score }) => score).toSorted((a, b) => b - a),
    );
    const [own] = (await slotsOf(id, { limit: 1 }, LEAD, 'ka')).items;
    expect(own?.people.every(({ role, name }) => /^[ა-ჰ]/.test(role.label) && name)).toBe(true);
    expect(own?.why[0]?.label).toMatch(/^[ა-ჰ]/);
    const [theirs] = (await slotsOf(id, { limit: 1 }, POLICE)).items;
    for (const { agency, name } of theirs?.people ?? []) {
      expect(name !== undefined).toBe(agency === POLICE);
    }
  });

  it('of the planning meeting take people alone', async () => {
    const id = await aVisit();
    const [first] = (await slotsOf(id, { purpose: 'planning-meeting', limit: 1 })).items;
    expect(first).toMatchObject({ purpose: 'planning-meeting', rooms: [] });
    expect(first?.transport).toBeUndefined();
    expect(first?.parts.map(({ part }) => part.code)).toEqual(['planning']);
  });

  it('are sought ahead only, not too far, and by whoever plans the visit', async () => {
    const id = await aVisit();
    const ago = new Date(Date.parse(world.now()) - 3_600_000).toISOString();
    const far = new Date(Date.parse(world.now()) + 91 * 86_400_000).toISOString();
    for (const query of [
      { from: ago },
      { to: far },
      { to: ago },
      { limit: 21 },
      { from: 'soon' },
    ]) {
      expect(await refusal(slotsOf(id, query)), JSON.stringify(query)).toMatchObject({
        status: 400,
        code: 'query-invalid',
      });
    }
    for (const stranger of ['agency-tbilisi', 'school-zestaponi', CENTRE]) {
      expect(await refusal(slotsOf(id, {}, stranger))).toMatchObject({ status: 404 });
    }
  });
});

it('never come with an alleged perpetrator as companion, however the name is written', async () => {
  const { caseId } = await atWork(world);
  const body = { companion: { name: 'Maisuradze Gocha' } };
  const { id } = (await world.as(POLICE)(openInterview, { path: { caseId }, body })).body;
  const refused = await refusal(slotsOf(id));
  expect(refused).toMatchObject({ status: 409, code: 'accused-not-at-visit' });
  expect(refused.problem.errors).toMatchObject([
    { pointer: '/roles/companion', code: 'accused-yes' },
  ]);
});

describe('a time that is lost', () => {
  it('because nobody answered is followed by another, offered to all, once', async () => {
    const id = await aVisit();
    const { booking } = await hold(id);
    await world.hub.moveClock({ set: booking.expiresAt ?? '' });
    await world.advance('PT2M');
    await settle(world);
    const after = await bookingsOf(id);
    expect(after.map(({ state }) => state.code).toSorted()).toEqual(['expired', 'held']);
    expect(await typesOf(id)).toEqual([
      'interview.opened',
      'interview.held',
      'interview.expired',
      'interview.held-again',
    ]);
    const told = (await feedOf(world, POLICE)).filter(({ subject }) => subject.id === id);
    expect(told.map(({ type }) => type)).toContain('interview.held-again');
    await world.advance('PT20M');
    await settle(world);
    expect(await bookingsOf(id)).toHaveLength(2);
  });

  it('because an agency has nobody is followed by one at which it was not asked', async () => {
    const id = await aVisit();
    const { booking } = await hold(id);
    const path = { interviewId: id, bookingId: booking.id };
    const body = { reason: 'child-cannot', alternative: 'nobody' as const };
    await world.as(PROSECUTOR)(declineBooking, { path, body });
    await settle(world);
    const held = (await bookingsOf(id)).find(({ state }) => state.code === 'held');
    expect(held).toBeDefined();
    expect(Number(held && held.start < booking.end && booking.start < held.end)).toBe(0);
  });
});

describe('where nothing is free before the deadline', () => {
  it('what prevents it is named, whoever can help is told once, and told when it is over', async () => {
    await psychologists(world.now(), CENTRE);
    const id = await aVisit();
    await settle(world);
    const { items, blockers } = await slotsOf(id);
    expect(items).toEqual([]);
    expect(blockers.map(({ codes }) => codes.map(({ code }) => code))).toEqual([['psychologist']]);
    expect(blockers[0]?.says).toMatch(/^Only “Psychologist” prevents it \(\d/);
    expect(blockers[0]?.helps.map(({ code }) => code)).toEqual(['stand-in']);
    expect((await slotsOf(id, { standIns: 'yes' })).items.length).toBeGreaterThan(0);
    expect(await typesOf(id)).not.toContain('interview.unreachable');
    await psychologists(world.now(), STANDS_IN);
    await world.advance('PT20M');
    await settle(world);
    const { helps } = await slotsOf(id);
    expect(helps.map(({ code }) => code)).toContain('waiting-list');
    const [told] = (await eventsOf(id)).filter(({ type }) => type === 'interview.unreachable');
    expect(told).toMatchObject({ codes: { blockers: 'psychologist' } });
    expect(told?.to).toEqual(expect.arrayContaining([LEAD, POLICE, PROSECUTOR, CENTRE, NATIONAL]));
    await world.advance('PT40M');
    await settle(world);
    expect((await typesOf(id)).filter((type) => type === 'interview.unreachable')).toHaveLength(1);
    await psychologists(undefined, CENTRE, STANDS_IN);
    await world.advance('PT20M');
    await settle(world);
    expect(await typesOf(id)).toContain('interview.reachable');
    expect((await visitOf(world, id)).unreachable).toBeUndefined();
    // Nobody asked for a time by itself: it is offered, not held.
    expect(await bookingsOf(id)).toEqual([]);
  });

  it('a visit waits, and time that becomes free goes to the nearest deadline first', async () => {
    await psychologists(world.now(), CENTRE, STANDS_IN);
    const [calm, urgent] = [await aVisit(), await aVisit()];
    const path = { interviewId: urgent };
    await world.as(POLICE)(addFacts, { path, body: { arrestedAt: world.now() } });
    await settle(world);
    const body = { reason: 'nothing-free' };
    for (const interviewId of [calm, urgent]) {
      const answer = await world.as(LEAD)(waitForSlot, { path: { interviewId }, body });
      expect(answer.body.next).toBeDefined();
    }
    const again = world.as(LEAD)(waitForSlot, { path, body });
    expect(await refusal(again)).toMatchObject({ code: 'already-waiting' });
    const wrong = world.as(LEAD)(waitForSlot, { path, body: { reason: 'bored' } });
    expect((await refusal(wrong)).status).toBe(409);
    await settle(world);
    const watched = await world.as(ANA)(listWatched, { path: { list: 'waiting-visits' } });
    expect(watched.body.items.map(({ subject }) => subject.id)).toEqual(
      expect.arrayContaining([calm, urgent]),
    );
    await psychologists(undefined, CENTRE, STANDS_IN);
    await world.advance('PT16M');
    await settle(world);
    const [[ofCalm], [ofUrgent]] = [await bookingsOf(calm), await bookingsOf(urgent)];
    expect(ofCalm?.state.code).toBe('held');
    expect(ofUrgent?.state.code).toBe('held');
    expect(String(ofUrgent?.start) < String(ofCalm?.start)).toBe(true);
    const after = await world.as(ANA)(listWatched, { path: { list: 'waiting-visits' } });
    expect(after.body.items.map(({ subject }) => subject.id)).not.toContain(urgent);
  });
});
