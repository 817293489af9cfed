import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { caseClocks } from '../../shared/contract/cases.ts';
import { handOverCase, listMoves, moveCase } from '../../shared/contract/moves.ts';
import { changeUrgency, taskClocks } from '../../shared/contract/tasks.ts';
import { AgencyId, type CaseId, type TaskId } from '../../shared/domain/ids.ts';
import { Task } from '../../shared/domain/task/task.ts';
import { accept, complete, feedOf, readCase, readTask, redirected, routed, step } from './steps.ts';
import { calmViolence } from './submissions.ts';
import { refusal, startWorld, type World } from './world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world?.stop());

const SCHOOL = 'school-zestaponi';
const LEAD = 'agency-imereti';
const NEW = 'agency-tbilisi';
const POLICE = 'police-imereti';
const NATIONAL = 'oversight-national';

/** A case whose lead has accepted. */
async function led() {
  const referral = await routed(world, calmViolence());
  await accept(world, LEAD, referral.task('assess-safety'));
  const opened = await readCase(world, LEAD, referral.id, SCHOOL);
  return { ...referral, caseId: opened.id };
}
const today = () => world.now().slice(0, 10);
async function move(caseId: CaseId, to: string, from = LEAD) {
  const body = { to, since: today(), source: 'school' };
  const made = (await world.as(from)(moveCase, { path: { caseId }, body })).body;
  await world.hub.idle();
  return made;
}
const tasksOf = async (caseId: CaseId) =>
  (await world.table.all('task'))
    .map((row) => Task.parse(row))
    .filter((one) => one.case === caseId);
const deadlines = async (caseId: CaseId, as: string) => {
  const { body } = await world.as(as)(caseClocks, { path: { caseId } });
  return body.items.map(({ name, dueAt }) => `${name} ${dueAt}`).toSorted();
};
const talk = (caseId: CaseId, number: number, from: string) =>
  world.as(from)(handOverCase, {
    path: { caseId, number },
    body: { at: world.now(), persons: ['თამარ ბერიძე', 'ლევან მაღალაძე'] },
  });

describe('a child that moves', () => {
  it('is led by the former unit until a person at the new one has accepted; both see it until they talked', async () => {
    const { caseId } = await led();
    const before = await deadlines(caseId, LEAD);
    const made = await move(caseId, 'tbilisi');
    expect(made).toMatchObject({ number: 1, from: LEAD, to: NEW });
    if (!made.task) throw new Error('nobody was asked');
    expect((await readTask(world, NEW, made.task)).urgency).toBe('urgent');
    const as = (agency: string) => world.as(agency)(listMoves, { path: { caseId } });
    expect((await as(NEW)).body.items).toHaveLength(1);
    expect(await refusal(talk(caseId, 1, LEAD))).toMatchObject({ code: 'not-taken-over-yet' });

    await accept(world, NEW, made.task);
    expect(await deadlines(caseId, NEW)).toEqual(before);
    expect(await deadlines(caseId, LEAD)).toEqual(before);
    const early = step(world, NEW, made.task, { to: 'completed', outcome: 'handed-over' });
    expect(await refusal(early)).toMatchObject({ code: 'handover-not-recorded' });

    const { body } = await talk(caseId, 1, LEAD);
    expect(body.persons).toEqual(['თამარ ბერიძე', 'ლევან მაღალაძე']);
    expect(await refusal(talk(caseId, 1, NEW))).toMatchObject({ code: 'already-handed-over' });
    expect(await readTask(world, NEW, made.task)).toMatchObject({ status: 'completed' });
  });

  it('within the area of its unit asks nobody', async () => {
    const { caseId } = await led();
    const made = await move(caseId, 'baghdati');
    expect(made.task).toBeUndefined();
    expect(made.handedOverAt).toBeDefined();
  });

  it('is refused to a place nobody knows of, and to an agency that leads no cases', async () => {
    const { caseId } = await led();
    expect(await refusal(move(caseId, 'atlantis'))).toMatchObject({ code: 'unknown-municipality' });
    expect(await refusal(move(caseId, POLICE))).toMatchObject({ code: 'unknown-agency' });
    expect(await refusal(move(caseId, 'tbilisi', POLICE))).toMatchObject({ status: 404 });
  });
});

