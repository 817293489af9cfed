import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  exceptFromFeedback,
  releaseFeedback,
  sendFeedback,
} from '../../shared/contract/feedback.ts';
import { answerQuestion, askReferrer, listQuestions } from '../../shared/contract/questions.ts';
import {
  closeReferral,
  referralClocks,
  referralTimeline,
  returnReferral,
} from '../../shared/contract/referrals.ts';
import { taskClocks } from '../../shared/contract/tasks.ts';
import type { ReferralId, TaskId } from '../../shared/domain/ids.ts';
import {
  accept,
  acknowledge,
  answer,
  complete,
  feedOf,
  readReferral,
  readTask,
  routed,
  step,
} from './steps.ts';
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
const clocksOf = async (who: string, id: ReferralId) =>
  (await world.as(who)(referralClocks, { path: path(id) })).body.items;
async function clockOf(who: string, id: ReferralId, name: string) {
  const found = (await clocksOf(who, id)).find((clock) => clock.name === name);
  if (!found) throw new Error(`no clock ${name}`);
  return found;
}
const taskClock = async (who: string, taskId: TaskId, name: string) =>
  (await world.as(who)(taskClocks, { path: { taskId } })).body.items.find(
    (clock) => clock.name === name,
  );
const send = (who: string, id: ReferralId, body: { code: string; message?: string }) =>
  world.as(who)(sendFeedback, { path: path(id), body });
const close = async (who: string, id: ReferralId, body: { reason: string; note?: string }) => {
  const { version } = await readReferral(world, who, id);
  return world.as(who)(closeReferral, { path: path(id), body, ifMatch: version });
};
const needy = (changes = {}) => early({ 'low-income': 'yes', isolated: 'yes' }, changes);

describe('the first answer', () => {
  it('is due within 24 hours, and to a school before its next day ends', async () => {
    const { id } = await routed(world, calmViolence());
    const clock = await clockOf(SCHOOL, id, 'first-feedback');
    const hours = (Date.parse(clock.dueAt) - Date.parse(clock.startedAt)) / 3_600_000;
    expect(hours).toBeLessThanOrEqual(24);
    const { id: fromPolice } = await routed(world, calmViolence(), { from: 'clinic-kutaisi' });
    const other = await clockOf('clinic-kutaisi', fromPolice, 'first-feedback');
    expect((Date.parse(other.dueAt) - Date.parse(other.startedAt)) / 3_600_000).toBe(24);
    expect(other.because).not.toContain('school day');
  });

  it('is not a mere receipt', async () => {
    const { id } = await routed(world, calmViolence());
    await send(LEAD, id, { code: 'received' });
    expect(await clockOf(SCHOOL, id, 'first-feedback')).toMatchObject({ state: 'running' });
    await send(LEAD, id, { code: 'need-you' });
    expect(await clockOf(SCHOOL, id, 'first-feedback')).toMatchObject({ state: 'ended' });
  });

  it('comes in code from any agency that has taken work on, and the outcome from the lead alone', async () => {
    const { id, task } = await routed(world, calmViolence());
    expect(await refusal(send(POLICE, id, { code: 'acting' }))).toMatchObject({ status: 404 });
    await accept(world, POLICE, task('register-report'));
    const { body } = await send(POLICE, id, { code: 'child-seen' });
    expect(body).toMatchObject({ number: 1, from: POLICE, stage: 'first' });
    expect(await clockOf(SCHOOL, id, 'first-feedback')).toMatchObject({ state: 'ended' });
    expect((await readReferral(world, SCHOOL, id)).feedback).toMatchObject([
      { code: { code: 'child-seen', label: 'We have seen the child in person.' } },
    ]);
    const outcome = await refusal(send(POLICE, id, { code: 'outcome-protected' }));
    expect(outcome).toMatchObject({ status: 409, code: 'outcome-is-the-leads' });
  });

  it('in another agency’s words waits for the lead, and nobody else sees it until then', async () => {
    const { id, task } = await routed(world, calmViolence());
    await accept(world, POLICE, task('register-report'));
    const message = 'მამამისი დავაკავეთ.';
    const { body: proposed } = await send(POLICE, id, { code: 'acting', message });
    expect(proposed).toMatchObject({ number: 1, proposed: true });
    await world.hub.idle();
    expect((await feedOf(world, LEAD)).at(-1)).toMatchObject({ type: 'feedback.proposed' });
    const fed = (await feedOf(world, SCHOOL)).filter(({ subject }) => subject.id === id);
    expect(fed.map(({ type }) => type)).not.toContain('feedback.sent');
    expect((await readReferral(world, SCHOOL, id)).feedback).toEqual([]);
    const { body: told } = await world.as(SCHOOL)(referralTimeline, { path: path(id) });
    expect(told.items.map(({ type }) => type)).not.toContain('feedback.proposed');
    expect(await clockOf(SCHOOL, id, 'first-feedback')).toMatchObject({ state: 'running' });
    expect((await readReferral(world, LEAD, id)).feedback).toMatchObject([{ message }]);
    const heard = await refusal(acknowledge(world, SCHOOL, id, 1));
    expect(heard).toMatchObject({ status: 404 });

    const place = { ...path(id), number: 1 };
    for (const other of [POLICE, SCHOOL]) {
      const call = world.as(other)(releaseFeedback, { path: place, body: {} });
      expect(await refusal(call)).toMatchObject({ status: 404 });
    }
    const own = 'პოლიცია მოქმედებს.';
    await world.as(LEAD)(releaseFeedback, { path: place, body: { message: own } });
    await world.as(LEAD)(releaseFeedback, { path: place, body: {} });
    const { feedback } = await readReferral(world, SCHOOL, id);
    expect(feedback).toMatchObject([{ number: 1, message: own, from: POLICE }]);
    expect(feedback[0]?.proposed).toBeUndefined();
    expect(await clockOf(SCHOOL, id, 'first-feedback')).toMatchObject({ state: 'ended' });
    expect(await clockOf(SCHOOL, id, 'acknowledgement')).toMatchObject({ holder: SCHOOL });
    await acknowledge(world, SCHOOL, id, 1);
  });
});

