import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type * as z from 'zod';
import { getCase } from '../../shared/contract/cases.ts';
import { addForbiddenTime, removeForbiddenTime } from '../../shared/contract/childs-times.ts';
import { decideSpeaker } from '../../shared/contract/family.ts';
import {
  addFacts,
  getInterview,
  listInterviews,
  openInterview,
  planInterview,
  recordConsent,
  recordOrder,
} from '../../shared/contract/interviews.ts';
import type { CaseId, InterviewId } from '../../shared/domain/ids.ts';
import { accept, feedOf, readReferral, routed } from './steps.ts';
import { type Violence, violence } from './submissions.ts';
import { refusal, startWorld, type World } from './world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

const POLICE = 'police-imereti';
const LEAD = 'agency-imereti';
type Planned = z.input<typeof planInterview.body & z.ZodType>;

const sexual = (changes: Partial<Violence> = {}): Violence =>
  violence({
    forms: ['sexual'],
    child: { municipality: 'zestaponi', ageYears: 9, languages: ['ka'] },
    allegedPerpetrators: [{ relation: 'neighbour', livesWithChild: 'no' }],
    lastIncidentAt: '2026-01-02',
    immediateDanger: 'no',
    ...changes,
  });

/** A case on which the lead and the police are at work. */
async function aCase(body: Violence = sexual()): Promise<CaseId> {
  const { id, asked, task } = await routed(world, body);
  await accept(world, LEAD, task('assess-safety'));
  const police = asked.find(({ agency }) => agency === POLICE);
  if (police) await accept(world, POLICE, task(police.kind));
  const { case: caseId } = await readReferral(world, LEAD, id);
  if (!caseId) throw new Error('no case');
  return caseId;
}

type Opening = z.input<typeof openInterview.body & z.ZodType>;
const open = async (caseId: CaseId, body: Opening = {}, by = POLICE) =>
  (await world.as(by)(openInterview, { path: { caseId }, body })).body;
const read = async (interviewId: InterviewId, by = POLICE) =>
  (await world.as(by)(getInterview, { path: { interviewId } })).body;
const codes = (list: readonly { readonly code: string }[]) => list.map(({ code }) => code);
const rolesIn = ({ roles }: { roles: readonly { role: { code: string } }[] }) =>
  codes(roles.map(({ role }) => role));
const clockOf = async (id: InterviewId, name: string) =>
  (await world.table.rows()).find(
    ({ pk, sk }) => pk === `INTERVIEW#${id}` && sk === `CLOCK#${name}`,
  );

