import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addNews, listAdditions } from '../../shared/contract/additions.ts';
import { addTask, getCase } from '../../shared/contract/cases.ts';
import { conflicts, declareConflict, undoConflict } from '../../shared/contract/inside.ts';
import {
  addressMarks,
  askAddressLift,
  confirmAddressLift,
  liftSeal,
  protectAddress,
  sealCase,
  seals,
} from '../../shared/contract/protection.ts';
import { getRecall, makeRecall } from '../../shared/contract/recalls.ts';
import { submitReferral } from '../../shared/contract/referrals.ts';
import { safetyDecisions } from '../../shared/contract/safety.ts';
import { AgencyId, type CaseId, type TaskId } from '../../shared/domain/ids.ts';
import { accept, decided, feedOf, readReferral, readTask, routed, step } from './steps.ts';
import { calmViolence, type Violence } from './submissions.ts';
import { refusal, startWorld, type World } from './world.ts';

const SCHOOL = 'school-zestaponi';
const LEAD = 'agency-imereti';
const POLICE = 'police-imereti';
const PROSECUTOR = 'prosecutor-imereti';
const GIORGI = 'person-giorgi-agency-imereti';
const TAMAR = 'person-tamar-agency-imereti';
const KETEVAN = 'person-ketevan-agency-imereti';
const ANA = 'person-ana-oversight-national';
/** Stands in what is sealed, and nowhere else. */
const ACCOUNT = 'ბიძამ სხვენში ჩაკეტა';
/** Stands in the protected address, and nowhere else. */
const ADDRESS = 'იასამნის ქუჩა 17';
const CONTACT = 'დეიდა ციური';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world?.stop());

const codeOf = async (call: Promise<unknown>) => (await refusal(call)).code;
const reported = (changes: Partial<Violence> = {}): Violence =>
  calmViolence({
    narrative: ACCOUNT,
    childsOwnWords: 'იქ ბნელოდა',
    child: {
      municipality: 'zestaponi',
      givenName: 'ნიკა',
      needs: ['wheelchair'],
      whereabouts: { address: ADDRESS },
    },
    safeContact: { person: CONTACT, phone: '599 77 66 55' },
    ...changes,
  });

/** A case on which the lead, the police and the prosecutor are at work. */
async function opened(changes: Partial<Violence> = {}) {
  const referral = await routed(world, reported(changes), { from: SCHOOL });
  const [lead, police] = [referral.task('assess-safety'), referral.task('register-report')];
  await accept(world, LEAD, lead);
  await accept(world, POLICE, police);
  const { case: caseId } = await readReferral(world, LEAD, referral.id);
  if (!caseId) throw new Error('no case');
  const body = { kind: 'other', agency: AgencyId.parse(PROSECUTOR) };
  const { body: asked } = await world.as(LEAD)(addTask, { path: { caseId }, body });
  await accept(world, PROSECUTOR, asked.id);
  return { id: referral.id, caseId, lead, police, prosecutor: asked.id };
}

const sealedBy = (caseId: CaseId, groups: ('narrative' | 'medical' | 'statement')[]) =>
  world.as(PROSECUTOR)(sealCase, {
    path: { caseId },
    body: { groups, openTo: ['police'], reason: 'ეჭვმიტანილი საქმეს იგებს.' },
  });
const groupsOf = async (agency: string, task: TaskId) =>
  Object.keys((await readTask(world, agency, task)).details);

