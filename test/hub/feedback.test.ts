import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addTask } from '../../shared/contract/cases.ts';
import { acknowledgeFeedback, sendFeedback } from '../../shared/contract/feedback.ts';
import {
  closeReferral,
  listReferrals,
  referralClocks,
  referralTimeline,
} from '../../shared/contract/referrals.ts';
import { redirectTask } from '../../shared/contract/tasks.ts';
import type { ReferralId } from '../../shared/domain/ids.ts';
import {
  accept,
  acknowledge,
  answer,
  complete,
  decided,
  feedOf,
  readCase,
  readReferral,
  readTask,
  redirected,
  routed,
  step,
  waived,
} from './steps.ts';
import { calmViolence, early } from './submissions.ts';
import { refusal, settle, startWorld, type World } from './world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world?.stop());

const SCHOOL = 'school-zestaponi';
const LEAD = 'agency-imereti';
const POLICE = 'police-imereti';

async function close(referralId: ReferralId, reason = 'help-given', ifMatch?: number) {
  const version = ifMatch ?? (await readReferral(world, LEAD, referralId)).version;
  const call = { path: { referralId }, body: { reason }, ifMatch: version };
  return (await world.as(LEAD)(closeReferral, call)).body;
}
const openConditions = async (id: ReferralId) => {
  const { problem, code } = await refusal(close(id));
  expect(code).toBe('still-open');
  return (problem.errors ?? []).map((one) => one.code).toSorted();
};

const SAFE = { to: 'completed', outcome: 'safe-at-home' } as const;

/** A calm referral of which all work is done, and nothing has been answered yet. */
async function worked() {
  const referral = await routed(world, calmViolence());
  await accept(world, LEAD, referral.task('assess-safety'));
  await decided(world, LEAD, referral.id);
  await step(world, LEAD, referral.task('assess-safety'), SAFE);
  await complete(world, POLICE, referral.task('register-report'), 'registered');
  await complete(world, LEAD, referral.task('offer-psychological-support'), 'support-accepted');
  // Nobody was asked for health care: that it is not needed, two people say.
  await waived(world, referral.id, 'body');
  return referral;
}

describe('feedback', () => {
  it('comes from the lead, in code and words, and is acknowledged once', async () => {
    const { id, task } = await routed(world, calmViolence());
    await accept(world, LEAD, task('assess-safety'));
    const path = { referralId: id };
    const message = 'ხვალ მოვალთ, თამარი';
    const sent = await world.as(LEAD)(sendFeedback, { path, body: { code: 'acting', message } });
    expect(sent.body).toMatchObject({ number: 1, stage: 'first', from: LEAD, message });

    await world.hub.idle();
    expect((await feedOf(world, SCHOOL)).at(-1)).toMatchObject({ type: 'feedback.sent' });
    const [shown] = (await readReferral(world, SCHOOL, id)).feedback;
    expect(shown).toMatchObject({ code: { code: 'acting' }, message });
    expect(shown?.acknowledgedAt).toBeUndefined();

    const first = await acknowledge(world, SCHOOL, id, 1);
    expect(first.acknowledgedAt).toBeDefined();
    const { version } = await readReferral(world, SCHOOL, id);
    expect((await acknowledge(world, SCHOOL, id, 1)).acknowledgedAt).toBe(first.acknowledgedAt);
    expect((await readReferral(world, SCHOOL, id)).version).toBe(version);
    await world.hub.idle();
    expect((await feedOf(world, LEAD)).at(-1)).toMatchObject({ type: 'feedback.acknowledged' });
    const { body } = await world.as(SCHOOL)(referralClocks, { path });
    const ended = body.items.filter(({ state }) => state === 'ended').map(({ name }) => name);
    expect(ended).toEqual(expect.arrayContaining(['acknowledgement', 'first-feedback']));
    expect(ended).not.toContain('outcome-feedback');
  });

  it('is sent once however often the call is repeated', async () => {
    const { id } = await routed(world, calmViolence());
    const call = {
      path: { referralId: id },
      body: { code: 'received' },
      idempotencyKey: 'one-sign-of-life',
    };
    const all = await Promise.all([1, 2, 3].map(() => world.as(LEAD)(sendFeedback, call)));
    expect(all.map(({ body }) => body.number)).toEqual([1, 1, 1]);
    expect((await readReferral(world, SCHOOL, id)).feedback).toHaveLength(1);
  });

  it('is the lead’s to send and the referrer’s to acknowledge', async () => {
    const { id } = await routed(world, calmViolence());
    const path = { referralId: id };
    const body = { code: 'acting' };
    for (const other of [POLICE, SCHOOL, 'agency-tbilisi']) {
      const sent = world.as(other)(sendFeedback, { path, body });
      expect(await refusal(sent)).toMatchObject({ status: 404 });
    }
    await answer(world, LEAD, id, 'acting');
    for (const other of [LEAD, POLICE, 'school-kutaisi']) {
      const heard = world.as(other)(acknowledgeFeedback, { path: { ...path, number: 1 } });
      expect(await refusal(heard)).toMatchObject({ status: 404 });
    }
    const none = world.as(SCHOOL)(acknowledgeFeedback, { path: { ...path, number: 2 } });
    expect(await refusal(none)).toMatchObject({ status: 404 });
    const wrong = world.as(LEAD)(sendFeedback, { path, body: { code: 'gossip' } });
    expect(await refusal(wrong)).toMatchObject({ status: 400, code: 'unknown-code' });
  });

  it('shows the referrer that work goes on, not who does what', async () => {
    const { id } = await worked();
    const { work, lead } = await readReferral(world, SCHOOL, id);
    expect(lead).toBe(LEAD);
    expect(work.length).toBeGreaterThan(2);
    for (const one of work) expect(one.agency).toBeUndefined();
    expect((await readReferral(world, LEAD, id)).work.map(({ agency }) => agency)).toContain(
      POLICE,
    );
    const timeline = (who: string) =>
      world
        .as(who)(referralTimeline, { path: { referralId: id } })
        .then(({ body }) => body.items);
    const told = (await timeline(SCHOOL)).map(({ type }) => type);
    expect(told).toEqual(['referral.submitted', 'referral.routed', 'referral.taken-up']);
    expect((await timeline(LEAD)).map(({ type }) => type)).toContain('task.completed');
    const { body } = await world.as(SCHOOL)(listReferrals);
    expect(body.items[0]).toMatchObject({ id, status: 'in-progress' });
  });
});