describe('a question', () => {
  const question = 'ვინ მიჰყავს სკოლიდან?';
  const ask = (who: string, id: ReferralId) =>
    world.as(who)(askReferrer, { path: path(id), body: { question } });
  const reply = (who: string, id: ReferralId, number = 1) =>
    world.as(who)(answerQuestion, {
      path: { ...path(id), number },
      body: { answer: 'ბებია, 14:30-ზე.' },
    });

  it('goes to whoever referred, says not to ask the child, and is answered through the hub', async () => {
    const { id, task } = await routed(
      world,
      calmViolence({ reporter: { mode: 'masked', name: 'ნანა' } }),
    );
    expect(await refusal(ask(POLICE, id))).toMatchObject({ status: 404 });
    await accept(world, POLICE, task('register-report'));
    const { body: asked } = await ask(POLICE, id);
    expect(asked.reminder.label).toContain('Do not question the child');
    await world.hub.idle();
    expect((await feedOf(world, SCHOOL)).at(-1)).toMatchObject({ type: 'question.asked' });
    const seen = (await world.as(SCHOOL)(listQuestions, { path: path(id) })).body.items;
    expect(seen).toMatchObject([{ number: 1, question }]);
    // Which unit works on what is not the referrer's to know.
    expect(seen[0]?.from).toBeUndefined();
    expect(await refusal(reply(POLICE, id))).toMatchObject({ status: 404 });
    await reply(SCHOOL, id);
    expect(await refusal(reply(SCHOOL, id))).toMatchObject({ code: 'already-answered' });
    await world.hub.idle();
    expect((await feedOf(world, POLICE)).at(-1)).toMatchObject({ type: 'question.answered' });
    const { body } = await world.as(POLICE)(listQuestions, { path: path(id) });
    expect(body.items).toMatchObject([{ question, answer: 'ბებია, 14:30-ზე.' }]);
    expect(JSON.stringify(body)).not.toContain('ნანა');
    const sealed = JSON.stringify(await world.table.all('question'));
    expect(sealed).not.toContain('სკოლიდან');
  });

  it('of violence stops no clock but the answer on the outcome', async () => {
    const { id, task, routing } = await routed(world, calmViolence());
    await accept(world, LEAD, task('assess-safety'));
    await ask(LEAD, id);
    const states = Object.fromEntries((await clocksOf(LEAD, id)).map((c) => [c.name, c.state]));
    expect(states).toMatchObject({ 'first-feedback': 'running', 'outcome-feedback': 'paused' });
    for (const { task: taskId } of routing.tasks) {
      const { body } = await world.as(LEAD)(taskClocks, { path: { taskId } });
      for (const { state } of body.items) expect(state).not.toBe('paused');
    }
  });
});

