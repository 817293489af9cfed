import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addTask, caseClocks } from '../../shared/contract/cases.ts';
import { closeReferral } from '../../shared/contract/referrals.ts';
import {
  askWaiver,
  confirmWaiver,
  decideSafety,
  openConditions,
  safetyDecisions,
  waivers,
} from '../../shared/contract/safety.ts';
import { listTasks } from '../../shared/contract/tasks.ts';
import type { CaseId, ReferralId } from '../../shared/domain/ids.ts';
import { JournalEvent } from '../../shared/domain/journal/event.ts';
import {
  accept,
  acknowledge,
  answer,
  complete,
  decided,
  feedOf,
  readReferral,
  readTask,
  routed,
  step,
  waived,
} from './steps.ts';
import { calmViolence, early, violence } from './submissions.ts';
import { refusal, settle, startWorld, type World } from './world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world?.stop());

const SCHOOL = 'school-zestaponi';
const LEAD = 'agency-imereti';
const POLICE = 'police-imereti';
const PROSECUTOR = 'prosecutor-imereti';
const GIORGI = 'person-giorgi-agency-imereti';
const KETEVAN = 'person-ketevan-agency-imereti';
const ANA = 'person-ana-oversight-national';

const inHours = (hours: number) =>
  new Date(Date.parse(world.now()) + hours * 3_600_000).toISOString();
async function caseOf(id: ReferralId): Promise<CaseId> {
  const { case: caseId } = await readReferral(world, LEAD, id);
  if (!caseId) throw new Error('no case');
  return caseId;
}
/** A case whose lead has accepted. */
async function led(body = calmViolence()) {
  const referral = await routed(world, body);
  await accept(world, LEAD, referral.task('assess-safety'));
  return { ...referral, caseId: await caseOf(referral.id) };
}
const clocksOf = async (caseId: CaseId) =>
  (await world.as(LEAD)(caseClocks, { path: { caseId } })).body.items;
const statesOf = async (caseId: CaseId) =>
  Object.fromEntries(
    (await clocksOf(caseId)).map(({ name, number, state }) => [
      [name, number].filter(Boolean).join(' '),
      state,
    ]),
  );
const missed = (caseId: CaseId, notSeen: string, from = LEAD) =>
  world.as(from)(decideSafety, {
    path: { caseId },
    body: { notSeen, triedAt: world.now(), reviewBy: inHours(6), reason: 'კარი არავინ გააღო.' },
  });
const openCodes = async (referralId: ReferralId, who = LEAD) =>
  (await world.as(who)(openConditions, { path: { referralId } })).body.items.map(
    ({ code }) => code,
  );