describe('closing', () => {
  it('is refused while anything is open, and each such thing is named', async () => {
    const { id, task } = await routed(world, calmViolence());
    const tracks = ['body-open', 'justice-open', 'mind-open', 'safety-open'];
    const tasks = ['task-open', 'task-open', 'task-open'];
    expect(await openConditions(id)).toEqual(
      ['child-not-seen', 'outcome-missing', 'safety-decision-missing', ...tracks, ...tasks].sort(),
    );
    await accept(world, LEAD, task('assess-safety'));
    await decided(world, LEAD, id);
    await step(world, LEAD, task('assess-safety'), SAFE);
    expect(await openConditions(id)).toEqual([
      ...['body-open', 'justice-open', 'mind-open', 'outcome-missing', 'task-open', 'task-open'],
    ]);
    await complete(world, LEAD, task('offer-psychological-support'), 'support-declined');
    await waived(world, id, 'body');
    await step(world, POLICE, task('register-report'), { to: 'rejected', reason: 'no-capacity' });
    const gap = ['justice-open', 'task-not-replaced'];
    expect(await openConditions(id)).toEqual(['justice-open', 'outcome-missing', gap[1]]);
    await answer(world, LEAD, id, 'outcome-protected');
    expect(await openConditions(id)).toEqual(['acknowledgement-missing', ...gap]);
    await acknowledge(world, SCHOOL, id, 1);
    expect(await openConditions(id)).toEqual(gap);
    const { problem } = await refusal(close(id));
    expect(problem.errors).toMatchObject([
      { pointer: 'track/justice', code: 'justice-open' },
      { pointer: task('register-report'), code: 'task-not-replaced' },
    ]);

    const { offered } = await redirected(world, POLICE, task('register-report'), 'police-tbilisi');
    await complete(world, 'police-tbilisi', offered, 'registered');
    expect(await close(id)).toMatchObject({ status: { code: 'closed' } });
  });

  it('wants the version that was read, a coded reason, and the lead', async () => {
    const { id } = await worked();
    await answer(world, LEAD, id, 'outcome-protected');
    await acknowledge(world, SCHOOL, id, 1);
    const path = { referralId: id };
    const body = { reason: 'help-given' };
    expect(await refusal(world.as(LEAD)(closeReferral, { path, body }))).toMatchObject({
      status: 428,
    });
    expect(await refusal(close(id, 'help-given', 1))).toMatchObject({ status: 412 });
    expect(await refusal(close(id, 'enough'))).toMatchObject({ status: 400, code: 'unknown-code' });
    const bySchool = world.as(SCHOOL)(closeReferral, { path, body, ifMatch: 1 });
    expect(await refusal(bySchool)).toMatchObject({ status: 404 });
    expect(await close(id)).toMatchObject({ status: { code: 'closed' } });
  });

  it('is heard by all, and after it nothing changes and no clock speaks', async () => {
    const { id, task } = await routed(world, calmViolence());
    const report = task('register-report');
    const { offered } = await redirected(world, POLICE, report, 'police-tbilisi');
    await step(world, 'police-tbilisi', offered, { to: 'rejected', reason: 'not-competent-area' });
    await complete(world, POLICE, report, 'registered');
    await accept(world, LEAD, task('assess-safety'));
    await decided(world, LEAD, id);
    await step(world, LEAD, task('assess-safety'), SAFE);
    await complete(world, LEAD, task('offer-psychological-support'), 'support-accepted');
    await waived(world, id, 'body');
    await answer(world, LEAD, id, 'outcome-protected');
    await acknowledge(world, SCHOOL, id, 1);
    const opened = await readCase(world, LEAD, id, SCHOOL);
    await close(id);
    await settle(world);
    expect(await readCase(world, LEAD, id, SCHOOL)).toMatchObject({ status: 'closed' });
    expect((await feedOf(world, SCHOOL)).at(-1)).toMatchObject({ type: 'referral.closed' });
    expect((await feedOf(world, POLICE)).at(-1)).toMatchObject({ type: 'case.closed' });

    const path = { referralId: id };
    const before = await readReferral(world, SCHOOL, id);
    expect(await refusal(close(id))).toMatchObject({ status: 409, code: 'already-closed' });
    const late = world.as(LEAD)(sendFeedback, { path, body: { code: 'acting' } });
    expect(await refusal(late)).toMatchObject({ status: 409, code: 'already-closed' });
    const more = world.as(LEAD)(addTask, {
      path: { caseId: opened.id },
      body: { kind: 'provide-shelter', agency: 'ngo-zestaponi' },
    });
    expect(await refusal(more)).toMatchObject({ status: 409, code: 'already-closed' });
    const { version } = await readTask(world, 'police-tbilisi', offered);
    const onward = world.as('police-tbilisi')(redirectTask, {
      path: { taskId: offered },
      body: { to: 'prosecutor-imereti', reason: 'other-area' },
      ifMatch: version,
    });
    expect(await refusal(onward)).toMatchObject({ status: 409, code: 'already-closed' });

    await world.advance('P30D');
    expect(await readReferral(world, SCHOOL, id)).toEqual(before);
    const spoken = (await world.table.all('event')).filter(
      ({ referral, type }) => referral === id && String(type).startsWith('clock.'),
    );
    expect(spoken).toEqual([]);
  });

  // Several times: the two have to meet in the few milliseconds between a read and a write.
  it.each([1, 2, 3, 4])('and a task added at the same moment exclude each other (%i)', async () => {
    const { id } = await worked();
    await answer(world, LEAD, id, 'outcome-protected');
    await acknowledge(world, SCHOOL, id, 1);
    const opened = await readCase(world, LEAD, id, SCHOOL);
    const added = world.as(LEAD)(addTask, {
      path: { caseId: opened.id },
      body: { kind: 'provide-shelter', agency: 'ngo-zestaponi' },
    });
    const both = await Promise.allSettled([close(id), added]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(both.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { status: 409, code: expect.stringMatching(/^(still-open|already-closed)$/) },
    });
  });

  it('of an early identification needs no case', async () => {
    const officer = 'resource-centre-zestaponi';
    const service = 'municipality-zestaponi';
    const { id, task } = await routed(world, early({ 'low-income': 'yes', isolated: 'yes' }), {
      from: officer,
    });
    await complete(world, service, task('support-family'), 'services-started');
    await answer(world, service, id, 'outcome-services-started');
    await acknowledge(world, officer, id, 1);
    const { version } = await readReferral(world, service, id);
    const call = { path: { referralId: id }, body: { reason: 'help-given' }, ifMatch: version };
    const { body } = await world.as(service)(closeReferral, call);
    expect(body).toMatchObject({ status: { code: 'closed' } });
    expect(body.case).toBeUndefined();
  });
});