describe('a family that is gone', () => {
  it('is searched for at once, and oversight knows; the lead keeps the case', async () => {
    const { caseId } = await led();
    const made = await move(caseId, 'unknown');
    expect(made.to).toBeUndefined();
    const search = (await tasksOf(caseId)).find(({ kind }) => kind === 'find-child');
    expect(search).toMatchObject({ agency: POLICE, urgency: 'urgent', status: 'requested' });
    const watched = await world.table.all('move');
    expect(watched.filter((row) => row.watched === 'families-gone')).toHaveLength(1);
    expect((await feedOf(world, NATIONAL)).map(({ type }) => type)).toContain('case.moved');
    expect((await world.as(LEAD)(listMoves, { path: { caseId } })).body.items).toHaveLength(1);
  });
});

describe('refusals', () => {
  const deskTasks = async (caseId: CaseId) =>
    (await tasksOf(caseId)).filter(({ kind }) => kind === 'route-by-hand');

  it('of the same work call the national desk, which decides within two hours', async () => {
    const { caseId, task } = await led();
    const report = task('register-report');
    await step(world, POLICE, report, { to: 'rejected', reason: 'not-competent-area' });
    expect(await deskTasks(caseId)).toEqual([]);
    const { offered } = await redirected(world, POLICE, report, 'police-tbilisi');
    await step(world, 'police-tbilisi', offered, { to: 'rejected', reason: 'no-capacity' });
    const [desk] = await deskTasks(caseId);
    expect(desk).toMatchObject({ agency: NATIONAL, about: offered, rule: 'refused-again' });
    if (!desk) throw new Error('nobody was called');
    const { body } = await world.as(NATIONAL)(taskClocks, { path: { taskId: desk.id } });
    const clock = body.items.find(({ name }) => name === 'desk-decides');
    const hours = Date.parse(clock?.dueAt ?? '') - Date.parse(clock?.startedAt ?? '');
    expect(hours).toBe(2 * 3_600_000);
  });

  it('of an offer leave its first holder answering alone; what it does itself is asked of nobody else', async () => {
    const { task } = await led();
    const report = task('register-report');
    const { offered } = await redirected(world, POLICE, report, 'police-tbilisi');
    await step(world, 'police-tbilisi', offered, { to: 'rejected', reason: 'no-capacity' });
    const stateOf = async (agency: string, taskId: TaskId) => {
      const { body } = await world.as(agency)(taskClocks, { path: { taskId } });
      return body.items.map(({ state }) => state);
    };
    expect(new Set(await stateOf('police-tbilisi', offered))).toEqual(new Set(['ended']));
    expect(await stateOf(POLICE, report)).toContain('running');

    const again = await redirected(world, POLICE, report, 'police-guria');
    await complete(world, POLICE, report, 'registered');
    const [row] = (await world.table.all('task')).filter(({ id }) => id === again.offered);
    expect(Task.parse(row)).toMatchObject({ status: 'cancelled', reason: 'done-elsewhere' });
  });

  it('for want of a service are kept as unmet need', async () => {
    const { task } = await led();
    await step(world, LEAD, task('offer-psychological-support'), {
      to: 'rejected',
      reason: 'no-such-service',
    });
    await world.hub.idle();
    const needs = await world.table.all('unmet-need');
    expect(needs).toEqual([
      expect.objectContaining({
        kind: 'offer-psychological-support',
        municipality: 'zestaponi',
        watched: 'unmet-needs',
      }),
    ]);
    expect((await feedOf(world, NATIONAL)).map(({ type }) => type)).toContain('need.unmet');
  });
});

describe('urgency', () => {
  it('falls only by the lead, with a reason, and takes no deadline back', async () => {
    const { task } = await led();
    const taskId = task('register-report');
    const clocks = async () =>
      (await world.as(POLICE)(taskClocks, { path: { taskId } })).body.items;
    const before = await clocks();
    const { version } = await readTask(world, POLICE, taskId);
    const lower = (as: string, reason: string) =>
      world.as(as)(changeUrgency, {
        path: { taskId },
        body: { urgency: 'routine', reason },
        ifMatch: version,
      });
    expect(await refusal(lower(POLICE, 'child-safe-now'))).toMatchObject({ status: 404 });
    expect(await refusal(lower(LEAD, 'because'))).toMatchObject({ code: 'unknown-code' });
    expect((await lower(LEAD, 'child-safe-now')).body.urgency).toBe('routine');
    expect(await clocks()).toEqual(before);
    const { version: next } = await readTask(world, POLICE, taskId);
    const same = world.as(LEAD)(changeUrgency, {
      path: { taskId },
      body: { urgency: 'routine', reason: 'child-safe-now' },
      ifMatch: next,
    });
    expect(await refusal(same)).toMatchObject({ code: 'urgency-unchanged' });
    expect(AgencyId.parse(POLICE)).toBe(POLICE);
  });
});
