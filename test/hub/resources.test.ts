import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type * as z from 'zod';
import { bookablePeople, centreThings } from '../../infra/local/bookable-list.ts';
import { bookableId } from '../../infra/local/bookables.ts';
import { operatorTable } from '../../infra/local/operator.ts';
import { centreDay } from '../../shared/contract/centre-day.ts';
import { declareConflict } from '../../shared/contract/inside.ts';
import {
  getResource,
  listBroken,
  listResources,
  putBusyTimes,
  putResource,
} from '../../shared/contract/resources.ts';
import type { Claim } from '../../shared/domain/booking/sheet.ts';
import { AgencyId, newResourceId, ReferralId, type ResourceId } from '../../shared/domain/ids.ts';
import type { ResourceSubmission } from '../../shared/domain/resource/submission.ts';
import { text } from '../../shared/domain/time.ts';
import { calendars } from '../../shared/store/calendars.ts';
import { writesOf } from '../../shared/store/commit.ts';
import { take } from '../../shared/store/day-sheets.ts';
import { aBooked } from '../bookings.ts';
import { CENTRE, counting, instant, LEAD } from '../build.ts';
import { aRole, aVisit } from '../finding.ts';
import { feedOf, routed } from './steps.ts';
import { violence } from './submissions.ts';
import { refusal, startWorld, type World } from './world.ts';

type Sent = z.input<typeof ResourceSubmission>;
const EKA = 'person-eka-centre-kutaisi';
const bytes = counting(90_000);

let world: World;
beforeAll(async () => {
  world = await startWorld();
  // Whoever loses a resource is given another time by itself: here it is looked at before that.
  world.hub.pause('replan-visits');
});
afterAll(() => world?.stop());

/** A weekday some weeks ahead that is no holiday. */
const workday = (weeks: number): string => {
  const day = instant(world.now()).toZonedDateTimeISO('Asia/Tbilisi').add({ weeks });
  const monday = day.subtract({ days: day.dayOfWeek - 1 }).toPlainDate();
  const free = Array.from({ length: 5 }, (_, i) => monday.add({ days: i }));
  return (free[2] ?? monday).toString();
};
const sent = (changes: Partial<Sent> = {}): Sent => ({
  kind: 'person',
  name: 'ხატია, გამომკითხავი',
  site: 'centre-kutaisi',
  qualifications: [{ code: 'forensic-interviewer', from: '2022-07-01' }],
  languages: ['ka'],
  availability: {
    pattern: Object.fromEntries(
      (['monday', 'tuesday', 'wednesday', 'thursday', 'friday'] as const).map((day) => [
        day,
        [{ from: '09:00', to: '18:00' }],
      ]),
    ),
    onHolidays: true,
  },
  ...changes,
});
const leave = (kind: 'leave' | 'sick' | 'training', from: string, to = from): Partial<Sent> => {
  const { availability } = sent();
  return { availability: { ...availability, leave: [{ from, to, kind }] } };
};

const put = async (resourceId: ResourceId, body: Sent, ifMatch?: number, as: string = CENTRE) =>
  (await world.as(as)(putResource, { path: { resourceId }, body, ifMatch })).body;
const read = async (resourceId: ResourceId, as: string = CENTRE) =>
  (await world.as(as)(getResource, { path: { resourceId } })).body;
const broken = async (resourceId: ResourceId, as: string = CENTRE) =>
  (await world.as(as)(listBroken, { path: { resourceId } })).body.items;
const made = async (changes: Partial<Sent> = {}) => {
  const id = newResourceId(bytes);
  await put(id, sent(changes));
  return id;
};

