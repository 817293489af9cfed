import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addNews } from '../../shared/contract/additions.ts';
import { getCase } from '../../shared/contract/cases.ts';
import { correctPerpetrator, namePerpetrator, perpetrators } from '../../shared/contract/family.ts';
import { declareConflict } from '../../shared/contract/inside.ts';
import { createEndpoint } from '../../shared/contract/partners.ts';
import { getReferral, listReferrals } from '../../shared/contract/referrals.ts';
import { listTasks, redirectTask } from '../../shared/contract/tasks.ts';
import { AgencyId, type CaseId, type TaskId } from '../../shared/domain/ids.ts';
import { startSink } from './sink.ts';
import { accept, feedOf, PERSON, readReferral, readTask, routed, step } from './steps.ts';
import { calmViolence, type Violence } from './submissions.ts';
import { refusal, startWorld, type World } from './world.ts';

const SCHOOL = 'school-zestaponi';
const NINO = 'person-nino-school-zestaponi';
const MAIA = 'person-maia-school-zestaponi';
const LEAD = 'agency-imereti';
const GIORGI = 'person-giorgi-agency-imereti';
const KETEVAN = 'person-ketevan-agency-imereti';
const STAND_IN = 'agency-samegrelo-zemo-svaneti';
const POLICE = 'police-imereti';
const PROSECUTOR = 'prosecutor-imereti';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world?.stop());

const codeOf = async (call: Promise<unknown>) => (await refusal(call)).code;
const taskIds = async (agency: string, status: 'open' | 'ended' = 'open') =>
  (await world.as(agency)(listTasks, { query: { status, limit: 100 } })).body.items.map(
    ({ id }) => id,
  );
const feedLength = async (agency: string) => (await feedOf(world, agency)).length;

/** A case whose lead and police have taken their work on. */
async function openCase(changes: Partial<Violence> = {}, from = SCHOOL) {
  const referral = await routed(world, calmViolence(changes), { from });
  const [lead, police] = [referral.task('assess-safety'), referral.task('register-report')];
  await accept(world, LEAD, lead);
  await accept(world, POLICE, police);
  const { case: caseId } = await readReferral(world, LEAD, referral.id);
  if (!caseId) throw new Error('no case');
  return { ...referral, lead, police, caseId };
}

const name = (as: string, caseId: CaseId, employer: string, relation = 'acquaintance') =>
  world.as(as)(namePerpetrator, {
    path: { caseId },
    body: { perpetrator: { relation, name: 'ზაზა', employer } },
  });

describe('a teacher of the school that reports', () => {
  const teacher = { allegedPerpetrators: [{ relation: 'teacher', employer: SCHOOL }] };

  it('is known there to nobody but the one who referred', async () => {
    const before = await feedLength(SCHOOL);
    const { id } = await routed(world, calmViolence(teacher), { from: NINO });
    const path = { referralId: id };
    expect((await world.as(NINO)(getReferral, { path })).body.id).toBe(id);
    for (const other of [MAIA, SCHOOL]) {
      expect(await codeOf(world.as(other)(getReferral, { path }))).toBe('not-found');
      const { items } = (await world.as(other)(listReferrals, {})).body;
      expect(items.map((line) => line.id)).not.toContain(id);
    }
    const own = (await world.as(NINO)(listReferrals, {})).body.items;
    expect(own.map((line) => line.id)).toContain(id);
    expect(await feedLength(SCHOOL)).toBe(before);
  });

  it('cannot be asked of the school by hand', async () => {
    const { id, task } = await routed(world, calmViolence(teacher), { from: NINO });
    await accept(world, LEAD, task('assess-safety'));
    const { version } = await readTask(world, LEAD, task('offer-psychological-support'));
    const call = world.as(LEAD)(redirectTask, {
      path: { taskId: task('offer-psychological-support') },
      body: { to: AgencyId.parse(SCHOOL), reason: 'other-competence' },
      ifMatch: version,
    });
    expect(await codeOf(call)).toBe('agency-excluded');
    expect((await readReferral(world, LEAD, id)).id).toBe(id);
  });
});

