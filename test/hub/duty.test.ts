import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { getRoster, publishRoster } from '../../shared/contract/duty.ts';
import { listWatched } from '../../shared/contract/oversight.ts';
import { createEndpoint } from '../../shared/contract/partners.ts';
import { taskClocks } from '../../shared/contract/tasks.ts';
import { AgencyId, type TaskId } from '../../shared/domain/ids.ts';
import { type Sink, startSink } from './sink.ts';
import { accept, feedOf, PERSON, readTask, routed, step } from './steps.ts';
import { calmViolence, violence } from './submissions.ts';
import { refusal, settle, startWorld, type World } from './world.ts';

const LEAD = 'agency-imereti';
const OTHER = 'agency-tbilisi';
const POLICE = 'police-imereti';
const SERVICE = 'municipality-zestaponi';
const NATIONAL = 'oversight-national';
const NINO = { name: 'ნინო კაპანაძე', phone: '599 00 77 01' };
const ZAZA = { name: 'ზაზა ლომიძე', phone: '599 00 77 02' };

let world: World;
let sink: Sink;
beforeAll(async () => {
  world = await startWorld();
  sink = await startSink();
});
afterAll(async () => {
  await world?.stop();
  await sink?.stop();
});

const in_ = (hours: number): string =>
  new Date(Date.parse(world.now()) + hours * 3600_000).toISOString();
const pathOf = (agency: string) => ({ agencyId: AgencyId.parse(agency) });
const read = async (agency: string, as = agency) =>
  (await world.as(as)(getRoster, { path: pathOf(agency) })).body;

/** Puts one person, with a deputy, on duty for some hours from now. */
async function onDuty(agency: string, from: number, to: number, people = [NINO]) {
  const { version } = await read(agency);
  const shifts = [{ from: in_(from), to: in_(to), person: 0 }];
  const call = { path: pathOf(agency), body: { people, shifts }, ifMatch: version };
  return (await world.as(agency)(publishRoster, call)).body;
}

/** Puts back who was on duty before, as far as it has not passed. */
async function restore({ people, shifts }: Awaited<ReturnType<typeof read>>): Promise<void> {
  const { version } = await read(LEAD);
  const left = shifts.filter(({ to }) => to > world.now());
  const call = { path: pathOf(LEAD), body: { people, shifts: left }, ifMatch: version };
  await world.as(LEAD)(publishRoster, call);
}

const gapsTold = async (agency: string) =>
  (await feedOf(world, agency)).filter(({ type }) => type === 'duty.gap-found');
const watched = async () =>
  (await world.as(NATIONAL)(listWatched, { path: { list: 'duty-gaps' } })).body.items;

