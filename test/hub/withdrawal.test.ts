import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { caseClocks } from '../../shared/contract/cases.ts';
import {
  closeReferral,
  referralClocks,
  returnReferral,
  withdrawReferral,
} from '../../shared/contract/referrals.ts';
import {
  considerStatement,
  listStatements,
  makeStatement,
} from '../../shared/contract/statements.ts';
import { listTasks, taskClocks } from '../../shared/contract/tasks.ts';
import type { ReferralId, TaskId } from '../../shared/domain/ids.ts';
import { becomePerson } from './persons.ts';
import { accept, feedOf, readReferral, readTask, redirected, routed } from './steps.ts';
import { calmViolence, early } from './submissions.ts';
import { refusal, startWorld, type World } from './world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world?.stop());

const SCHOOL = 'school-zestaponi';
const LEAD = 'agency-imereti';
const SERVICE = 'municipality-zestaponi';
const OFFICER = 'resource-centre-zestaponi';
const NATIONAL = 'oversight-national';

const withdrawn = async (who: string, referralId: ReferralId, reason = 'family-asked') => {
  const { version } = await readReferral(world, who, referralId);
  const call = { path: { referralId }, body: { reason, note: 'დედამ ითხოვა' }, ifMatch: version };
  return (await world.as(who)(withdrawReferral, call)).body;
};
const clocksOf = async (who: string, taskId: TaskId) =>
  (await world.as(who)(taskClocks, { path: { taskId } })).body.items;
const needy = () => early({ 'low-income': 'yes', isolated: 'yes' });

describe('an early identification', () => {
  it('is withdrawn: its work is cancelled, its clocks end, all concerned hear of it', async () => {
    const { id, task } = await routed(world, needy(), { from: OFFICER });
    const work = task('support-family');
    await accept(world, SERVICE, work);
    const view = await withdrawn(OFFICER, id);
    expect(view).toMatchObject({ status: { code: 'withdrawn' } });
    await world.hub.idle();
    const types = (await feedOf(world, SERVICE)).map(({ type }) => type);
    expect(types).toEqual(expect.arrayContaining(['referral.withdrawn', 'task.cancelled']));
    expect(await readTask(world, SERVICE, work)).toMatchObject({ status: 'cancelled' });
    for (const { state } of await clocksOf(SERVICE, work)) expect(state).toBe('ended');
    const { body } = await world.as(OFFICER)(referralClocks, { path: { referralId: id } });
    for (const { state } of body.items) expect(state).toBe('ended');

    const again = await refusal(withdrawn(OFFICER, id));
    expect(again).toMatchObject({ status: 409, code: 'already-closed' });
    const onward = await refusal(redirected(world, SERVICE, work, 'municipality-kutaisi'));
    expect(onward).toMatchObject({ status: 409, code: 'already-closed' });
  });

  it('is withdrawn by whoever referred, for a reason of the list, as it was read', async () => {
    const { id } = await routed(world, needy(), { from: OFFICER });
    const path = { referralId: id };
    const body = { reason: 'family-asked' };
    for (const other of [SERVICE, SCHOOL, NATIONAL]) {
      const call = world.as(other)(withdrawReferral, { path, body, ifMatch: 2 });
      expect(await refusal(call)).toMatchObject({ status: 404 });
    }
    const stale = world.as(OFFICER)(withdrawReferral, { path, body, ifMatch: 1 });
    expect(await refusal(stale)).toMatchObject({ status: 412 });
    expect(await refusal(withdrawn(OFFICER, id, 'boredom'))).toMatchObject({
      status: 400,
      code: 'unknown-code',
    });
  });

  it('that has become a child’s case is not withdrawn or sent back', async () => {
    const danger = early({ 'tells-of-violence': 'yes' });
    const { id, task } = await routed(world, danger, { from: OFFICER });
    const no = await refusal(withdrawn(OFFICER, id));
    expect(no).toMatchObject({ status: 409, code: 'case-not-withdrawn' });
    expect(no.problem.detail).toContain('statement');
    await accept(world, LEAD, task('assess-safety'));
    const { version } = await readReferral(world, LEAD, id);
    const back = world.as(LEAD)(returnReferral, {
      path: { referralId: id },
      body: { reason: 'incomplete', question: 'სად ცხოვრობს?' },
      ifMatch: version,
    });
    expect(await refusal(back)).toMatchObject({ status: 409, code: 'case-not-returned' });
  });
});

describe('a report of violence', () => {
  it('is not withdrawn: the refusal names the rule and what to do instead, in both languages', async () => {
    const { id } = await routed(world, calmViolence());
    const { version } = await readReferral(world, SCHOOL, id);
    const call = {
      path: { referralId: id },
      body: { reason: 'sent-in-error' },
      ifMatch: version,
    };
    const en = await refusal(world.as(SCHOOL)(withdrawReferral, call));
    expect(en).toMatchObject({ status: 409, code: 'violence-not-withdrawn' });
    expect(en.problem.detail).toMatch(/^Rule: nobody can stop .*statements/);
    const ka = await refusal(world.as(SCHOOL, 'ka')(withdrawReferral, call));
    expect(ka.problem.detail).toMatch(/^წესი: .*statements/);
    expect((await readReferral(world, SCHOOL, id)).version).toBe(version);
    const back = world.as(LEAD)(returnReferral, {
      path: { referralId: id },
      body: { reason: 'incomplete', question: 'რა მოხდა?' },
      ifMatch: version,
    });
    const no = await refusal(back);
    expect(no).toMatchObject({ status: 409, code: 'violence-not-returned' });
    expect(no.problem.detail).toContain('questions');
  });
});