describe('a safety decision', () => {
  it('says where the child sleeps and what protects it, and ends what waited for it', async () => {
    const { id, caseId } = await led();
    const measures = [
      { kind: 'restraining-order', against: 'მამა, ზაზა', validUntil: inHours(240) },
      { kind: 'separation', against: 'მამა, ზაზა' },
    ];
    const made = await decided(world, LEAD, id, { measures, reviewBy: inHours(48) });
    expect(made).toMatchObject({
      number: 1,
      result: 'seen',
      current: true,
      sleepsTonight: { code: 'protective-relative' },
      measures: [{ against: 'მამა, ზაზა' }, { kind: { code: 'separation' } }],
      shownBy: 'lead',
    });
    expect(await statesOf(caseId)).toEqual({
      'child-seen': 'ended',
      'safety-decision': 'ended',
      'safety-review 1': 'running',
      'measure-ends 1-1': 'running',
    });
    for (const { name, guardsChild } of await clocksOf(caseId)) {
      expect(guardsChild, name).toBe(true);
    }
  });

  it('is told to each only as far as its work needs it, and to nobody else', async () => {
    const { id, caseId, task } = await led();
    await accept(world, POLICE, task('register-report'));
    const against = 'ბიძა, რეზო';
    await decided(world, LEAD, id, {
      measures: [{ kind: 'protective-order', against, validUntil: inHours(240) }],
    });
    const read = async (who: string) =>
      (await world.as(who)(safetyDecisions, { path: { caseId } })).body.items[0];
    expect(await read(POLICE)).toMatchObject({
      measures: [{ against }],
      reason: expect.any(String),
    });
    const overseen = await read(ANA);
    expect(overseen).toMatchObject({ current: true, result: 'seen' });
    expect(JSON.stringify(overseen)).not.toMatch(/რეზო|protective/);
    for (const stranger of [SCHOOL, PROSECUTOR, 'agency-tbilisi']) {
      const asked = world.as(stranger)(safetyDecisions, { path: { caseId } });
      expect(await refusal(asked)).toMatchObject({ status: 404 });
    }
    const events = (await world.table.all('event')).map((row) => JournalEvent.parse(row));
    const told = events.filter((event) => event.case === caseId);
    expect(told.map(({ type }) => type)).toContain('safety.decided');
    expect(JSON.stringify(told)).not.toMatch(/რეზო|protective|relative/);
    await settle(world);
    expect((await feedOf(world, POLICE)).map(({ type }) => type)).toContain('safety.decided');
  });

  it('is the lead’s, and of whoever sees the child', async () => {
    const { id, caseId } = await led();
    for (const other of [POLICE, SCHOOL, 'agency-tbilisi', 'oversight-national']) {
      expect(await refusal(missed(caseId, 'not-found', other))).toMatchObject({ status: 404 });
    }
    const added = await world.as(LEAD)(addTask, {
      path: { caseId },
      body: { kind: 'assess-safety', agency: 'agency-tbilisi', urgency: 'high' },
    });
    await accept(world, 'agency-tbilisi', added.body.id);
    expect(await decided(world, 'agency-tbilisi', id, {}, LEAD)).toMatchObject({ number: 1 });
  });

  it('is recorded once however often the call is repeated, and each number once', async () => {
    const { id, caseId } = await led();
    const now = world.now();
    const body = {
      childSeenAt: now,
      seenBy: 'გიორგი',
      seenAlone: 'no' as const,
      where: 'home',
      sleepsTonight: 'hospital',
      measures: [{ kind: 'none' }],
      siblingsChecked: 'yes' as const,
      reviewBy: inHours(20),
      reason: 'კლინიკაში რჩება.',
    };
    const call = { path: { caseId }, body, idempotencyKey: 'one-decision' };
    const all = await Promise.all([1, 2, 3].map(() => world.as(LEAD)(decideSafety, call)));
    expect(all.map((one) => one.body.number)).toEqual([1, 1, 1]);
    const both = await Promise.all([decided(world, LEAD, id), decided(world, LEAD, id)]);
    expect(both.map(({ number }) => number).toSorted()).toEqual([2, 3]);
    const { items } = (await world.as(LEAD)(safetyDecisions, { path: { caseId } })).body;
    expect(items.map(({ current }) => current)).toEqual([false, false, true]);
  });

  it('is refused with the rule and what to do instead', async () => {
    const { id } = await led();
    const late = await refusal(
      decided(world, LEAD, id, { sleepsTonight: 'home', reviewBy: inHours(48) }),
    );
    expect(late).toMatchObject({ status: 400, code: 'review-too-late' });
    expect(late.problem.errors).toEqual([{ pointer: '/reviewBy', code: 'review-too-late' }]);
    const early = await refusal(decided(world, LEAD, id, { childSeenAt: inHours(-1) }));
    expect(early.code).toBe('seen-before-report');
    const order = { kind: 'restraining-order', against: 'მამა', validUntil: inHours(24 * 40) };
    const long = await refusal(decided(world, LEAD, id, { measures: [order] }));
    expect(long.code).toBe('measure-too-long');
  });

  it('overdue calls people up to the national desk, and no longer counts', async () => {
    const { id, caseId, task } = await led();
    await decided(world, LEAD, id, { reviewBy: inHours(20) });
    await world.advance('PT25H');
    const { items } = (await world.as(LEAD)(safetyDecisions, { path: { caseId } })).body;
    expect(items[0]?.current).toBe(false);
    const done = step(world, LEAD, task('assess-safety'), {
      to: 'completed',
      outcome: 'protected',
    });
    expect(await refusal(done)).toMatchObject({ status: 409, code: 'safety-decision-missing' });
    expect(await openCodes(id)).toContain('safety-review-overdue');
    const desk = (await feedOf(world, 'oversight-national')).filter(
      ({ subject, type }) => subject.id === caseId && type === 'clock.escalated',
    );
    expect(desk.length).toBeGreaterThan(0);
    await decided(world, LEAD, id);
    expect(await statesOf(caseId)).toMatchObject({
      'safety-review 1': 'ended',
      'safety-review 2': 'running',
    });
  });
});

