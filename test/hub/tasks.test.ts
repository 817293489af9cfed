import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addTask } from '../../shared/contract/cases.ts';
import { explainRouting } from '../../shared/contract/referrals.ts';
import { getTask, listTasks, taskClocks, transitionTask } from '../../shared/contract/tasks.ts';
import type { TaskId } from '../../shared/domain/ids.ts';
import {
  accept,
  feedOf,
  PERSON,
  readCase,
  readReferral,
  readTask,
  redirected,
  routed,
  step,
} from './steps.ts';
import { calmViolence, early, violence } from './submissions.ts';
import { refusal, startWorld, type World } from './world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world?.stop());

const LEAD = 'agency-imereti';
const POLICE = 'police-imereti';
const NATIONAL = 'oversight-national';
const move = (agency: string, taskId: TaskId, ifMatch: number, body = {}) =>
  world.as(agency)(transitionTask, {
    path: { taskId },
    ifMatch,
    body: { to: 'received', actingPerson: PERSON, ...body },
  });
const clocksOf = async (agency: string, taskId: TaskId) =>
  (await world.as(agency)(taskClocks, { path: { taskId } })).body.items;

describe('the list of an agency', () => {
  it('shows its own tasks, nearest deadline first, page by page, without details', async () => {
    const municipality = 'municipality-baghdati';
    const from = { from: 'resource-centre-baghdati' };
    const child = { municipality: 'baghdati', givenName: 'ლუკა' };
    for (let n = 0; n < 5; n += 1) await routed(world, early({}, { child }), from);
    const call = world.as(municipality);
    const first = (await call(listTasks, { query: { limit: 2 } })).body;
    const second = (await call(listTasks, { at: first.next ?? '' })).body;
    const third = (await call(listTasks, { at: second.next ?? '' })).body;
    const items = [first, second, third].flatMap((page) => page.items);
    expect(new Set(items.map(({ id }) => id)).size).toBe(5);
    const deadlines = items.map(({ deadline }) => deadline ?? '9999');
    expect(deadlines).toEqual(deadlines.toSorted());
    expect(JSON.stringify(items)).not.toContain('ლუკა');
    expect(third.next).toBeUndefined();

    const stolen = world.as('municipality-kutaisi')(listTasks, { at: first.next ?? '' });
    expect(await refusal(stolen)).toMatchObject({ status: 400, code: 'query-invalid' });
  });

  it('moves what has ended to the ended ones', async () => {
    const { task } = await routed(world, calmViolence());
    const id = task('register-report');
    await accept(world, POLICE, id);
    await step(world, POLICE, id, { to: 'completed', outcome: 'registered' });
    const list = async (status: 'open' | 'ended') => {
      const { body } = await world.as(POLICE)(listTasks, { query: { status, limit: 100 } });
      return body.items.map((item) => item.id);
    };
    expect(await list('open')).not.toContain(id);
    expect((await list('ended')).filter((one) => one === id)).toHaveLength(1);
  });
});

