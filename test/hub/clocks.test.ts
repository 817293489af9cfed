import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { caseClocks } from '../../shared/contract/cases.ts';
import { referralClocks } from '../../shared/contract/referrals.ts';
import { listTasks, taskClocks } from '../../shared/contract/tasks.ts';
import type { TaskId } from '../../shared/domain/ids.ts';
import { JournalEvent } from '../../shared/domain/journal/event.ts';
import { accept, decided, feedOf, PERSON, readReferral, routed, step } from './steps.ts';
import { early, violence } from './submissions.ts';
import { refusal, settle, startWorld, type World } from './world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world?.stop());

const SCHOOL = 'school-zestaponi';
const LEAD = 'agency-imereti';
const POLICE = 'police-imereti';
const MINUTE = 60_000;
const SAID = {
  reach: 'clock.unreached',
  warn: 'clock.warned',
  due: 'clock.overdue',
  escalate: 'clock.escalated',
};

const clocksOf = async (agency: string, taskId: TaskId, lang: 'ka' | 'en' = 'en') =>
  (await world.as(agency, lang)(taskClocks, { path: { taskId } })).body.items;
async function clockOf(agency: string, taskId: TaskId, name: string) {
  const found = (await clocksOf(agency, taskId)).find((clock) => clock.name === name);
  if (!found) throw new Error(`the task has no clock ${name}`);
  return found;
}
/** What a clock said, in order, with who was called. */
async function spoken(taskId: TaskId, name: string) {
  const events = (await world.table.all('event')).map((row) => JournalEvent.parse(row));
  return events
    .filter(
      ({ type, subject, clock }) => type !== 'call.made' && subject.id === taskId && clock === name,
    )
    .toSorted((a, b) => a.version - b.version);
}
const at = (instant: string) => world.hub.moveClock({ set: instant });
const around = (instant: string, ms: number) => new Date(Date.parse(instant) + ms).toISOString();

describe('a clock', () => {
  it('warns, is overdue and escalates in that order, never early, each once', async () => {
    const { id, task } = await routed(world, violence());
    const report = task('register-report');
    const { startedAt, dueAt, points: all } = await clockOf(POLICE, report, 'received');
    // Looking at the clock is looking at the task: the point for those who did not passes in silence.
    const [reach, ...points] = all;
    expect(reach).toMatchObject({ what: 'reach', at: around(startedAt, 5 * MINUTE) });
    expect(startedAt).toBe((await readReferral(world, SCHOOL, id)).submittedAt);
    expect(Date.parse(dueAt) - Date.parse(startedAt)).toBe(15 * MINUTE);
    expect(points.map(({ what }) => what)).toEqual([
      'warn',
      'due',
      ...points.slice(2).map(() => 'escalate'),
    ]);
    expect(points[0]?.at).toBe(around(dueAt, -5 * MINUTE));
    expect(points.at(-1)?.role).toBe('national-duty');

    for (const [place, point] of points.entries()) {
      // Wide enough that the machine's own time does not run over it meanwhile.
      await at(around(point.at, -40_000));
      expect(await spoken(report, 'received')).toHaveLength(place);
      await at(around(point.at, 20_000));
      const said = await spoken(report, 'received');
      expect(said).toHaveLength(place + 1);
      const late = Date.parse(said.at(-1)?.at ?? '') - Date.parse(point.at);
      expect(late).toBeGreaterThanOrEqual(0);
      expect(late).toBeLessThan(120_000);
    }
    const said = await spoken(report, 'received');
    expect(said.map(({ type }) => type)).toEqual(points.map(({ what }) => SAID[what]));
    expect(said[0]?.to).toEqual([POLICE]);
    expect(said.at(-1)?.to).toEqual(['oversight-national']);
    const desk = (await feedOf(world, 'oversight-national')).filter(
      ({ subject, type }) => subject.id === report && type === 'clock.escalated',
    );
    expect(desk.length).toBeGreaterThan(0);
    const after = await clockOf(POLICE, report, 'received');
    expect(after.state).toBe('overdue');
    expect(after.points).toEqual([{ ...reach, silent: true }, ...points]);
  });

  it('speaks once however often it is fired, and however it is interrupted', async () => {
    const { task } = await routed(world, violence());
    const report = task('register-report');
    const { points } = await clockOf(POLICE, report, 'received');
    const { faults } = world.hub.stores;
    // Half of what it writes is written, but it never learns so.
    faults.add({
      when: ({ functionName, operation }) =>
        /FireClocks/.test(functionName) && operation === 'TransactWriteItems',
      do: 'drop-after',
      probability: 0.5,
    });
    const moving = at(points[2]?.at ?? '');
    await world.hub.killEnvironments('fire-clocks');
    await moving;
    await world.advance('PT1S');
    faults.clear();
    for (let again = 0; again < 3; again += 1) await world.advance('PT1S');
    expect((await spoken(report, 'received')).map(({ type }) => type)).toEqual([
      'clock.warned',
      'clock.overdue',
    ]);
  });

  it('says all it has to say, in its order, after an outage of days', async () => {
    world.hub.pause('fire-clocks');
    const { task } = await routed(world, violence());
    const report = task('register-report');
    await world.advance('P3D');
    expect(await spoken(report, 'received')).toEqual([]);
    world.hub.resume('fire-clocks');
    await world.advance('PT1M');
    const { points } = await clockOf(POLICE, report, 'received');
    const said = await spoken(report, 'received');
    expect(said).toHaveLength(points.length);
    expect(said.slice(0, 3).map(({ type }) => type)).toEqual([
      'clock.unreached',
      'clock.warned',
      'clock.overdue',
    ]);
    await settle(world);
  });

  it('falls silent with the step it waited for, and no other does', async () => {
    const { task } = await routed(world, violence());
    const report = task('register-report');
    await step(world, POLICE, report, { to: 'received', actingPerson: PERSON });
    const states = async () =>
      Object.fromEntries((await clocksOf(POLICE, report)).map(({ name, state }) => [name, state]));
    expect(await states()).toMatchObject({ received: 'ended', decide: 'running', act: 'running' });
    await accept(world, POLICE, report);
    expect(await states()).toMatchObject({ received: 'ended', decide: 'ended', act: 'running' });
    await step(world, POLICE, report, { to: 'completed', outcome: 'registered' });
    expect(new Set(Object.values(await states()))).toEqual(new Set(['ended']));
    await world.advance('P2D');
    const events = (await world.table.all('event')).map((row) => JournalEvent.parse(row));
    const said = events.filter(({ subject, clock }) => clock && subject.id === report);
    // Its announcement, which went out with it; from then on no clock said anything.
    expect(said.map(({ type }) => type)).toEqual(['call.made']);
  });

  it('that nobody heeds keeps its task in the list, closed by no timeout', async () => {
    const { task } = await routed(world, violence());
    await world.advance('P60D');
    const { body } = await world.as(POLICE)(listTasks, { query: { limit: 100 } });
    expect(body.items.find(({ id }) => id === task('register-report'))?.status).toBe('requested');
  });
});