describe('a task on hold', () => {
  it('rests in early identification, and goes on when work does', async () => {
    const { task } = await routed(world, needy(), { from: OFFICER });
    const work = task('support-family');
    await accept(world, SERVICE, work);
    await step(world, SERVICE, work, { to: 'on-hold', reason: 'waiting-for-family' });
    expect(await taskClock(SERVICE, work, 'act')).toMatchObject({ state: 'paused' });
    await step(world, SERVICE, work, { to: 'in-progress' });
    expect(await taskClock(SERVICE, work, 'finish')).toMatchObject({ state: 'running' });
  });

  it('rests in no child’s case', async () => {
    const { task } = await routed(world, calmViolence());
    const work = task('register-report');
    await accept(world, POLICE, work);
    await step(world, POLICE, work, { to: 'on-hold', reason: 'waiting-for-document' });
    for (const name of ['act', 'finish']) {
      expect((await taskClock(POLICE, work, name))?.state).not.toBe('paused');
    }
  });
});

describe('sent back to be completed', () => {
  it('an early identification comes back with the answer', async () => {
    const { id, task } = await routed(world, needy(), { from: OFFICER });
    await accept(world, SERVICE, task('support-family'));
    const { version } = await readReferral(world, SERVICE, id);
    const body = { reason: 'incomplete', question: 'სად ცხოვრობს ოჯახი?' };
    const call = { path: path(id), body, ifMatch: version };
    const { body: view } = await world.as(SERVICE)(returnReferral, call);
    expect(view).toMatchObject({ status: { code: 'returned' } });
    const twice = world.as(SERVICE)(returnReferral, { ...call, ifMatch: view.version });
    expect(await refusal(twice)).toMatchObject({ status: 409, code: 'already-returned' });
    await world.hub.idle();
    expect((await feedOf(world, OFFICER)).at(-1)).toMatchObject({ type: 'referral.returned' });
    await world.as(OFFICER)(answerQuestion, {
      path: { ...path(id), number: 1 },
      body: { answer: 'რუსთაველის 5.' },
    });
    expect(await readReferral(world, OFFICER, id)).toMatchObject({
      status: { code: 'in-progress' },
    });
  });
});

describe('the answer to early identification', () => {
  it('of level one is advice that reaches the teacher', async () => {
    const { id, task } = await routed(world, early(), { from: SCHOOL });
    await accept(world, SERVICE, task('answer-with-advice'));
    const message = 'ესაუბრეთ დედას დილით.';
    await world.as(SERVICE)(sendFeedback, {
      path: path(id),
      body: { code: 'outcome-advice-given', message, offered: ['advice'], takenUp: 'yes' },
    });
    expect((await readReferral(world, SCHOOL, id)).feedback).toMatchObject([
      {
        code: { code: 'outcome-advice-given' },
        message,
        offered: [{ code: 'advice', label: 'Advice' }],
        takenUp: { code: 'yes' },
      },
    ]);
    expect((await readTask(world, SERVICE, task('answer-with-advice'))).status).toBe('accepted');
  });

  it('says what was offered only with the outcome, and only in codes of the lists', async () => {
    const { id, task } = await routed(world, needy(), { from: OFFICER });
    await accept(world, SERVICE, task('support-family'));
    const tell = (body: object) =>
      world.as(SERVICE)(sendFeedback, { path: path(id), body: { code: 'acting', ...body } });
    expect(await refusal(tell({ offered: ['advice'] }))).toMatchObject({
      status: 400,
      code: 'offers-with-outcome',
    });
    const wrong = tell({ code: 'outcome-services-started', offered: ['gold'] });
    expect(await refusal(wrong)).toMatchObject({ status: 400, code: 'unknown-code' });
  });

  it('of a family that refused consent is looked at again from the start', async () => {
    const consent = { state: 'refused' as const, by: 'დედა', on: '2026-01-15' };
    const { id } = await routed(world, needy({ consent }), { from: OFFICER });
    expect(await clockOf(OFFICER, id, 'look-again')).toMatchObject({ state: 'running' });
  });

  it('where asking endangers begins without the family', async () => {
    const consent = { state: 'not-asked' as const, reason: 'asking-endangers' };
    const { task } = await routed(world, needy({ consent }), { from: OFFICER });
    const { instructions } = await readTask(world, SERVICE, task('support-family'));
    const codes = instructions.map(({ code }) => code);
    expect(codes).toContain('do-not-contact-family-first');
    expect(codes).not.toContain('visit-with-consent');
  });
});