/** A booked visit of a real case that takes these quarters, written as a hold writes it. */
async function booked(claims: readonly Omit<Claim, 'agency'>[], over = {}) {
  const { id } = await routed(world, violence());
  const row = (await world.table.all('case')).find(({ referral }) => referral === id);
  const found = { case: row?.id, child: row?.id, referral: ReferralId.parse(id) } as Partial<
    ReturnType<typeof aVisit>
  >;
  const roles = [aRole('interviewer', CENTRE, { languages: ['ka'] })];
  const planned = aVisit({ ...(found as object), roles });
  const booking = aBooked({ claims, interview: planned, over });
  const interview = { ...planned, status: 'booked' as const, booking: booking.id };
  const moment = { at: world.now(), skewSeconds: 5 };
  const one = { ...booking, version: 1 };
  await operatorTable(world.hub).transact(
    [
      ...writesOf({ kept: [interview, one], events: [] }),
      ...take({ claims, booking: booking.id }, moment),
    ],
    randomUUID(),
  );
  await world.hub.idle();
  return one;
}
const claimOn = (sheet: ResourceId, day: string, role = 'interviewer') => ({
  sheet: String(sheet),
  day,
  from: 44,
  to: 50,
  role,
});

describe('the resources of the local hub', () => {
  it('are there from the start: people, rooms, recorders and cars at both centres', async () => {
    for (const of of ['centre-tbilisi', 'centre-kutaisi']) {
      const call = { query: { agency: AgencyId.parse(of) } };
      const { items } = (await world.as(of)(listResources, call)).body;
      const kinds = Map.groupBy(items, ({ kind }) => kind);
      for (const [kind, count] of Object.entries(centreThings)) {
        expect(kinds.get(kind as 'vehicle')).toHaveLength(count);
      }
      expect(kinds.get('person')).toHaveLength(bookablePeople[of]?.length ?? 0);
    }
  });

  it('have ids that are the same at every start, and sealed names', async () => {
    const id = bookableId('centre-tbilisi', 'interviewer-1');
    expect(await read(id, 'centre-tbilisi')).toMatchObject({ name: 'თეონა, გამომკითხავი' });
    expect(JSON.stringify(await world.table.all('resource'))).not.toContain('თეონა');
  });
});

describe('a resource', () => {
  it('is made up by its agency, then changed on what was read', async () => {
    const id = newResourceId(bytes);
    const first = await put(id, sent());
    expect(first).toMatchObject({ id, version: 1, agency: CENTRE, closed: [], breaks: [] });
    expect(await refusal(put(id, sent()))).toMatchObject({ status: 428 });
    expect(await refusal(put(id, sent(), 7))).toMatchObject({ status: 412 });
    expect(await put(id, sent({ name: 'ხატია მ.' }), 1)).toMatchObject({ version: 2 });
    expect(await read(id)).toMatchObject({ name: 'ხატია მ.', version: 2 });
  });

  it('of another agency is absent to whoever would change it, and nameless to who plans', async () => {
    const id = await made();
    for (const other of ['centre-tbilisi', 'police-imereti']) {
      expect(await refusal(put(id, sent(), 1, other))).toMatchObject({ status: 404 });
    }
    for (const other of ['police-imereti', 'person-salome-prosecutor-imereti', LEAD]) {
      const seen = await read(id, other);
      expect(seen).toMatchObject({ kind: 'person', languages: ['ka'] });
      for (const own of ['name', 'account', 'availability', 'sex']) {
        expect(seen).not.toHaveProperty(own);
      }
    }
    for (const other of ['school-zestaponi', 'hotline-111', 'ngo-zestaponi']) {
      expect(await refusal(read(id, other))).toMatchObject({ status: 404 });
    }
    expect(await refusal(read(newResourceId(bytes)))).toMatchObject({ status: 404 });
    expect(await read(id, EKA)).toMatchObject({ name: sent().name });
    const entries = (await world.table.all('access')).filter(({ pk }) => pk === `RESOURCE#${id}`);
    expect(entries.map(({ rule }) => rule)).toContain('resources-of-others');
  });

  it('that cannot be meant so is refused by pointer, and nothing is written', async () => {
    const id = newResourceId(bytes);
    const other = bookableId('centre-tbilisi', 'interview-room-1');
    const room: Sent = { kind: 'observation-room', availability: sent().availability };
    const { problem, code } = await refusal(put(id, { ...room, observes: [other] }));
    expect(code).toBe('resource-invalid');
    expect(problem.errors).toEqual([{ pointer: '/observes/0', code: 'not-an-interview-room' }]);
    const account = await refusal(put(id, sent({ account: 'person-davit-police-imereti' })));
    expect(account.problem.errors).toEqual([{ pointer: '/account', code: 'account-unknown' }]);
    expect(await refusal(read(id))).toMatchObject({ status: 404 });
    await put(id, sent({ account: EKA }));
    const own = bookableId('centre-kutaisi', 'interview-room-1');
    await put(newResourceId(bytes), { ...room, observes: [own] });
  });
});