describe('a duty roster', () => {
  it('is shown with its people and telephones to the agency and to oversight, to nobody else', async () => {
    const roster = await read(LEAD);
    expect(roster.people.map(({ account }) => account)).toContain('person-tamar-agency-imereti');
    expect(roster.people[0]?.deputy).toEqual(PERSON);
    expect(roster.gaps).toEqual([]);
    expect(await read(LEAD, NATIONAL)).toEqual(roster);
    for (const other of [POLICE, 'school-zestaponi', OTHER]) {
      expect(await refusal(read(LEAD, other))).toMatchObject({ status: 404 });
    }
    expect(await refusal(read(LEAD, 'person-davit-police-imereti'))).toMatchObject({ status: 404 });
    const entries = (await world.table.all('access')).filter(({ pk }) => pk === `AGENCY#${LEAD}`);
    expect(entries.map(({ agency, action }) => [agency, action])).toEqual([
      [LEAD, 'duty.read'],
      [NATIONAL, 'duty.read'],
    ]);
  });

  it('is first sent without If-Match, and every further time with it', async () => {
    const path = pathOf(SERVICE);
    const body = {
      people: [NINO],
      shifts: [{ from: in_(0), to: in_(9), person: 0, car: 'car-2' }],
    };
    expect(await refusal(read(SERVICE))).toMatchObject({ status: 404 });
    const early = world.as(SERVICE)(publishRoster, { path, body, ifMatch: 3 });
    expect(await refusal(early)).toMatchObject({ status: 412 });
    const first = await world.as(SERVICE)(publishRoster, { path, body });
    expect(first).toMatchObject({ etag: '"1"', body: { version: 1, shifts: body.shifts } });
    const blind = world.as(SERVICE)(publishRoster, { path, body });
    expect(await refusal(blind)).toMatchObject({ status: 428, code: 'if-match-absent' });
    const second = await world.as(SERVICE)(publishRoster, { path, body, ifMatch: 1 });
    expect(second.etag).toBe('"2"');
    const stale = world.as(SERVICE)(publishRoster, { path, body, ifMatch: 1 });
    expect(await refusal(stale)).toMatchObject({ status: 412 });
    expect(await read(SERVICE)).toEqual(second.body);
  });

  it('of another agency is nobody’s to publish, oversight included', async () => {
    const body = { people: [NINO], shifts: [{ from: in_(0), to: in_(9), person: 0 }] };
    for (const other of [POLICE, OTHER, NATIONAL]) {
      const sent = world.as(other)(publishRoster, { path: pathOf(LEAD), body, ifMatch: 1 });
      expect(await refusal(sent)).toMatchObject({ status: 404 });
    }
  });

  it('that cannot be meant so is refused by pointer, in both languages', async () => {
    const body = { people: [NINO], shifts: [{ from: in_(5), to: in_(3), person: 4 }] };
    const call = { path: pathOf(SERVICE), body, ifMatch: 2 };
    const { problem } = await refusal(world.as(SERVICE)(publishRoster, call));
    expect(problem.errors).toEqual([
      { pointer: '/shifts/0/to', code: 'ends-before-it-begins' },
      { pointer: '/shifts/0/person', code: 'unknown-person' },
    ]);
    const georgian = await refusal(world.as(SERVICE, 'ka')(publishRoster, call));
    expect(georgian.problem.title).toBe('მორიგეობის გრაფიკში შეცდომაა');
  });

  it('is kept by those who take duty or supervise, not by the whole staff', async () => {
    for (const [who, reads] of [
      ['person-tamar-agency-imereti', true],
      ['person-ketevan-agency-imereti', true],
      ['person-giorgi-agency-imereti', false],
    ] as const) {
      const asked = read(LEAD, who);
      if (reads) expect((await asked).agency).toBe(LEAD);
      else expect(await refusal(asked)).toMatchObject({ status: 404 });
    }
  });

  it('keeps names and telephones sealed', async () => {
    await onDuty(SERVICE, 0, 9);
    const rows = (await world.table.rows()).filter(({ pk }) => pk.includes(SERVICE));
    expect(rows.some(({ what }) => what === 'roster')).toBe(true);
    for (const text of [NINO.name, NINO.phone]) expect(JSON.stringify(rows)).not.toContain(text);
  });
});

describe('a gap in a roster', () => {
  it('within three days is told today, once, and is watched until somebody is there', async () => {
    const before = (await gapsTold(NATIONAL)).length;
    const { gaps } = await onDuty(OTHER, -1, 40);
    expect(gaps).toEqual([{ from: in_(40) }].map(() => ({ from: expect.any(String) })));
    await settle(world);
    expect(await gapsTold(OTHER)).toMatchObject([
      {
        subject: { kind: 'agency', id: OTHER },
        deadline: gaps[0]?.from,
        links: { subject: `/v1/agencies/${OTHER}/duty` },
      },
    ]);
    expect(await gapsTold(NATIONAL)).toHaveLength(before + 1);
    expect(await watched()).toMatchObject([
      { what: 'duty-gap', subject: { kind: 'agency', id: OTHER }, agency: OTHER, number: 1 },
    ]);
    await world.advance('PT2H');
    await world.advance('PT2H');
    expect(await gapsTold(OTHER)).toHaveLength(1);

    await onDuty(OTHER, -1, 90);
    expect(await watched()).toEqual([]);
    expect(await gapsTold(OTHER)).toHaveLength(1);
  });

  it('is found as it comes nearer, though nobody touches the roster', async () => {
    expect((await read(OTHER)).gaps).toEqual([]);
    await world.advance('PT17H');
    expect(await gapsTold(OTHER)).toHaveLength(1);
    await world.advance('PT3H');
    expect(await gapsTold(OTHER)).toHaveLength(2);
    expect((await read(OTHER)).gaps).toHaveLength(1);
    await onDuty(OTHER, -1, 160);
  });

  it('of an agency that need not answer at any hour is no alarm', async () => {
    await world.advance('P1D');
    expect((await read(SERVICE)).gaps).toHaveLength(1);
    expect(await gapsTold(SERVICE)).toEqual([]);
  });
});