describe('a statement', () => {
  const text = 'დირექტორი მთხოვს, უკან წავიღო.';
  const state = (who: string, referralId: ReferralId, kind: string) =>
    world.as(who)(makeStatement, { path: { referralId }, body: { kind, text } });
  const consider = (who: string, referralId: ReferralId, note: string) =>
    world.as(who)(considerStatement, { path: { referralId, number: 1 }, body: { note } });
  const considering = async (agency: string, id: ReferralId) => {
    const { body } = await world.as(agency)(listTasks);
    const found = [];
    for (const line of body.items.filter(({ kind }) => kind === 'consider-statement')) {
      const task = await readTask(world, agency, line.id);
      if (task.referral === id) found.push(task);
    }
    return found;
  };

  it('stops nothing: no clock ends, no task ends, no deadline moves', async () => {
    const { id, task, routing } = await routed(world, calmViolence());
    const { case: caseId } = await readReferral(world, SCHOOL, id);
    if (!caseId) throw new Error('no case');
    await accept(world, LEAD, task('assess-safety'));
    const seen = async () => ({
      referral: (await world.as(LEAD)(referralClocks, { path: { referralId: id } })).body,
      case: (await world.as(LEAD)(caseClocks, { path: { caseId } })).body,
      tasks: await Promise.all(routing.tasks.map(({ task: one }) => clocksOf(LEAD, one))),
      statuses: await Promise.all(
        routing.tasks.map(async ({ task: one }) => (await readTask(world, LEAD, one)).status),
      ),
    });
    const before = await seen();
    for (const kind of ['mistake', 'wrong-child', 'pressured']) await state(SCHOOL, id, kind);
    expect(await seen()).toEqual(before);
  });

  it('of pressure reaches the lead and oversight at once, as urgent work', async () => {
    const { id } = await routed(world, calmViolence());
    const made = await state(SCHOOL, id, 'pressured');
    expect(made.body).toMatchObject({ number: 1, kind: { code: 'pressured' }, considered: [] });
    await world.hub.idle();
    for (const agency of [LEAD, NATIONAL]) {
      expect((await feedOf(world, agency)).map(({ type }) => type)).toContain('statement.made');
      expect(await considering(agency, id)).toMatchObject([{ urgency: 'urgent' }]);
    }
    const [part] = (await world.table.all('statement')).filter(
      ({ of }) => (of as { id: string }).id === id,
    );
    expect(part).toMatchObject({ watched: 'statements', gsi1pk: 'WATCHED#statements' });
    expect(JSON.stringify(part)).not.toContain('დირექტორი');
  });

  it('of a mistake is the lead’s alone', async () => {
    const { id } = await routed(world, calmViolence());
    await state(SCHOOL, id, 'mistake');
    expect(await considering(LEAD, id)).toMatchObject([{ urgency: 'high' }]);
    expect(await considering(NATIONAL, id)).toEqual([]);
    expect(await refusal(state(SCHOOL, id, 'changed-my-mind'))).toMatchObject({
      status: 400,
      code: 'unknown-code',
    });
    expect(await refusal(state('police-imereti', id, 'mistake'))).toMatchObject({ status: 404 });
  });

  it('is considered by two different people, and by no system', async () => {
    const { id } = await routed(world, calmViolence());
    await state(SCHOOL, id, 'pressured');
    expect(await refusal(consider(LEAD, id, 'ok'))).toMatchObject({ code: 'person-needed' });
    const [first, second] = ['agency-tbilisi', 'court-tbilisi'];
    const unit = { agency: LEAD, kind: 'guardianship-body' };
    await becomePerson(world, first, unit);
    await becomePerson(world, second, { ...unit, roles: ['worker', 'supervisor'] });
    await consider(first, id, 'ვესაუბრე მასწავლებელს.');
    const twice = await refusal(consider(first, id, 'ისევ მე.'));
    expect(twice).toMatchObject({ status: 409, code: 'considered-already' });
    expect(await considering(LEAD, id)).toHaveLength(1);
    const { body } = await consider(second, id, 'ვეთანხმები.');
    expect(body.considered.map(({ note }) => note)).toEqual([
      'ვესაუბრე მასწავლებელს.',
      'ვეთანხმები.',
    ]);
    for (const agency of [LEAD, NATIONAL]) expect(await considering(agency, id)).toEqual([]);
    const [shown] = (await world.as(SCHOOL)(listStatements, { path: { referralId: id } })).body
      .items;
    expect(shown).toMatchObject({ text, considered: [{}, {}] });
    for (const { note } of shown?.considered ?? []) expect(note).toBeUndefined();
    const [part] = (await world.table.all('statement')).filter(
      ({ of }) => (of as { id: string }).id === id,
    );
    expect(part?.watched).toBeUndefined();
    expect(part?.gsi1pk).toBeUndefined();
  });

  it('that is not considered is named when the lead wants to close', async () => {
    const { id, task } = await routed(world, calmViolence());
    await accept(world, LEAD, task('assess-safety'));
    await state(SCHOOL, id, 'mistake');
    const { version } = await readReferral(world, LEAD, id);
    const call = { path: { referralId: id }, body: { reason: 'help-given' }, ifMatch: version };
    const { problem } = await refusal(world.as(LEAD)(closeReferral, call));
    expect(problem.errors?.map(({ code }) => code)).toContain('statement-not-considered');
  });
});