describe('the day of a centre', () => {
  const room = bookableId(CENTRE, 'interview-room-1');
  const khatia = bookableId(CENTRE, 'interviewer-1');
  const dayOf = async (day: string, as: string = CENTRE) =>
    (await world.as(as)(centreDay, { path: { agencyId: CENTRE, day } })).body;
  const claims = (day: string, from: number, to: number) => [
    { sheet: `${CENTRE}.house`, day, from, to },
    { sheet: String(room), day, from: from + 2, to: to - 2, kind: 'interview-room' },
    { sheet: String(khatia), day, from: from + 2, to: to - 2, role: 'interviewer' },
  ];
  const from = (day: string, clock: string) => text(instant(`${day}T${clock}:00+04:00`));
  const timed = (day: string, start: string, end: string) => ({
    start: from(day, start),
    end: from(day, end),
    parts: [{ part: 'interview', start: from(day, start), end: from(day, end) }],
  });

  it('says who is where, who comes when, and that two families do not meet; no child has a name', async () => {
    const day = workday(9);
    const first = await booked(claims(day, 40, 52), timed(day, '10:00', '13:00'));
    const second = await booked(claims(day, 56, 64), timed(day, '14:00', '16:00'));
    const shown = await dayOf(day, EKA);
    const row = shown.rows.find(({ resource }) => resource === room);
    expect(row).toMatchObject({ what: 'room', name: 'გამოკითხვის ოთახი 1' });
    expect(row?.taken).toMatchObject([
      { from: from(day, '10:30'), to: from(day, '12:30'), visit: first.interview, state: 'booked' },
      { from: from(day, '14:30'), visit: second.interview },
    ]);
    expect(shown.rows.find(({ what }) => what === 'zone')).toMatchObject({
      kind: { code: 'house', label: 'The whole house' },
      taken: [{ from: from(day, '10:00') }, { from: from(day, '14:00') }],
    });
    const person = shown.rows.find(({ resource }) => resource === khatia);
    expect(person?.taken[0]?.role).toMatchObject({ code: 'interviewer' });
    expect(shown.movements.map(({ at, way, who }) => [at, way, who.code])).toEqual([
      [from(day, '10:00'), 'arrives', 'child'],
      [from(day, '10:00'), 'arrives', 'interviewer'],
      [from(day, '13:00'), 'leaves', 'child'],
      [from(day, '13:00'), 'leaves', 'interviewer'],
      [from(day, '14:00'), 'arrives', 'child'],
      [from(day, '14:00'), 'arrives', 'interviewer'],
      [from(day, '16:00'), 'leaves', 'child'],
      [from(day, '16:00'), 'leaves', 'interviewer'],
    ]);
    expect(shown.movements[1]?.name).toContain('ხატია');
    expect(shown.visits[0]).toMatchObject({
      id: first.interview,
      preparation: { ready: false, open: expect.any(Number) },
    });
    const pair = [first.interview, second.interview];
    expect(shown.separation).toEqual([{ visits: pair, must: 'not-meet', kept: true }]);
    expect(JSON.stringify(shown)).not.toContain('მაგალითაძე');
    const entries = (await world.table.all('access')).filter(({ sub }) => sub === EKA);
    expect(entries.map(({ list }) => list)).toContain(`days/${CENTRE}`);
  });

  it('shows a day that is closed as such, and is for the people of the house alone', async () => {
    const id = await made();
    const day = workday(10);
    await put(id, sent(leave('training', day)), 1);
    const row = (await dayOf(day)).rows.find(({ resource }) => resource === id);
    expect(row).toMatchObject({ closed: { code: 'training' }, taken: [] });
    for (const other of ['centre-tbilisi', LEAD, 'police-imereti', 'oversight-national']) {
      expect(await refusal(dayOf(day, other))).toMatchObject({ status: 404 });
    }
  });

  it('leaves of a visit only its time to somebody with a conflict of interest', async () => {
    const day = workday(11);
    const { case: caseId } = await booked(claims(day, 40, 52), timed(day, '10:00', '13:00'));
    const body = { account: EKA, reason: 'related-to-child' } as const;
    await world.as('oversight-national')(declareConflict, { path: { caseId }, body });
    const shown = await dayOf(day, EKA);
    expect([shown.visits, shown.movements]).toEqual([[], []]);
    const row = shown.rows.find(({ resource }) => resource === room);
    expect(row?.taken).toMatchObject([{ state: 'booked' }]);
    expect(row?.taken[0]).not.toHaveProperty('visit');
    expect((await dayOf(day)).visits).toHaveLength(1);
  });
});