describe('urgent work', () => {
  const STRANGER = { name: 'უცნობი', phone: '599 99 99 99' };
  const urgent = async () => {
    const { task } = await routed(world, violence({ immediateDanger: 'yes' }));
    return task('assess-safety');
  };
  const take = (task: TaskId, to: 'received' | 'accepted', actingPerson: object | string) =>
    step(world, LEAD, task, { to, actingPerson } as Parameters<typeof step>[3]);

  it('is received and accepted by who is on duty; anybody else is refused, and told what to do', async () => {
    const task = await urgent();
    for (const to of ['received', 'accepted'] as const) {
      for (const person of [STRANGER, PERSON.name, { name: PERSON.name }]) {
        const { status, code, problem } = await refusal(take(task, to, person));
        expect([status, code]).toEqual([409, 'not-on-duty']);
        expect(problem.errors).toEqual([{ pointer: '/actingPerson', code: 'not-on-duty' }]);
        expect(problem.detail).toMatch(/roster/);
      }
    }
    const { receivedAt } = (await readTask(world, LEAD, task)).delivery ?? {};
    expect(receivedAt).toBeUndefined();
    // The deputy's number, written in another way.
    await take(task, 'received', { name: 'თამარ ბ.', phone: '+995 599 001122' });
    await take(task, 'accepted', { name: 'თამარი', account: 'person-tamar-agency-imereti' });
    expect((await readTask(world, LEAD, task)).delivery?.receivedAt).toEqual(expect.any(String));
  });

  it('is taken by whoever is signed in and on duty; a system is never somebody on duty', async () => {
    const task = await urgent();
    const by = (who: string, actingPerson: Parameters<typeof step>[3]['actingPerson']) =>
      step(world, who, task, { to: 'received', actingPerson });
    const supervisor = by('person-ketevan-agency-imereti', 'ქეთევანი');
    expect(await refusal(supervisor)).toMatchObject({ code: 'not-on-duty' });
    const before = await read(LEAD);
    await onDuty(LEAD, -1, 160, [{ ...NINO, account: LEAD } as typeof NINO]);
    for (const person of ['ნინო', { name: 'ნინო', account: LEAD }]) {
      expect(await refusal(by(LEAD, person))).toMatchObject({ code: 'not-on-duty' });
    }
    await restore(before);
    await by('person-tamar-agency-imereti', 'თამარი');
  });

  it('can be taken by whoever is put on the roster, from that moment', async () => {
    const task = await urgent();
    expect(await refusal(take(task, 'accepted', ZAZA))).toMatchObject({ code: 'not-on-duty' });
    const before = await read(LEAD);
    await onDuty(LEAD, -1, 160, [{ ...NINO, deputy: ZAZA } as typeof NINO]);
    expect(await refusal(take(task, 'accepted', PERSON))).toMatchObject({ code: 'not-on-duty' });
    await take(task, 'accepted', ZAZA);
    await restore(before);
  });

  it('that meets nobody goes on all the same, and the gap is told with the step', async () => {
    const before = await read(LEAD);
    await onDuty(LEAD, 1, 160);
    await settle(world);
    const told = (await gapsTold(LEAD)).length;
    const task = await urgent();
    await take(task, 'received', STRANGER);
    await settle(world);
    const [last] = (await gapsTold(LEAD)).slice(told);
    expect(last).toMatchObject({ urgency: 'urgent', subject: { id: LEAD } });
    await take(await urgent(), 'accepted', STRANGER);
    await settle(world);
    expect(await gapsTold(LEAD)).toHaveLength(told + 1);
    await restore(before);
  });

  it('alone asks for duty: what is not urgent, the whole staff may take', async () => {
    const { task } = await routed(world, calmViolence());
    await step(world, POLICE, task('register-report'), { to: 'received', actingPerson: STRANGER });
  });
});

describe('delivered, fetched and received', () => {
  it('are three facts: a machine’s thanks and a machine’s reading stop no clock', async () => {
    const body = { url: sink.url, events: ['task.requested' as const] };
    await world.as(POLICE)(createEndpoint, { body });
    const { task } = await routed(world, violence({ immediateDanger: 'yes' }));
    const report = task('register-report');
    await settle(world);
    expect(sink.received.some(({ body }) => body.includes(report))).toBe(true);
    const received = async () => {
      const { body } = await world.as(POLICE)(taskClocks, { path: { taskId: report } });
      return body.items.find(({ name }) => name === 'received');
    };
    const delivery = async (as = POLICE) => (await readTask(world, as, report)).delivery;
    const seen = await delivery(LEAD);
    expect(seen).toEqual({ deliveredAt: expect.any(String) });
    const fetched = await delivery();
    expect(fetched).toEqual({ ...seen, fetchedAt: expect.any(String) });
    expect(await delivery()).toEqual(fetched);
    expect(await received()).toMatchObject({ state: expect.not.stringMatching('ended') });
    await world.advance('PT20M');
    expect(await received()).toMatchObject({ state: 'overdue' });

    await accept(world, POLICE, report);
    expect(await delivery(LEAD)).toEqual({ ...fetched, receivedAt: expect.any(String) });
    expect(await received()).toMatchObject({ state: 'ended' });
  });
});