describe('an alleged perpetrator who is named later', () => {
  it('of the police: nothing more goes there, the prosecutor has the work, what went is listed', async () => {
    const { caseId, police, id } = await openCase();
    await world.hub.idle();
    const before = await feedLength(POLICE);
    const { body } = await name(LEAD, caseId, POLICE);
    expect(body.excludes).toEqual([POLICE]);
    expect(body.alreadyWent).toMatchObject([
      { type: 'task.requested', agency: POLICE, subject: { kind: 'task', id: police } },
    ]);
    await world.hub.idle();
    expect(await codeOf(readTask(world, POLICE, police))).toBe('not-found');
    expect(await codeOf(world.as(POLICE)(getCase, { path: { caseId } }))).toBe('not-found');
    expect(await taskIds(POLICE)).not.toContain(police);
    expect(await taskIds(PROSECUTOR)).toContain(police);
    expect(await feedLength(POLICE)).toBe(before);
    expect((await readTask(world, PROSECUTOR, police)).status).toBe('requested');
    expect((await readReferral(world, LEAD, id)).id).toBe(id);
  });

  it('is corrected: whoever was shut out by mistake is let in again, and the old word fails', async () => {
    const { caseId } = await openCase();
    await name(LEAD, caseId, POLICE);
    const path = { caseId, number: 1 };
    const body = { perpetrator: { relation: 'acquaintance', employer: 'ვიღაც კერძო' } };
    const call = { path, body, ifMatch: 1 };
    const { body: corrected } = await world.as(LEAD)(correctPerpetrator, call);
    expect(corrected).toMatchObject({ version: 2, excludes: [] });
    expect(await codeOf(world.as(LEAD)(correctPerpetrator, call))).toBe('changed-meanwhile');
    const { items } = (await world.as(LEAD)(perpetrators, { path: { caseId } })).body;
    expect(items).toMatchObject([{ number: 1, perpetrator: { relation: 'acquaintance' } }]);
    const cases = await world.table.all('case');
    expect(cases.find(({ id }) => id === caseId)?.excluded).toEqual([]);
  });

  it('of the lead unit, by the police: another unit leads at once and has all its work', async () => {
    const { caseId, lead, id, task } = await openCase();
    const { body } = await name(POLICE, caseId, LEAD);
    expect(body.excludes).toContain(LEAD);
    await world.hub.idle();
    expect(await codeOf(readReferral(world, LEAD, id))).toBe('not-found');
    expect(await taskIds(STAND_IN)).toEqual(
      expect.arrayContaining([lead, task('offer-psychological-support')]),
    );
    expect((await readReferral(world, STAND_IN, id)).lead).toBe(STAND_IN);
    const clocks = (await world.table.all('clock')).filter(
      ({ case: of, endedAt }) => of === caseId && endedAt === undefined,
    );
    expect(clocks.map(({ holder }) => holder)).not.toContain(LEAD);
    await accept(world, STAND_IN, lead);
    expect((await readTask(world, STAND_IN, lead)).status).toBe('accepted');
  });

  it('is named by who leads, investigates or prosecutes, and by nobody else', async () => {
    const { caseId } = await openCase();
    for (const other of [SCHOOL, 'clinic-kutaisi', PROSECUTOR]) {
      expect(await codeOf(name(other, caseId, POLICE))).toBe('not-found');
    }
  });

  it('said twice with one key is named once', async () => {
    const { caseId } = await openCase();
    const call = {
      path: { caseId },
      body: { perpetrator: { relation: 'father', employer: 'police' } },
      idempotencyKey: 'named-once-only',
    };
    const first = await world.as(LEAD)(namePerpetrator, call);
    const second = await world.as(LEAD)(namePerpetrator, call);
    expect(second.body).toEqual(first.body);
  });

  it('lets nobody in again whom news of the child had shut out', async () => {
    const { caseId, id } = await openCase();
    const body = {
      narrative: 'ბავშვმა ექიმიც ახსენა.',
      allegedPerpetrators: [{ relation: 'acquaintance', employer: 'clinic-kutaisi' }],
    };
    await world.as(SCHOOL)(addNews, { path: { referralId: id }, body });
    await world.hub.idle();
    await name(LEAD, caseId, POLICE);
    const kept = (await world.table.all('referral')).find((referral) => referral.id === id);
    expect(kept?.excluded).toEqual(['clinic-kutaisi', POLICE]);
  });

  it('stops a webhook that has not left yet', async () => {
    const sink = await startSink();
    const body = { url: `${sink.url}/hook`, events: ['task.requested' as const] };
    await world.as(POLICE)(createEndpoint, { body });
    sink.answer({ status: 503 });
    const { caseId } = await openCase();
    await world.hub.idle();
    const tried = sink.received.length;
    expect(tried).toBeGreaterThan(0);
    await name(LEAD, caseId, POLICE);
    await world.advance('PT6H');
    const later = sink.received.slice(tried);
    expect(later).toEqual([]);
    await sink.stop();
  });
});