describe('the loop', () => {
  it('is lawfully excepted by code, which ends the clocks concerned and stays with those who work', async () => {
    const { id, task } = await routed(world, calmViolence());
    await accept(world, LEAD, task('assess-safety'));
    const except = (who: string, body: { code: string; note?: string }) =>
      world.as(who)(exceptFromFeedback, { path: path(id), body });
    expect(await refusal(except(SCHOOL, { code: 'referrer-wants-none' }))).toMatchObject({
      status: 404,
    });
    const body = { code: 'telling-endangers-child', note: 'დირექტორი მამის ძმაა.' };
    await except(LEAD, body);
    for (const name of ['first-feedback', 'outcome-feedback']) {
      expect(await clockOf(LEAD, id, name)).toMatchObject({ state: 'ended' });
    }
    expect((await readReferral(world, LEAD, id)).exceptions).toMatchObject([
      { code: { code: body.code }, note: body.note },
    ]);
    expect((await readReferral(world, SCHOOL, id)).exceptions).toBeUndefined();
    const { body: told } = await world.as(SCHOOL)(referralTimeline, { path: path(id) });
    expect(JSON.stringify(told)).not.toContain('telling-endangers-child');
  });

  it('of an anonymous report is excepted from routing on, and says so', async () => {
    const { id, task } = await routed(world, calmViolence({ reporter: { mode: 'anonymous' } }), {
      from: 'hotline-111',
    });
    const names = (await clocksOf(LEAD, id)).map(({ name }) => name);
    expect(names).not.toContain('first-feedback');
    await accept(world, LEAD, task('assess-safety'));
    expect((await readReferral(world, LEAD, id)).exceptions).toMatchObject([
      { number: 1, code: { code: 'reporter-anonymous' } },
    ]);
  });
});

describe('a decision not to act', () => {
  it('needs its reason in words and the referrer spoken with, and comes back within a year', async () => {
    const { id, task } = await routed(world, needy(), { from: OFFICER });
    await complete(world, SERVICE, task('support-family'), 'no-need-found');
    await answer(world, SERVICE, id, 'outcome-no-need-found');
    await acknowledge(world, OFFICER, id, 1);
    const reason = 'no-need-found';
    const bare = await refusal(close(SERVICE, id, { reason }));
    expect(bare).toMatchObject({ status: 400, code: 'not-acting-unexplained' });
    const note = 'ოჯახს ბებია ეხმარება.';
    const unspoken = await refusal(close(SERVICE, id, { reason, note }));
    expect(unspoken).toMatchObject({ status: 400, code: 'referrer-not-contacted' });
    const { version } = await readReferral(world, SERVICE, id);
    const contact = { at: world.now(), how: 'phone' };
    const { body } = await world.as(SERVICE)(closeReferral, {
      path: path(id),
      body: { reason, note, contact },
      ifMatch: version,
    });
    expect(body.closing).toMatchObject({
      reason: { code: reason },
      note,
      comesBackUntil: expect.stringMatching(/^20\d\d-\d\d-\d\d$/),
      contact: { how: { code: 'phone' } },
    });
    expect((await readReferral(world, OFFICER, id)).closing).toBeUndefined();
    const [kept] = (await world.table.all('referral')).filter((row) => row.id === id);
    expect(kept).toMatchObject({ closedAs: reason, notActed: true });
  });
});