describe('what a prosecutor seals', () => {
  it('is shown to nobody but the kinds of agency it names, the referrer included', async () => {
    const { id, caseId, lead, police } = await opened();
    const path = { referralId: id };
    await world.as(SCHOOL)(addNews, { path, body: { narrative: ACCOUNT } });
    expect(await groupsOf(LEAD, lead)).toEqual(expect.arrayContaining(['narrative', 'medical']));
    const { body: seal } = await sealedBy(caseId, ['narrative', 'medical']);
    expect(seal.openTo.map(({ code }) => code)).toEqual(['prosecutor', 'police']);
    for (const group of ['narrative', 'childs-own-words', 'medical']) {
      expect(await groupsOf(LEAD, lead)).not.toContain(group);
    }
    expect(await groupsOf(POLICE, police)).toContain('narrative');
    for (const agency of [LEAD, SCHOOL]) {
      const read = await readReferral(world, agency, id);
      const { body: news } = await world.as(agency)(listAdditions, { path });
      expect(JSON.stringify([read, news])).not.toContain(ACCOUNT);
      expect(news.items).toHaveLength(1);
    }
    const { body: toPolice } = await world.as(POLICE)(listAdditions, { path });
    expect(toPolice.items[0]?.stated.narrative?.narrative).toBe(ACCOUNT);
  });

  it('is not told by a correction of it either, to whoever has to answer or made it', async () => {
    const { id, caseId, police } = await opened();
    expect(await groupsOf(POLICE, police)).toContain('narrative');
    const path = { referralId: id };
    const body = { kind: 'correction' as const, reason: 'fact-wrong', correction: ACCOUNT };
    const { body: made } = await world.as(LEAD)(makeRecall, { path, body });
    const correction = async (as: string) => {
      const call = { path: { ...path, number: made.number } };
      return (await world.as(as)(getRecall, call)).body.correction;
    };
    expect(await correction(LEAD)).toBe(ACCOUNT);
    const sealed = { groups: ['narrative' as const], openTo: [], reason: 'ეჭვმიტანილი იგებს.' };
    await world.as(PROSECUTOR)(sealCase, { path: { caseId }, body: sealed });
    for (const agency of [LEAD, POLICE]) expect(await correction(agency)).toBeUndefined();
  });

  it('hides neither the child, its safety, the work nor a new report of it', async () => {
    const personalNumber = '01234567891';
    const child = { municipality: 'zestaponi', personalNumber, whereabouts: { address: ADDRESS } };
    const { id, caseId, lead } = await opened({ child });
    await sealedBy(caseId, ['narrative', 'medical', 'statement']);
    expect(await groupsOf(LEAD, lead)).toEqual(
      expect.arrayContaining(['identity', 'whereabouts', 'concern', 'contact']),
    );
    await decided(world, LEAD, id);
    const { body: safety } = await world.as(LEAD)(safetyDecisions, { path: { caseId } });
    expect(safety.items[0]).toMatchObject({ result: 'seen', where: { code: 'school' } });
    const again = await routed(world, calmViolence({ child }), { from: SCHOOL });
    const { earlier } = await readReferral(world, LEAD, again.id);
    expect(earlier?.map((one) => one.id)).toContain(id);
    expect(again.asked.map(({ kind }) => kind)).toContain('assess-safety');
  });

  it('is known to the lead with its review, not with its reason; only a lifting opens it', async () => {
    const { caseId, lead } = await opened();
    await sealedBy(caseId, ['narrative']);
    await sealedBy(caseId, ['narrative', 'medical']);
    await world.hub.idle();
    expect((await feedOf(world, LEAD)).map(({ type }) => type)).toContain('case.sealed');
    const path = { caseId };
    const { items } = (await world.as(LEAD)(seals, { path })).body;
    expect(items.map(({ reason }) => reason)).toEqual([undefined, undefined]);
    await world.advance('P61D');
    expect(await groupsOf(LEAD, lead)).not.toContain('narrative');
    const lift = (number: number, as = PROSECUTOR) =>
      world.as(as)(liftSeal, {
        path: { caseId, number },
        body: { reason: 'ბრალი წარდგენილია.' },
        ifMatch: 1,
      });
    expect(await codeOf(lift(1, LEAD))).toBe('not-found');
    await lift(2);
    expect(await groupsOf(LEAD, lead)).toEqual(expect.arrayContaining(['medical']));
    expect(await groupsOf(LEAD, lead)).not.toContain('narrative');
    expect((await lift(1)).body.liftReason).toBe('ბრალი წარდგენილია.');
    expect(await groupsOf(LEAD, lead)).toContain('narrative');
    const clocks = (await world.table.all('clock')).filter(({ case: of }) => of === caseId);
    const reviews = clocks.filter(({ name }) => String(name).startsWith('seal-review'));
    expect(reviews.map(({ endedAt }) => endedAt !== undefined)).toEqual([true, true]);
  });

  it('can be no other group, stay open to no other kind, and be sealed by nobody else', async () => {
    const { caseId } = await opened();
    const seal = (as: string, body: object) =>
      world.as(as)(sealCase, { path: { caseId }, body: body as never });
    const reason = 'მიზეზი';
    const wrong = { groups: ['narrative'], openTo: ['school'], reason };
    expect(await codeOf(seal(PROSECUTOR, wrong))).toBe('seal-not-open-to');
    expect((await refusal(seal(PROSECUTOR, { groups: ['whereabouts'], reason }))).status).toBe(400);
    for (const other of [LEAD, POLICE, SCHOOL]) {
      expect(await codeOf(seal(other, { groups: ['narrative'], reason }))).toBe('not-found');
    }
  });
});