describe('leave', () => {
  it('closes its days on the sheets and in the calendar, and opens them on an earlier return', async () => {
    const id = await made();
    const [from, to] = [workday(3), workday(4)];
    const { closed } = await put(id, sent(leave('leave', from, to)), 1);
    expect(closed).toHaveLength(8);
    await world.hub.idle();
    const shown = async () =>
      (await calendars(operatorTable(world.hub)).read([id], from, to)).get(id);
    expect((await shown())?.get(to)?.bits).toEqual(new Uint8Array(12).fill(0xff));
    const { opened } = await put(id, sent(leave('leave', from)), 2);
    expect(opened).toHaveLength(7);
    await world.hub.idle();
    expect((await shown())?.get(to)?.bits).toEqual(new Uint8Array(12));
    const moment = { at: world.now(), skewSeconds: 5 };
    const hold = (day: string) => {
      const { id: booking } = aBooked({ claims: [claimOn(id, day)] });
      const writes = take({ claims: [claimOn(id, day)], booking }, moment);
      return operatorTable(world.hub).transact(writes, randomUUID());
    };
    await hold(to);
    await expect(hold(from)).rejects.toMatchObject({ found: { closed: { by: 'leave' } } });
  });

  it('over a booked visit is refused with the visit and the day, in both languages', async () => {
    const id = await made();
    const day = workday(3);
    const { interview } = await booked([claimOn(id, day)]);
    const { status, problem } = await refusal(put(id, sent(leave('leave', day)), 1));
    expect(status).toBe(409);
    expect(problem.errors).toMatchObject([
      { pointer: '/availability/leave/0', code: 'booked', label: `${day}: ${interview}` },
    ]);
    expect(await read(id)).toMatchObject({ version: 1 });
    const georgian = world.as(CENTRE, 'ka')(putResource, {
      path: { resourceId: id },
      body: sent(leave('leave', day)),
      ifMatch: 1,
    });
    expect((await refusal(georgian)).problem.title).toMatch(/დაჯავშნილია/);
  });

  it('and a booking at the same moment exclude each other', async () => {
    const day = workday(5);
    const moment = { at: world.now(), skewSeconds: 5 };
    const ids = await Promise.all(Array.from({ length: 6 }, () => made()));
    const outcomes = await Promise.all(
      ids.map(async (id) => {
        const { id: booking } = aBooked({ claims: [claimOn(id, day)] });
        const writes = take({ claims: [claimOn(id, day)], booking }, moment);
        const [hold, away] = await Promise.allSettled([
          operatorTable(world.hub).transact(writes, randomUUID()),
          put(id, sent(leave('leave', day)), 1),
        ]);
        return [hold.status, away.status].filter((status) => status === 'fulfilled').length;
      }),
    );
    expect(outcomes).toEqual(ids.map(() => 1));
  });

  it('of half a year is refused in one call', async () => {
    const id = await made();
    const long = put(id, sent(leave('sick', workday(3), workday(30))), 1);
    expect(await refusal(long)).toMatchObject({ status: 409, code: 'too-many-days' });
  });
});