describe('a step', () => {
  it('is never taken by a read: only a named person receives', async () => {
    const { task } = await routed(world, calmViolence());
    const id = task('assess-safety');
    for (let n = 0; n < 3; n += 1) await readTask(world, LEAD, id);
    expect(await readTask(world, LEAD, id)).toMatchObject({ status: 'requested', version: 1 });
    const { body } = await move(LEAD, id, 1);
    expect(body).toMatchObject({ status: 'received', version: 2 });
  });

  it('goes the way of the table, and names the next ones', async () => {
    const { task } = await routed(world, calmViolence());
    const id = task('register-report');
    const way = [
      [{ to: 'received', actingPerson: PERSON }, ['accepted', 'rejected']],
      [{ to: 'accepted', actingPerson: PERSON }, ['in-progress', 'on-hold', 'completed', 'failed']],
      [{ to: 'in-progress' }, ['on-hold', 'completed', 'failed']],
      [{ to: 'on-hold', reason: 'waiting-for-document' }, ['in-progress', 'failed']],
      [{ to: 'in-progress' }, ['on-hold', 'completed', 'failed']],
      [{ to: 'completed', outcome: 'registered' }, []],
    ] as const;
    for (const [body, next] of way) {
      expect(await step(world, POLICE, id, body)).toMatchObject({ status: body.to, next });
    }
    const heard = (await feedOf(world, LEAD)).filter(({ subject }) => subject.id === id);
    expect(heard.map(({ type }) => type)).toEqual([
      'task.received',
      'task.accepted',
      'task.started',
      'task.held',
      'task.started',
      'task.completed',
    ]);
  });

  it.each([
    ['another version', 7, {}, 412, 'changed-meanwhile'],
    ['nobody named', 1, { actingPerson: undefined }, 400, 'acting-person-missing'],
    ['no reason', 1, { to: 'rejected' }, 400, 'reason-missing'],
    ['a reason in words', 1, { to: 'rejected', reason: 'too-busy' }, 400, 'unknown-code'],
    ['a leap', 1, { to: 'completed', outcome: 'done' }, 409, 'transition-not-allowed'],
    ['a way back', 1, { to: 'requested' }, 409, 'transition-not-allowed'],
    ['an outsider’s right', 1, { to: 'cancelled' }, 409, 'transition-not-allowed'],
  ])('is refused with %s, and nothing moves', async (_, ifMatch, body, status, code) => {
    const { task } = await routed(world, calmViolence());
    const id = task('register-report');
    expect(await refusal(move(POLICE, id, ifMatch, body))).toMatchObject({ status, code });
    expect(await readTask(world, POLICE, id)).toMatchObject({ status: 'requested', version: 1 });
  });

  it('wants If-Match, in quotes', async () => {
    const { task } = await routed(world, calmViolence());
    const path = `/v1/tasks/${task('register-report')}/transitions`;
    const body = JSON.stringify({ to: 'received', actingPerson: PERSON });
    for (const headers of [{}, { 'if-match': '1' }, { 'if-match': '*' }, { 'if-match': 'W/"1"' }]) {
      const given = { body, headers: headers as Record<string, string> };
      const answer = await world.raw(POLICE, 'POST', path, given);
      expect(answer.status).toBe(428);
      expect(JSON.parse(answer.text).type).toMatch(/if-match-absent$/);
    }
  });

  it('is taken once when two take it at the same time', async () => {
    const { task } = await routed(world, calmViolence());
    const id = task('register-report');
    const both = await Promise.allSettled([move(POLICE, id, 1), move(POLICE, id, 1)]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    const late = both.find((one) => one.status === 'rejected');
    expect(late).toMatchObject({ reason: { status: 412 } });
    expect((await readTask(world, POLICE, id)).version).toBe(2);
  });
});

describe('acceptance', () => {
  it('shows no details before it, and after it what the kind of agency needs', async () => {
    const { task } = await routed(world, violence({ forms: ['physical'] }));
    const id = task('register-report');
    const before = await readTask(world, POLICE, id);
    expect(before.details).toEqual({});
    expect(before.rule).toBeUndefined();
    expect(before).toMatchObject({
      municipality: { code: 'zestaponi', label: 'Zestaponi' },
      kind: { code: 'register-report' },
      urgency: 'urgent',
    });
    await step(world, POLICE, id, { to: 'received', actingPerson: PERSON });
    expect((await readTask(world, POLICE, id)).details).toEqual({});
    const groups = Object.keys((await accept(world, POLICE, id)).details);
    expect(groups).toContain('narrative');
    expect(groups).not.toContain('medical');
    const clinic = Object.keys(
      (await accept(world, 'clinic-kutaisi', task('provide-health-care'))).details,
    );
    expect(clinic).toContain('medical');
    expect(clinic).not.toContain('narrative');
    expect(clinic).not.toContain('reporter');
  });

  it('by the lead names worker and deputy of the case, and the referral is in progress', async () => {
    const { id, from, task } = await routed(world, calmViolence());
    const deputy = { name: 'გიორგი კაპანაძე' };
    await step(world, LEAD, task('assess-safety'), {
      to: 'accepted',
      actingPerson: PERSON,
      deputy,
    });
    expect(await readReferral(world, from, id)).toMatchObject({ status: { code: 'in-progress' } });
    const opened = await readCase(world, LEAD, id, from);
    expect(opened.worker).toContain(PERSON.name);
    expect(opened.deputy).toContain(deputy.name);
    expect((await world.raw(POLICE, 'GET', `/v1/cases/${opened.id}`)).status).toBe(404);
    await step(world, POLICE, task('register-report'), { to: 'accepted', actingPerson: PERSON });
    const seenByPolice = await readCase(world, POLICE, id, from);
    expect(seenByPolice.worker).toBeUndefined();
    expect(seenByPolice.tasks).toEqual((await readCase(world, LEAD, id, from)).tasks);
    expect((await feedOf(world, from)).at(-1)).toMatchObject({
      type: 'referral.taken-up',
      subject: { id },
    });
  });
});

describe('a task that moves on', () => {
  it('keeps its deadlines, and its first holder answers until the second has accepted', async () => {
    const { task } = await routed(world, calmViolence());
    const id = task('register-report');
    const due = (await clocksOf(POLICE, id)).map(({ name, dueAt }) => [name, dueAt]);
    await world.advance('PT10M');
    const { before, offered } = await redirected(world, POLICE, id, 'police-tbilisi');
    expect(before).toMatchObject({ status: 'requested', offeredTo: offered });
    const after = await clocksOf('police-tbilisi', offered);
    expect(after.map(({ name, dueAt }) => [name, dueAt])).toEqual(due);
    for (const clock of await clocksOf(POLICE, id)) expect(clock.endedAt).toBeUndefined();
    expect(await readTask(world, 'police-tbilisi', offered)).toMatchObject({
      status: 'requested',
      redirectedFrom: id,
      details: {},
    });

    await accept(world, 'police-tbilisi', offered);
    const released = await readTask(world, POLICE, id);
    expect(released).toMatchObject({ status: 'cancelled', replacedBy: offered });
    for (const clock of await clocksOf(POLICE, id)) expect(clock.state).toBe('ended');
  });

  it('may go through several hands: the last one releases them all', async () => {
    const { task } = await routed(world, calmViolence());
    const first = task('register-report');
    const second = (await redirected(world, POLICE, first, 'police-tbilisi')).offered;
    await step(world, 'police-tbilisi', second, { to: 'rejected', reason: 'not-competent-area' });
    expect(await readTask(world, POLICE, first)).toMatchObject({ status: 'requested' });
    const third = (await redirected(world, 'police-tbilisi', second, 'prosecutor-imereti')).offered;
    await accept(world, 'prosecutor-imereti', third);
    expect(await readTask(world, POLICE, first)).toMatchObject({ replacedBy: third });
    expect(await readTask(world, 'police-tbilisi', second)).toMatchObject({ replacedBy: third });
  });

  it('takes the lead of the case along, and with it the sight of the whole', async () => {
    const { id, from, task } = await routed(world, calmViolence());
    await accept(world, LEAD, task('assess-safety'));
    const { offered } = await redirected(world, LEAD, task('assess-safety'), 'agency-tbilisi');
    expect(await readCase(world, LEAD, id, from)).toMatchObject({ lead: LEAD });
    await accept(world, 'agency-tbilisi', offered);
    expect(await readCase(world, 'agency-tbilisi', id, from)).toMatchObject({
      lead: 'agency-tbilisi',
      worker: expect.stringContaining(PERSON.name),
    });
    expect(await readReferral(world, from, id)).toMatchObject({ lead: 'agency-tbilisi' });
    const heard = (agency: string) => feedOf(world, agency).then((feed) => feed.map((e) => e.type));
    expect(await heard('agency-tbilisi')).toContain('case.lead-changed');
  });

  it('does not go to its holder, to nobody, or without a coded reason', async () => {
    const { task } = await routed(world, calmViolence());
    const id = task('register-report');
    const path = `/v1/tasks/${id}/redirect`;
    const send = async (body: object) => {
      const given = { headers: { 'if-match': '"1"' }, body: JSON.stringify(body) };
      const { status, text } = await world.raw(POLICE, 'POST', path, given);
      return [status, String(JSON.parse(text).type).split('/').at(-1)];
    };
    const reason = 'other-area';
    expect(await send({ to: POLICE, reason })).toEqual([409, 'redirect-to-itself']);
    expect(await send({ to: 'nobody', reason })).toEqual([400, 'unknown-agency']);
    expect(await send({ to: LEAD, reason: 'tired' })).toEqual([400, 'unknown-code']);
    expect(await send({ to: LEAD })).toEqual([400, 'body-invalid']);
  });
});

describe('a lead that refuses', () => {
  it('is followed by the national desk with the same deadlines, which finds another one', async () => {
    const { id, from, task } = await routed(world, calmViolence());
    const lead = task('assess-safety');
    const due = (await clocksOf(LEAD, lead)).map(({ name, dueAt }) => [name, dueAt]);
    await step(world, LEAD, lead, { to: 'rejected', reason: 'not-competent-area' });
    await world.hub.idle();
    const call = (await feedOf(world, NATIONAL)).at(-1);
    expect(call?.type).toBe('task.requested');
    const asked = call?.subject.id as TaskId;
    expect(await readTask(world, NATIONAL, asked)).toMatchObject({
      kind: { code: 'route-by-hand' },
      urgency: 'urgent',
    });
    const clocks = await clocksOf(NATIONAL, asked);
    const copied = clocks.filter(({ name }) => name !== 'desk-decides');
    expect(copied.map(({ name, dueAt }) => [name, dueAt])).toEqual(due);
    expect(clocks.length).toBe(copied.length + 1);

    const { offered } = await redirected(world, NATIONAL, lead, 'agency-tbilisi');
    await accept(world, 'agency-tbilisi', offered);
    expect(await readReferral(world, from, id)).toMatchObject({
      lead: 'agency-tbilisi',
      status: { code: 'in-progress' },
    });
    expect(await readTask(world, LEAD, lead)).toMatchObject({ replacedBy: offered });
  });
});

describe('a task the lead adds', () => {
  it('reaches its agency with clocks of its own, and belongs to the case', async () => {
    const { id, from, task } = await routed(world, calmViolence());
    await accept(world, LEAD, task('assess-safety'));
    const opened = await readCase(world, LEAD, id, from);
    const call = {
      path: { caseId: opened.id },
      body: { kind: 'provide-shelter', agency: 'ngo-zestaponi', urgency: 'high', note: 'ამაღამ' },
      idempotencyKey: 'a-shelter-for-tonight',
    } as const;
    const added = await world.as(LEAD)(addTask, call);
    expect(added.status).toBe(201);
    expect((await world.as(LEAD)(addTask, call)).body.id).toBe(added.body.id);
    await world.hub.idle();
    const got = await readTask(world, 'ngo-zestaponi', added.body.id);
    expect(got).toMatchObject({ kind: { code: 'provide-shelter' }, status: 'requested' });
    const names = (await clocksOf('ngo-zestaponi', added.body.id)).map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(['act', 'decide', 'received']));
    expect((await feedOf(world, 'ngo-zestaponi')).at(-1)).toMatchObject({
      type: 'task.requested',
      subject: { id: added.body.id },
    });
    const after = await readCase(world, LEAD, id, from);
    expect(after.tasks.map((one) => one.id)).toContain(added.body.id);

    const byPolice = { ...call, idempotencyKey: 'not-for-the-police-to-add' };
    expect(await refusal(world.as(POLICE)(addTask, byPolice))).toMatchObject({ status: 404 });
    const bad = { ...call, body: { ...call.body, kind: 'gossip' }, idempotencyKey: 'no-such-kind' };
    expect(await refusal(world.as(LEAD)(addTask, bad))).toMatchObject({ code: 'unknown-code' });
  });
});

it('explains to the referrer who was asked, and to nobody outside', async () => {
  const { id } = await routed(world, calmViolence());
  const path = { referralId: id };
  const own = await world.as('school-zestaponi', 'ka')(explainRouting, { path });
  for (const { kind, why } of own.body.tasks) {
    expect(kind.label).toMatch(/[ა-ჰ]/);
    expect(why.ka).toMatch(/[ა-ჰ]/);
  }
  const foreign = world.as('school-kutaisi')(explainRouting, { path });
  expect(await refusal(foreign)).toMatchObject({ status: 404, code: 'not-found' });
  const { body } = await world.as(LEAD)(getTask, {
    path: { taskId: own.body.tasks[0]?.task ?? ('' as TaskId) },
  });
  expect(body.rule?.why).toEqual(own.body.tasks[0]?.why);
});
