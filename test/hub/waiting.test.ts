import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeFeedbackLoop, sendFeedback } from '../../shared/contract/feedback.ts';
import { answerQuestion, askReferrer } from '../../shared/contract/questions.ts';
import { closeReferral, referralClocks } from '../../shared/contract/referrals.ts';
import { listTasks, taskClocks } from '../../shared/contract/tasks.ts';
import type { ReferralId, TaskId } from '../../shared/domain/ids.ts';
import { JournalEvent } from '../../shared/domain/journal/event.ts';
import { accept, acknowledge, answer, complete, readReferral, readTask, routed } from './steps.ts';
import { calmViolence, early } from './submissions.ts';
import { refusal, startWorld, type World } from './world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world?.stop());

const SCHOOL = 'school-zestaponi';
const LEAD = 'agency-imereti';
const POLICE = 'police-imereti';
const SERVICE = 'municipality-zestaponi';
const OFFICER = 'resource-centre-zestaponi';

const path = (referralId: ReferralId) => ({ referralId });
async function clockOf(who: string, id: ReferralId, name: string) {
  const { body } = await world.as(who)(referralClocks, { path: path(id) });
  const found = body.items.find((clock) => clock.name === name);
  if (!found) throw new Error(`no clock ${name}`);
  return found;
}
const taskClock = async (who: string, taskId: TaskId, name: string) =>
  (await world.as(who)(taskClocks, { path: { taskId } })).body.items.find(
    (clock) => clock.name === name,
  );
const at = (instant: string) => world.hub.moveClock({ set: instant });
const needy = () => early({ 'low-income': 'yes', isolated: 'yes' });

let asked = 0;
const ask = (id: ReferralId) => {
  asked += 1;
  return world.as(SERVICE)(askReferrer, { path: path(id), body: { question: 'სად ცხოვრობს?' } });
};
const reply = (id: ReferralId) =>
  world.as(OFFICER)(answerQuestion, {
    path: { ...path(id), number: asked },
    body: { answer: 'რუსთაველის 5.' },
  });

async function close(id: ReferralId, reason: string) {
  const { version } = await readReferral(world, SERVICE, id);
  return world.as(SERVICE)(closeReferral, { path: path(id), body: { reason }, ifMatch: version });
}

describe('a question', () => {
  it('lets the work of early identification rest until the answer, and no longer than the cap', async () => {
    const { id, task } = await routed(world, needy(), { from: OFFICER });
    const work = task('support-family');
    await accept(world, SERVICE, work);
    const before = await taskClock(SERVICE, work, 'finish');
    await ask(id);
    const resting = await taskClock(SERVICE, work, 'finish');
    expect(resting).toMatchObject({ state: 'paused', dueAt: before?.dueAt });
    expect(resting?.because).toContain('a question to whoever referred');
    // Some days of every week are worked.
    await world.advance('P7D');
    await reply(id);
    const on = await taskClock(SERVICE, work, 'finish');
    expect(on).toMatchObject({ state: 'running' });
    expect(on?.because).toContain('paused from');
    expect(Date.parse(on?.dueAt ?? '')).toBeGreaterThan(Date.parse(before?.dueAt ?? ''));

    await ask(id);
    const again = await taskClock(SERVICE, work, 'act');
    await at(again?.pausedUntil ?? '');
    await world.advance('PT2M');
    const cap = await taskClock(SERVICE, work, 'act');
    expect(cap?.state).not.toBe('paused');
    expect(cap?.because).toContain('paused from');
    const events = (await world.table.all('event')).map((row) => JournalEvent.parse(row));
    const told = events.filter(
      ({ type, subject }) => type === 'clock.resumed' && subject.id === work,
    );
    expect(told.map(({ clock }) => clock)).toEqual(['act']);
  });
});

describe('support that was declined', () => {
  it('brings the family back after it was closed', async () => {
    const { id, task } = await routed(world, needy(), { from: OFFICER });
    await complete(world, SERVICE, task('support-family'), 'support-declined');
    await world.as(SERVICE)(sendFeedback, {
      path: path(id),
      body: { code: 'outcome-support-declined', offered: ['day-centre'], takenUp: 'no' },
    });
    await acknowledge(world, OFFICER, id, 1);
    await close(id, 'support-declined');
    const clock = await clockOf(SERVICE, id, 'look-again');
    expect(clock).toMatchObject({ state: 'running', holder: SERVICE });
    await at(clock.dueAt);
    await world.advance('PT2M');
    const { body } = await world.as(SERVICE)(listTasks);
    const back = body.items.find(({ kind }) => kind === 'offer-support-again');
    if (!back) throw new Error('nobody looks again');
    expect((await readTask(world, SERVICE, back.id)).referral).toBe(id);
    await complete(world, SERVICE, back.id, 'support-accepted');
    expect(await clockOf(SERVICE, id, 'look-again')).toMatchObject({ state: 'ended' });
  });
});

describe('the loop', () => {
  it('is closed by a supervisor with a reason once the time to acknowledge is over', async () => {
    const { id } = await routed(world, calmViolence());
    await answer(world, LEAD, id, 'acting');
    const place = { ...path(id), number: 1 };
    const body = { reason: 'head-asked-no-answer' };
    const early = await refusal(world.as(LEAD)(closeFeedbackLoop, { path: place, body }));
    expect(early).toMatchObject({ status: 409, code: 'head-not-asked-yet' });
    const { dueAt } = await clockOf(SCHOOL, id, 'acknowledgement');
    await at(dueAt);
    const stranger = world.as(POLICE)(closeFeedbackLoop, { path: place, body });
    expect(await refusal(stranger)).toMatchObject({ status: 404 });
    const { body: view } = await world.as('oversight-national')(closeFeedbackLoop, {
      path: place,
      body,
    });
    expect(view.loopClosedAt).toBeDefined();
    expect(await clockOf(SCHOOL, id, 'acknowledgement')).toMatchObject({ state: 'ended' });
  });
});