describe('a conflict of interest', () => {
  const declare = (as: string, caseId: CaseId, account = GIORGI) =>
    world.as(as)(declareConflict, {
      path: { caseId },
      body: { account, reason: 'related-to-perpetrator' },
    });
  async function takenByGiorgi(): Promise<{ caseId: CaseId; lead: TaskId }> {
    const referral = await routed(world, calmViolence());
    const lead = referral.task('assess-safety');
    await step(world, GIORGI, lead, {
      to: 'accepted',
      actingPerson: PERSON,
      deputy: { name: 'თამარი', account: 'person-tamar-agency-imereti' },
    });
    const { case: caseId } = await readReferral(world, LEAD, referral.id);
    if (!caseId) throw new Error('no case');
    return { caseId, lead };
  }

  it('shuts the account out and hands its work to the deputy in one transaction', async () => {
    const { caseId, lead } = await takenByGiorgi();
    const { body } = await declare(KETEVAN, caseId);
    expect(body).toMatchObject({ account: GIORGI, declaredBy: LEAD });
    expect(await codeOf(readTask(world, GIORGI, lead))).toBe('not-found');
    expect(await taskIds(GIORGI)).not.toContain(lead);
    const tasks = await world.table.all('task');
    const task = tasks.find(({ id }) => id === lead);
    expect(task).toMatchObject({ worker: 'person-tamar-agency-imereti', status: 'accepted' });
    expect((await readTask(world, KETEVAN, lead)).status).toBe('accepted');
  });

  it('sends the work back to the queue where nobody stands in, watched anew', async () => {
    const { caseId, lead } = await takenByGiorgi();
    await declare(KETEVAN, caseId);
    await declare(KETEVAN, caseId, 'person-tamar-agency-imereti');
    expect((await readTask(world, KETEVAN, lead)).status).toBe('requested');
    const received = (await world.table.all('clock')).find(
      ({ subject, name: of }) => (subject as { id: string }).id === lead && of === 'received',
    );
    expect(received?.endedAt).toBeUndefined();
  });

  it('is declared by a supervisor of the lead or by oversight, by nobody else', async () => {
    const { caseId } = await takenByGiorgi();
    for (const other of [GIORGI, POLICE, SCHOOL]) {
      expect(await codeOf(declare(other, caseId, KETEVAN))).toBe('not-found');
    }
    expect((await declare('person-ana-oversight-national', caseId)).status).toBe(201);
  });

  it('of a whole agency gives its work to the unit that stands in', async () => {
    const { caseId, police } = await openCase();
    const body = { agency: AgencyId.parse(POLICE), reason: 'works-with-perpetrator' };
    await world.as(KETEVAN)(declareConflict, { path: { caseId }, body });
    expect(await codeOf(readTask(world, POLICE, police))).toBe('not-found');
    expect(await taskIds(PROSECUTOR)).toContain(police);
  });
});