describe('a protected address', () => {
  const nowhere = async (agency: string, paths: readonly string[]) => {
    for (const path of paths) {
      const { text } = await world.raw(agency, 'GET', path);
      expect(text).not.toMatch(new RegExp(`${ADDRESS}|${CONTACT}`));
    }
  };

  it('is shown while work leads there, and everywhere else it says whom to ask', async () => {
    const { id, caseId, lead, police, prosecutor } = await opened({ protectAddress: true });
    expect((await readTask(world, LEAD, lead)).details.whereabouts).toBeDefined();
    expect((await readTask(world, POLICE, police)).details.contact).toBeDefined();
    const own = await readReferral(world, SCHOOL, id);
    expect(own.details.whereabouts).toBeUndefined();
    expect(own.protectedAddress?.ask).toBe(LEAD);
    const asked = await readTask(world, PROSECUTOR, prosecutor);
    expect(asked.protectedAddress?.says).toContain('protected');
    await nowhere(PROSECUTOR, [`/v1/tasks/${prosecutor}`, `/v1/cases/${caseId}`]);
    await nowhere(SCHOOL, [`/v1/referrals/${id}`, `/v1/referrals/${id}/additions`]);
    await step(world, POLICE, police, { to: 'completed', outcome: 'done' });
    expect((await readTask(world, POLICE, police)).details.whereabouts).toBeUndefined();
    await nowhere(POLICE, [`/v1/tasks/${police}`, `/v1/referrals/${id}/additions`]);
  });

  it('is protected by one person at once, and opened again only by two', async () => {
    const { caseId, prosecutor } = await opened();
    expect(await groupsOf(PROSECUTOR, prosecutor)).toContain('whereabouts');
    const path = { caseId };
    await world.as(POLICE)(protectAddress, { path, body: { reason: 'in-shelter' } });
    expect(await groupsOf(PROSECUTOR, prosecutor)).not.toContain('whereabouts');
    const ask = (as: string) =>
      world.as(as)(askAddressLift, { path, body: { reason: 'danger-over' } });
    expect(await codeOf(ask(POLICE))).toBe('not-found');
    const { number } = (await ask(KETEVAN)).body;
    expect((await world.as(LEAD)(addressMarks, { path })).body.protected).toBe(true);
    const confirm = (as: string) =>
      world.as(as)(confirmAddressLift, { path: { caseId, number }, ifMatch: 1 });
    expect(await codeOf(confirm(GIORGI))).toBe('not-found');
    expect(await codeOf(confirm(KETEVAN))).toBe('second-person-needed');
    expect(await groupsOf(PROSECUTOR, prosecutor)).not.toContain('whereabouts');
    await confirm(ANA);
    expect(await groupsOf(PROSECUTOR, prosecutor)).toContain('whereabouts');
  });

  it('is in no feed, call, text or mail', async () => {
    await world.hub.idle();
    for (const agency of [SCHOOL, LEAD, POLICE, PROSECUTOR]) {
      expect(JSON.stringify(await feedOf(world, agency))).not.toMatch(ADDRESS);
    }
    for (const page of ['/phonebox', '/mailbox']) {
      const { text } = await world.raw(undefined, 'GET', page);
      expect(text).not.toMatch(new RegExp(`${ADDRESS}|${CONTACT}|${ACCOUNT}`));
    }
  });
});

describe('a conflict of interest', () => {
  /** Giorgi has the work and Tamar stands in for him. */
  async function held() {
    const referral = await routed(world, calmViolence());
    const lead = referral.task('assess-safety');
    const deputy = { name: 'თამარი', account: TAMAR };
    await step(world, GIORGI, lead, { to: 'accepted', actingPerson: { name: 'გიორგი' }, deputy });
    const { case: caseId } = await readReferral(world, LEAD, referral.id);
    if (!caseId) throw new Error('no case');
    return { caseId, lead };
  }
  const declare = (as: string, caseId: CaseId, account: string, key?: string) =>
    world.as(as)(declareConflict, {
      path: { caseId },
      body: { account, reason: 'own-interest' },
      ...(key && { idempotencyKey: key }),
    });
  const kept = async (id: TaskId) => (await world.table.all('task')).find((one) => one.id === id);

  it('is declared by anybody of themselves, and asked again tells that it is kept', async () => {
    const { caseId, lead } = await held();
    const first = await declare(GIORGI, caseId, GIORGI, 'giorgi-says-it-himself');
    const again = await declare(GIORGI, caseId, GIORGI, 'giorgi-says-it-himself');
    expect(again.body).toEqual(first.body);
    expect(await kept(lead)).toMatchObject({ worker: TAMAR, status: 'accepted' });
    expect(await codeOf(world.as(GIORGI)(getCase, { path: { caseId } }))).toBe('not-found');
    // A stranger to the case learns nothing by it, not even that there is one.
    const stranger = 'person-irakli-municipality-zestaponi';
    expect(await codeOf(declare(stranger, caseId, stranger))).toBe('not-found');
  });

  it('of a deputy leaves the work where it is, with nobody to stand in', async () => {
    const { caseId, lead } = await held();
    await declare(KETEVAN, caseId, TAMAR);
    const task = await kept(lead);
    expect(task).toMatchObject({ worker: GIORGI, status: 'accepted' });
    expect(task?.deputy).toBeUndefined();
  });

  it('is undone by a second person, never by whoever declared it', async () => {
    const { caseId } = await held();
    const { number } = (await declare(KETEVAN, caseId, GIORGI)).body;
    const undo = (as: string) =>
      world.as(as)(undoConflict, { path: { caseId, number }, ifMatch: 1 });
    expect(await codeOf(undo(KETEVAN))).toBe('second-person-needed');
    expect((await undo(ANA)).body.undone?.agency).toBe('oversight-national');
    expect((await world.as(GIORGI)(getCase, { path: { caseId } })).status).toBe(200);
    expect((await world.as(ANA)(conflicts, { path: { caseId } })).body.items).toHaveLength(1);
  });
});

describe('a report that protects an address', () => {
  it('answers a receipt that says nothing of it', async () => {
    const { body } = await world.as(SCHOOL)(submitReferral, {
      body: reported({ protectAddress: true }),
    });
    expect(JSON.stringify(body)).not.toMatch(ADDRESS);
  });
});