describe('the assessment of safety', () => {
  it('is not done without a decision, whatever is written as its outcome', async () => {
    const { id, caseId, task } = await led();
    const done = () =>
      step(world, LEAD, task('assess-safety'), { to: 'completed', outcome: 'safe-at-home' });
    const refused = await refusal(done());
    expect(refused).toMatchObject({ status: 409, code: 'safety-decision-missing' });
    expect(refused.problem.detail).toContain('/safety-decisions');
    await missed(caseId, 'not-found');
    expect((await refusal(done())).code).toBe('safety-decision-missing');
    await decided(world, LEAD, id);
    expect((await done()).status).toBe('completed');
  });
});

describe('a child that was not seen', () => {
  it.each([
    ['not-found', 'find-child', 'authorise-search'],
    ['entry-refused', 'enter-home', 'authorise-entry'],
  ])(
    '%s: police and prosecutor are asked in the same moment',
    async (notSeen, police, prosecutor) => {
      const { id, caseId } = await led();
      const { body } = await missed(caseId, notSeen);
      expect(body).toMatchObject({
        result: 'not-seen',
        current: false,
        notSeen: { code: notSeen },
      });
      const [first, second] = body.opened ?? [];
      if (!first || !second) throw new Error('nobody was sent');
      expect(await readTask(world, POLICE, first)).toMatchObject({
        kind: { code: police },
        urgency: 'urgent',
        status: 'requested',
      });
      expect((await readTask(world, PROSECUTOR, second)).kind.code).toBe(prosecutor);
      const { items } = (await world.as(POLICE)(listTasks, { query: { limit: 100 } })).body;
      expect(items.map((one) => one.id)).toContain(first);
      expect(await statesOf(caseId)).toMatchObject({
        'child-seen': 'running',
        'safety-decision': 'running',
        'safety-review 1': 'running',
      });
      expect(await openCodes(id)).toContain('child-not-seen');
      await settle(world);
      const heard = (await feedOf(world, PROSECUTOR)).filter(
        ({ subject }) => subject.id === second,
      );
      expect(heard.map(({ type }) => type)).toContain('task.requested');
    },
  );
});

describe('nothing pauses what guards a child', () => {
  it('not a hold, not a refusal, not an offer to another agency, not a night', async () => {
    const { caseId, task } = await led(violence());
    const due = async () => (await clocksOf(caseId)).map(({ name, dueAt }) => `${name} ${dueAt}`);
    const before = await due();
    await step(world, LEAD, task('assess-safety'), { to: 'in-progress' });
    await step(world, LEAD, task('assess-safety'), { to: 'on-hold', reason: 'waiting-for-family' });
    await step(world, 'clinic-kutaisi', task('provide-health-care'), {
      to: 'rejected',
      reason: 'no-capacity',
    });
    await world.advance('PT12H');
    expect(await due()).toEqual(before);
    expect(await statesOf(caseId)).toMatchObject({ 'safety-decision': 'overdue' });
  });
});