describe('the clocks of a referral and its case', () => {
  it('wait for routing, the safety decision, the child being seen, and the answers', async () => {
    const { id, task } = await routed(world, violence());
    const { case: caseId } = await readReferral(world, SCHOOL, id);
    if (!caseId) throw new Error('no case');
    const ofReferral = (await world.as(LEAD)(referralClocks, { path: { referralId: id } })).body;
    const names = Object.fromEntries(ofReferral.items.map(({ name, state }) => [name, state]));
    expect(names).toEqual({
      routing: 'ended',
      'first-feedback': 'running',
      'outcome-feedback': 'running',
    });
    const ofCase = () => world.as(LEAD)(caseClocks, { path: { caseId } });
    const running = (await ofCase()).body.items;
    expect(running.map(({ name }) => name).toSorted()).toEqual(['child-seen', 'safety-decision']);
    for (const { guardsChild } of running) expect(guardsChild).toBe(true);
    await accept(world, LEAD, task('assess-safety'));
    await decided(world, LEAD, id);
    const answered = Object.fromEntries(
      (await ofCase()).body.items.map(({ name, state }) => [name, state]),
    );
    expect(answered).toEqual({
      'child-seen': 'ended',
      'safety-decision': 'ended',
      'safety-review': 'running',
    });
  });
});

describe('the reason for a deadline', () => {
  it('is told in both languages, with the time on the wall in Georgia', async () => {
    const { task } = await routed(world, violence());
    const report = task('register-report');
    const { startedAt } = await clockOf(POLICE, report, 'received');
    const wall = new Intl.DateTimeFormat('en-GB', {
      timeZone: 'Asia/Tbilisi',
      hour: '2-digit',
      minute: '2-digit',
    }).format(Date.parse(startedAt));
    const [en] = (await clocksOf(POLICE, report)).filter(({ name }) => name === 'received');
    const [ka] = (await clocksOf(POLICE, report, 'ka')).filter(({ name }) => name === 'received');
    expect(en?.because).toContain('15 minutes');
    expect(en?.because).toContain(wall);
    expect(ka?.because).toContain('15 წუთი');
    expect(ka?.because).toContain(wall);
    expect(ka?.because).not.toMatch(/[a-z]{3}/);
  });

  it('names the days that do not count', async () => {
    const friday = fridayEvening(world.hub.clock.now());
    await at(friday);
    const { task } = await routed(world, early({ 'low-income': 'yes', isolated: 'yes' }), {
      from: 'resource-centre-zestaponi',
    });
    const work = task('support-family');
    const clocks = await clocksOf('municipality-zestaponi', work);
    const received = clocks.find(({ name }) => name === 'received');
    expect(received?.because).toContain('Saturdays and Sundays do not count');
    expect(received?.because).toContain('1 working day');
    expect(Date.parse(received?.dueAt ?? '')).toBeGreaterThan(Date.parse(friday) + 60 * 3_600_000);
    const foreign = world.as('municipality-kutaisi')(taskClocks, { path: { taskId: work } });
    expect(await refusal(foreign)).toMatchObject({ status: 404 });
  });
});

/** The next Friday 17:40 in Tbilisi, which is four hours ahead of UTC all year. */
function fridayEvening(now: number): string {
  const day = new Date(now + 86_400_000);
  while (day.getUTCDay() !== 5) day.setUTCDate(day.getUTCDate() + 1);
  return `${day.toISOString().slice(0, 10)}T13:40:00Z`;
}