describe('the visit of a child', () => {
  let caseId: CaseId;
  let id: InterviewId;

  it('is opened with a plan that says why', async () => {
    caseId = await aCase();
    const before = (await world.as(LEAD)(getCase, { path: { caseId } })).body.version;
    const plan = await open(caseId, {
      companion: { name: 'ნანა ბებია' },
      forbiddenTimes: [{ code: 'medication', when: { daily: { from: '12:00', to: '12:30' } } }],
      wishes: [{ kind: 'known-worker', account: 'person-giorgi-agency-imereti' }],
    });
    id = plan.id;
    expect(plan).toMatchObject({
      status: { code: 'planning' },
      deadline: { tier: 3 },
      site: { agency: 'centre-kutaisi', travelMinutes: 45 },
      ground: { code: 'consent-awaited' },
      mayStart: false,
      case: caseId,
    });
    expect(codes(plan.deadline.reasons)).toEqual(['otherwise', 'counts-from-first-report']);
    expect(plan.deadline.because).toContain('due');
    expect(rolesIn(plan)).toEqual(expect.arrayContaining(['interviewer', 'companion']));
    expect(plan.explained.map(({ label }) => label).join()).toContain('A child of 9');
    expect(plan.legalForms).toHaveLength(2);
    const clock = await clockOf(id, 'interview-held');
    expect(clock).toMatchObject({ dueAt: plan.deadline.dueAt, holder: LEAD });
    const after = (await world.as(LEAD)(getCase, { path: { caseId } })).body.version;
    expect(after).toBe(before + 1);
  });

  it('is the only one, whoever asks', async () => {
    expect(await refusal(open(caseId, {}, LEAD))).toMatchObject({ status: 409 });
    const list = await world.as(LEAD)(listInterviews, { path: { caseId } });
    expect(list.body.items.map((one) => one.id)).toEqual([id]);
  });

  it('is open to nobody else, and to its people without names', async () => {
    expect((await refusal(open(caseId, {}, 'school-zestaponi'))).status).toBe(404);
    expect((await refusal(open(caseId, {}, 'clinic-kutaisi'))).status).toBe(404);
    expect((await refusal(read(id, 'school-zestaponi'))).status).toBe(404);
    const atCentre = await read(id, 'centre-kutaisi');
    expect(atCentre.facts).toBeUndefined();
    expect(atCentre.consents).toBeUndefined();
    expect(atCentre.forbiddenTimes).toHaveLength(1);
    expect(JSON.stringify(atCentre)).not.toContain('ნანა');
    expect((await read(id)).wishes).toHaveLength(1);
  });

  it('counts no consent of somebody who does not represent the child', async () => {
    const said = async (result: 'given' | 'refused', by: string) =>
      (
        await world.as(LEAD)(recordConsent, {
          path: { interviewId: id },
          body: { result, by, capacity: 'legal-representative' },
        })
      ).body;
    expect(await said('refused', 'მამა')).toMatchObject({ valid: false, by: 'მამა' });
    expect((await read(id)).ground.code).toBe('consent-awaited');
    const person = { name: 'დედა', phone: '+995 555 10 10 10' };
    const ties = { accused: 'no', sharesHousehold: 'no', dependsOnAccused: 'no' } as const;
    const speaks = { person, capacity: 'legal-representative', ...ties, reason: 'დედა იცავს.' };
    await world.as(LEAD)(decideSpeaker, { path: { caseId }, body: speaks });
    expect(await said('refused', 'დედა')).toMatchObject({ valid: true });
    expect((await read(id)).ground.code).toBe('consent-refused');
    expect(await said('given', 'დედა')).toMatchObject({ valid: true, because: [] });
    const now = await read(id);
    expect(now).toMatchObject({ ground: { code: 'consent-given' }, mayStart: true });
    expect(rolesIn(now)).toContain('legal-representative');
    expect(now.consents).toHaveLength(3);
  });

  it('is planned by those who may decide it, with reasons where they are owed', async () => {
    const plan = (by: string, body: Planned, ifMatch: number) =>
      world.as(by)(planInterview, { path: { interviewId: id }, body, ifMatch });
    const { version } = await read(id);
    const refusedBy = async (by: string, body: Planned, at = version) =>
      (await refusal(plan(by, body, at))).problem.type.split('/').at(-1);
    expect(await refusedBy(POLICE, { legalForm: 'examination' })).toBe('prosecutor-chooses');
    expect(await refusedBy(POLICE, { companion: 'refused' })).toBe('reason-missing');
    expect(await refusedBy(POLICE, { site: 'school-zestaponi', reason: 'ახლოა' })).toBe(
      'site-not-possible',
    );
    expect(await refusedBy(POLICE, { interpreter: 'room' }, version - 1)).toBe('changed-meanwhile');
    const reason = 'თანმხლები თავად არის მოწმე.';
    const { body } = await plan(POLICE, { companion: 'refused', reason }, version);
    expect(rolesIn(body)).not.toContain('companion');
    expect(body.exceptions).toMatchObject([{ code: { code: 'companion-refused' }, reason }]);
  });

  it('is due sooner once somebody is arrested, and never later', async () => {
    const add = async (body: z.input<typeof addFacts.body & z.ZodType>) =>
      (await world.as(POLICE)(addFacts, { path: { interviewId: id }, body })).body;
    const arrestedAt = world.now();
    const now = await add({ arrestedAt });
    expect(now.deadline.tier).toBe(0);
    expect(codes(now.deadline.reasons)).toContain('arrested');
    expect(Date.parse(now.deadline.dueAt) - Date.parse(arrestedAt)).toBe(72 * 3_600_000);
    expect(await clockOf(id, 'interview-held')).toMatchObject({ dueAt: now.deadline.dueAt });
    const charged = await add({ chargedAt: world.now(), lastIncidentAt: '2025-01-01' });
    expect(charged.deadline.dueAt).toBe(now.deadline.dueAt);
    expect(rolesIn(charged)).toContain('defence-lawyer');
    const ahead = new Date(Date.parse(world.now()) + 3_600_000).toISOString();
    expect(await refusal(add({ arrestedAt: ahead }))).toMatchObject({ status: 400 });
    await world.hub.idle();
    const told = (await feedOf(world, 'centre-kutaisi')).map(({ type }) => type);
    expect(told).toContain('interview.re-tiered');
  });

  it('has the examination once it is ordered, and somebody who answers for it', async () => {
    const body = { forensicOrder: { document: 'IM-2026-17' } };
    const plan = (await world.as(POLICE)(addFacts, { path: { interviewId: id }, body })).body;
    expect(plan.medical).toMatchObject({ ordered: true });
    expect(rolesIn(plan)).toContain('forensic-doctor');
    expect(await clockOf(id, 'examination-held')).toMatchObject({ holder: 'forensic-bureau' });
  });

  it('keeps the times at which the child cannot come', async () => {
    const path = { interviewId: id };
    const when = { from: '2027-01-10T06:00:00Z', to: '2027-01-10T09:00:00Z' };
    const body = { code: 'school-exam', when };
    const added = (await world.as(LEAD)(addForbiddenTime, { path, body })).body;
    expect(added).toMatchObject({ number: 2, code: { label: 'Exam at school' } });
    const unknown = world.as(LEAD)(addForbiddenTime, { path, body: { ...body, code: 'mood' } });
    expect((await refusal(unknown)).status).toBe(400);
    await world.as(LEAD)(removeForbiddenTime, { path: { ...path, number: 2 } });
    expect((await read(id)).forbiddenTimes.map(({ number }) => number)).toEqual([1]);
  });

  it('has a court’s order above all that is said', async () => {
    const order = (document: string, court: string) =>
      world.as(POLICE)(recordOrder, { path: { interviewId: id }, body: { document, court } });
    expect((await refusal(order('K-1', 'school-zestaponi'))).status).toBe(400);
    const { body } = await order('KUT-2026-1', 'court-kutaisi');
    expect(body).toMatchObject({ ground: { code: 'court-order' }, mayStart: true });
    expect((await refusal(order('KUT-2026-2', 'court-kutaisi'))).status).toBe(409);
  });
});

describe('a case in which little is known', () => {
  it('is of the strictest tier, and a repeated call opens nothing more', async () => {
    const caseId = await aCase(violence());
    const key = 'the-same-visit';
    const path = { caseId };
    const twice = [1, 2].map(() =>
      world.as(LEAD)(openInterview, { path, body: {}, idempotencyKey: key }),
    );
    const [one, other] = await Promise.all(twice.map((call) => call.catch(() => undefined)));
    const plan = (one ?? other)?.body;
    if (!plan) throw new Error('neither call was answered');
    expect(plan.deadline.tier).toBe(0);
    expect(codes(plan.deadline.reasons)).toContain('lives-with-accused-unknown');
    expect(rolesIn(plan)).toContain('procedural-representative');
    const { body } = await world.as(LEAD)(listInterviews, { path });
    expect(body.items).toHaveLength(1);
  });
});