describe('a waiver', () => {
  const ask = (caseId: CaseId, who: string, track = 'body' as const) =>
    world.as(who)(askWaiver, {
      path: { caseId },
      body: { track, reason: 'no-need-found', note: 'შეფასდა.', askedBy: 'გიორგი' },
    });
  const confirm = (caseId: CaseId, number: number, who: string, ifMatch = 1) =>
    world.as(who)(confirmWaiver, { path: { caseId, number }, ifMatch });

  it('needs a second person, who is no system and supervises', async () => {
    const { id, caseId } = await led();
    const { body } = await ask(caseId, GIORGI);
    expect(body).toMatchObject({ number: 1, track: 'body', holds: false, askedBy: 'გიორგი' });
    for (const nobody of [GIORGI, LEAD, 'person-tamar-agency-imereti', 'oversight-national']) {
      const refused = await refusal(confirm(caseId, 1, nobody));
      expect(refused, nobody).toMatchObject({ status: 409, code: 'second-person-needed' });
    }
    expect(await openCodes(id)).toContain('body-open');
    for (const stranger of [POLICE, SCHOOL]) {
      expect((await refusal(confirm(caseId, 1, stranger))).status).toBe(404);
    }
    const { body: done } = await confirm(caseId, 1, KETEVAN);
    expect(done).toMatchObject({ holds: true, version: 2, confirmed: { agency: LEAD } });
    expect(await openCodes(id)).not.toContain('body-open');
    const { items } = (await world.as(ANA)(waivers, { path: { caseId } })).body;
    expect(items).toMatchObject([{ number: 1, holds: true }]);
  });

  it('asked for by a system is looked at by the oversight body', async () => {
    const { caseId } = await led();
    await ask(caseId, LEAD);
    expect((await refusal(confirm(caseId, 1, KETEVAN))).code).toBe('second-person-needed');
    expect((await confirm(caseId, 1, ANA)).body).toMatchObject({ holds: true });
  });

  it('covers no task that comes onto the track afterwards: it is asked for again', async () => {
    const { id, caseId } = await led();
    await waived(world, id, 'body');
    const { body: care } = await world.as(LEAD)(addTask, {
      path: { caseId },
      body: { kind: 'provide-health-care', agency: 'clinic-kutaisi', urgency: 'high' },
    });
    expect(await openCodes(id)).toEqual(expect.arrayContaining(['body-open', 'task-open']));
    expect((await refusal(ask(caseId, GIORGI))).code).toBe('waiver-of-open-task');
    await complete(world, 'clinic-kutaisi', care.id, 'health-care-given');
    expect((await refusal(ask(caseId, GIORGI))).code).toBe('nothing-to-waive');
    expect(await openCodes(id)).not.toContain('body-open');
  });
});

describe('what is open', () => {
  it('is told at any time, in the reader’s language, with what to do about it', async () => {
    const { id } = await led();
    const path = { referralId: id };
    const items = (await world.as(LEAD)(openConditions, { path })).body.items;
    expect(items.map(({ code }) => code).toSorted()).toEqual([
      'body-open',
      'child-not-seen',
      'justice-open',
      'mind-open',
      'outcome-missing',
      'safety-decision-missing',
      'safety-open',
      'task-open',
      'task-open',
      'task-open',
    ]);
    const [first] = (await world.as(LEAD, 'ka')(openConditions, { path })).body.items;
    expect(first?.label).toMatch(/^[ა-ჰ]/);
    expect(first?.instead).toMatch(/^[ა-ჰ]/);
    const { version } = await readReferral(world, LEAD, id);
    const call = { path, body: { reason: 'help-given' }, ifMatch: version };
    const { problem } = await refusal(world.as(LEAD)(closeReferral, call));
    expect(problem.errors).toEqual(items);
    expect((await refusal(world.as(SCHOOL)(openConditions, { path }))).status).toBe(404);
  });

  it('is nothing once the child is safe and each track has ended or was waived', async () => {
    const { id, caseId, task } = await led();
    await decided(world, LEAD, id, {
      measures: [{ kind: 'protective-order', against: 'მამა', validUntil: inHours(240) }],
    });
    await step(world, LEAD, task('assess-safety'), { to: 'completed', outcome: 'protected' });
    await complete(world, POLICE, task('register-report'), 'registered');
    await complete(world, LEAD, task('offer-psychological-support'), 'support-accepted');
    await answer(world, LEAD, id, 'outcome-protected');
    await acknowledge(world, SCHOOL, id, 1);
    expect(await openCodes(id)).toEqual(['body-open']);
    await waived(world, id, 'body');
    expect(await openCodes(id)).toEqual([]);
    const { version } = await readReferral(world, LEAD, id);
    const call = { path: { referralId: id }, body: { reason: 'help-given' }, ifMatch: version };
    await world.as(LEAD)(closeReferral, call);
    expect(new Set(Object.values(await statesOf(caseId)))).toEqual(new Set(['ended']));
    expect((await refusal(missed(caseId, 'not-found'))).code).toBe('already-closed');
  });

  it('of an early identification without a case knows no tracks', async () => {
    const officer = 'resource-centre-zestaponi';
    const service = 'municipality-zestaponi';
    const { id } = await routed(world, early({ 'low-income': 'yes', isolated: 'yes' }), {
      from: officer,
    });
    expect((await openCodes(id, service)).toSorted()).toEqual(['outcome-missing', 'task-open']);
  });
});