describe('a loss', () => {
  it('by illness shows at once what breaks, tells the agencies, and offers who could step in', async () => {
    const id = await made();
    const day = workday(6);
    const spare = await made();
    const { interview, id: booking } = await booked([claimOn(id, day)]);
    const { breaks } = await put(id, sent(leave('sick', day)), 1);
    expect(breaks).toMatchObject([
      { interview, booking, role: { code: 'interviewer' }, because: [{ code: 'sick' }] },
    ]);
    await world.hub.idle();
    for (const told of [LEAD, 'police-imereti']) {
      expect(await feedOf(world, told)).toContainEqual(
        expect.objectContaining({ type: 'resource.lost', subject: { kind: 'resource', id } }),
      );
    }
    expect((await feedOf(world, CENTRE)).filter(({ type }) => type === 'resource.lost')).toEqual(
      [],
    );
    const [own] = await broken(id);
    expect(own).toMatchObject({ interview, otherTime: false });
    expect(own?.repairs).toContainEqual({ resource: spare, agency: CENTRE, standIn: false });
    expect(own?.repairs.map(({ resource }) => resource)).not.toContain(id);
    expect(await broken(id, LEAD)).toHaveLength(1);
    expect(await broken(id, 'court-kutaisi')).toEqual([]);
    expect(await broken(id, 'prosecutor-imereti')).toEqual([]);
  });

  it('by a lost qualification, and by withdrawal, is shown as what it is', async () => {
    const id = await made();
    await booked([claimOn(id, workday(7))]);
    const lapsed = await put(id, sent({ qualifications: [] }), 1);
    expect(lapsed.breaks.map(({ because }) => because.map(({ code }) => code))).toEqual([
      ['qualification'],
    ]);
    const back = await put(id, sent(), 2);
    expect(back.breaks).toEqual([]);
    expect(await broken(id)).toEqual([]);
    const gone = await put(id, sent({ withdrawn: true }), 3);
    expect(gone.breaks).toMatchObject([{ because: [{ code: 'withdrawn' }] }]);
    const listed = async (as: string) => {
      const call = { query: { agency: CENTRE } };
      return (await world.as(as)(listResources, call)).body.items.some((one) => one.id === id);
    };
    expect([await listed(CENTRE), await listed(LEAD)]).toEqual([true, false]);
  });

  it('of something only one agency has leaves another time to be found', async () => {
    const id = await made({ qualifications: [{ code: 'judge', from: '2022-07-01' }] });
    await booked([claimOn(id, workday(8), 'judge')]);
    await put(id, sent({ withdrawn: true }), 1);
    expect(await broken(id)).toMatchObject([{ repairs: [], otherTime: true }]);
  });
});

describe('busy times of another calendar', () => {
  it('are read from a file, and nothing else of it is kept', async () => {
    const id = await made();
    const day = workday(3).replaceAll('-', '');
    const calendar = [
      ...['BEGIN:VCALENDAR', 'BEGIN:VEVENT', 'UID:a', 'SUMMARY:საიდუმლო შეხვედრა'],
      ...[`DTSTART;TZID=Asia/Tbilisi:${day}T100000`, 'DURATION:PT1H'],
      ...['RRULE:FREQ=WEEKLY;COUNT=3', 'END:VEVENT', 'END:VCALENDAR'],
    ].join('\r\n');
    const call = { path: { resourceId: id }, body: { calendar } };
    const { body } = await world.as(CENTRE)(putBusyTimes, call);
    expect(body).toMatchObject({ intervals: 3, understood: { events: 1, occurrences: 3 } });
    expect(await read(id)).toMatchObject({ outside: { intervals: 3 }, version: 2 });
    expect(JSON.stringify(await world.table.rows())).not.toContain('საიდუმლო');
    const bad = { ...call, body: { calendar: 'BEGIN:VCALENDAR' } };
    expect(await refusal(world.as(CENTRE)(putBusyTimes, bad))).toMatchObject({
      status: 400,
      code: 'calendar-unreadable',
    });
    expect(await refusal(world.as(LEAD)(putBusyTimes, call))).toMatchObject({ status: 404 });
    expect(await put(id, sent(), 2)).toMatchObject({ outside: { intervals: 3 } });
  });
});
