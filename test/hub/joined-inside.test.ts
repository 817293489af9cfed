import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addNews } from '../../shared/contract/additions.ts';
import { addTask, getCase } from '../../shared/contract/cases.ts';
import { namePerpetrator } from '../../shared/contract/family.ts';
import { declareConflict, requestRepresentative } from '../../shared/contract/inside.ts';
import { joinCase, undoJoining } from '../../shared/contract/same-child.ts';
import { listTasks } from '../../shared/contract/tasks.ts';
import { AgencyId, type CaseId } from '../../shared/domain/ids.ts';
import { accept, feedOf, PERSON, readReferral, readTask, routed, step } from './steps.ts';
import { calmViolence } from './submissions.ts';
import { refusal, startWorld, type World } from './world.ts';

const LEAD = 'agency-imereti';
const GIORGI = 'person-giorgi-agency-imereti';
const KETEVAN = 'person-ketevan-agency-imereti';
const SCHOOL = 'school-zestaponi';
const POLICE = 'police-imereti';
const PROSECUTOR = 'prosecutor-imereti';
const CLINIC = 'clinic-kutaisi';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world?.stop());

const codeOf = async (call: Promise<unknown>) => (await refusal(call)).code;
const seeCase = (caseId: CaseId, as: string) => world.as(as)(getCase, { path: { caseId } });
const openOf = async (agency: string) =>
  (await world.as(agency)(listTasks, { query: { status: 'open', limit: 100 } })).body.items.map(
    ({ id }) => id,
  );

/** A case whose lead and police have taken their work on. */
async function opened() {
  const referral = await routed(world, calmViolence());
  const [lead, police] = [referral.task('assess-safety'), referral.task('register-report')];
  await accept(world, GIORGI, lead);
  await accept(world, POLICE, police);
  const { case: caseId } = await readReferral(world, LEAD, referral.id);
  if (!caseId) throw new Error('no case');
  return { ...referral, lead, police, caseId };
}

const name = (caseId: CaseId, employer: string) =>
  world.as(LEAD)(namePerpetrator, {
    path: { caseId },
    body: { perpetrator: { relation: 'acquaintance', name: 'ზაზა', employer } },
  });
const joined = async (one: CaseId, other: CaseId) =>
  (
    await world.as(LEAD)(joinCase, {
      path: { caseId: one },
      body: { case: other, same: 'yes', reason: 'ერთი ბავშვია.' },
    })
  ).body;
const shutOf = async (caseId: CaseId) =>
  (await world.table.all('case')).find(({ id }) => id === caseId)?.excluded ?? [];
const asked = (caseId: CaseId, agency: string) =>
  world.as(LEAD)(addTask, {
    path: { caseId },
    body: { kind: 'offer-psychological-support', agency: AgencyId.parse(agency), urgency: 'high' },
  });

describe('joined cases', () => {
  it('have one wall around them, and each its own again when they are parted', async () => {
    const [one, other] = [await opened(), await opened()];
    await name(one.caseId, POLICE);
    expect((await readTask(world, POLICE, other.police)).id).toBe(other.police);
    const before = (await feedOf(world, POLICE)).length;
    const answer = await joined(one.caseId, other.caseId);
    await world.hub.idle();
    expect(await codeOf(readTask(world, POLICE, other.police))).toBe('not-found');
    expect(await codeOf(seeCase(other.caseId, POLICE))).toBe('not-found');
    expect(await openOf(PROSECUTOR)).toContain(other.police);
    expect((await feedOf(world, POLICE)).length).toBe(before);
    await name(other.caseId, CLINIC);
    expect(await shutOf(one.caseId)).toEqual([CLINIC, POLICE]);
    const path = { caseId: answer.of as CaseId, number: answer.number };
    await world.as(LEAD)(undoJoining, { path, body: { reason: 'სხვა ბავშვია.' } });
    expect(await shutOf(one.caseId)).toEqual([POLICE]);
    expect(await shutOf(other.caseId)).toEqual([CLINIC]);
  });

  it('shut an account with a conflict out of all', async () => {
    const [one, other] = [await opened(), await opened()];
    await joined(one.caseId, other.caseId);
    const body = { account: GIORGI, reason: 'related-to-perpetrator' };
    await world.as(KETEVAN)(declareConflict, { path: { caseId: one.caseId }, body });
    expect(await codeOf(readTask(world, GIORGI, other.lead))).toBe('not-found');
    expect((await readTask(world, KETEVAN, other.lead)).status).toBe('requested');
  });
});

describe('news that names somebody', () => {
  it('shuts the agency out of the case and moves its work', async () => {
    const { id, caseId, police } = await opened();
    const body = {
      narrative: 'ბავშვმა პოლიციელი ახსენა.',
      allegedPerpetrators: [{ relation: 'acquaintance', employer: POLICE }],
    };
    await world.as(SCHOOL)(addNews, { path: { referralId: id }, body });
    await world.hub.idle();
    expect(await shutOf(caseId)).toEqual([POLICE]);
    expect(await openOf(PROSECUTOR)).toContain(police);
    expect(await codeOf(asked(caseId, POLICE))).toBe('agency-excluded');
  });
});

describe('an agency with much work in a case', () => {
  it('loses all of it at once', async () => {
    const { caseId } = await opened();
    for (let i = 0; i < 16; i += 1) await asked(caseId, CLINIC);
    const tasks = async () =>
      (await world.table.all('task')).filter((task) => task.case === caseId);
    const had = (await tasks()).filter(({ agency }) => agency === CLINIC);
    expect(had).toHaveLength(16);
    await name(caseId, CLINIC);
    expect((await tasks()).filter(({ agency }) => agency === CLINIC)).toEqual([]);
    const parts = await world.table.all('alleged-perpetrator');
    const part = parts.find(({ of }) => (of as { id: string }).id === caseId);
    expect(part?.next).toBeUndefined();
    expect(part?.version).toBeGreaterThan(1);
  });
});

describe('a procedural representative', () => {
  it('is not the worker who leads the case', async () => {
    const { caseId } = await opened();
    const { body } = await world.as(LEAD)(requestRepresentative, {
      path: { caseId },
      body: {},
    });
    const agency = body.agency;
    const taking = step(world, agency, body.id, { to: 'accepted', actingPerson: PERSON });
    expect(await codeOf(taking)).toBe('representative-is-worker');
  });
});
