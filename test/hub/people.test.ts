import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { client } from '../../shared/contract/client.ts';
import { declareAbsence } from '../../shared/contract/inside.ts';
import { listLoads, ownLoad } from '../../shared/contract/loads.ts';
import {
  changePerson,
  confirmProposal,
  invitePerson,
  listPeople,
  listProposals,
  removePerson,
  takeUpMembership,
} from '../../shared/contract/people.ts';
import { submitReferral } from '../../shared/contract/referrals.ts';
import { listTasks } from '../../shared/contract/tasks.ts';
import type { Role } from '../../shared/domain/access/principal.ts';
import { AgencyId, type TaskId } from '../../shared/domain/ids.ts';
import { signedIn } from './sign-in-page.ts';
import { feedOf, PERSON, routed, step } from './steps.ts';
import { calmViolence } from './submissions.ts';
import { refusal, startWorld, type World } from './world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world?.stop());

const ADMINISTRATOR = 'person-rusudan-agency-imereti';
const TAMAR = 'person-tamar-agency-imereti';
const KETEVAN = 'person-ketevan-agency-imereti';
const [LASHA, NANA, ANA] = [
  'person-lasha-oversight-national',
  'person-nana-oversight-national',
  'person-ana-oversight-national',
];
const NUMBER = '01001000017';

const ids = (function* () {
  for (let count = 1; ; count += 1) yield count;
})();
const aPerson = (roles: Role[] = ['worker']) => {
  const count = ids.next().value;
  return { name: `ნათია ლომიძე ${count}`, mail: `n.lomidze${count}@example.ge`, roles };
};
const invite = async (body: ReturnType<typeof aPerson>, as = ADMINISTRATOR) =>
  (await world.as(as)(invitePerson, { body })).body;
const listed = async (as = ADMINISTRATOR) => (await world.as(as)(listPeople)).body.items;
const eventsOf = async (type: string) =>
  (await world.table.all('event')).filter((event) => event.type === type);

/** Somebody who signed in just now, not through the tokens the world keeps. */
async function asNew(account: string) {
  const { tokens } = await signedIn(world.hub.url, account);
  const { access_token } = tokens;
  return client({ baseUrl: world.hub.url, token: async () => access_token, lang: 'en' }).call;
}

/** Invited, signed in and there. */
async function there(roles: Role[] = ['worker'], as = ADMINISTRATOR) {
  const { account = '', ...person } = await invite(aPerson(roles), as);
  const call = await asNew(account);
  await call(takeUpMembership, { body: {} });
  return { ...person, account, call };
}

describe('an invitation', () => {
  it('makes an account that opens nothing until it is taken up', async () => {
    const person = aPerson(['worker', 'duty']);
    const made = await invite(person);
    expect(made).toMatchObject({ ...person, state: 'invited', numberKnown: false, version: 1 });
    expect(made.account).toMatch(/^[0-9a-f-]{36}$/);
    const call = await asNew(made.account ?? '');
    expect(await refusal(call(listTasks))).toMatchObject({ status: 401 });
    expect(await refusal(call(submitReferral, { body: calmViolence() }))).toMatchObject({
      status: 401,
    });
    const { body } = await call(takeUpMembership, { body: { personalNumber: NUMBER } });
    expect(body).toMatchObject({ agency: 'agency-imereti', numberKnown: true });
    expect((await call(listTasks)).status).toBe(200);
    expect((await call(submitReferral, { body: calmViolence() })).status).toBe(201);
    const member = (await world.table.all('member')).find(({ sub }) => sub === made.account);
    expect(member).toMatchObject({ numberHash: expect.stringMatching(/^(\d+\.)?[\w-]{43}$/) });
    expect(await eventsOf('member.joined')).toMatchObject([{ by: { sub: made.account } }]);
  });

  it('says nothing of the person in ids, events, the feed and what is kept', async () => {
    const person = aPerson();
    const { account } = await invite({ ...person, personalNumber: NUMBER } as typeof person);
    await world.hub.idle();
    const kept = JSON.stringify(await world.table.rows());
    for (const word of [person.name, person.mail, NUMBER]) expect(kept).not.toContain(word);
    const told = (await feedOf(world, 'agency-imereti')).filter(
      ({ type }) => type === 'member.invited',
    );
    expect(told.length).toBeGreaterThan(0);
    expect(JSON.stringify(told)).not.toContain(account);
  });

  it('said twice is one; with a mail that is known it is refused', async () => {
    const body = aPerson();
    const call = { body, idempotencyKey: 'invite-the-same' };
    const first = await world.as(ADMINISTRATOR)(invitePerson, call);
    const again = await world.as(ADMINISTRATOR)(invitePerson, call);
    expect(again.body).toEqual(first.body);
    const known = invite({ ...aPerson(), mail: body.mail });
    expect(await refusal(known)).toMatchObject({ status: 409, code: 'mail-taken' });
  });

  it('is over after its time, and opens nothing then', async () => {
    const { account = '' } = await invite(aPerson());
    await world.advance('PT73H');
    const call = await asNew(account);
    expect(await refusal(call(takeUpMembership, { body: {} }))).toMatchObject({
      code: 'invitation-over',
    });
  });

  it.each([
    ['a worker', 'person-giorgi-agency-imereti'],
    ['a supervisor', KETEVAN],
    ['the agency’s system', 'agency-imereti'],
  ])('is not made by %s', async (_, who) => {
    expect(await refusal(invite(aPerson(), who))).toMatchObject({ status: 404 });
    expect(await refusal(listed(who))).toMatchObject({ status: 404 });
  });

  it('gives no role of a machine, and wants a recent sign-in', async () => {
    expect(await refusal(invite(aPerson(['worker', 'system'])))).toMatchObject({
      code: 'rights-not-given',
    });
    const { tokens, visitor } = await signedIn(world.hub.url, ADMINISTRATOR);
    await world.advance('PT61M');
    const { access_token } = (await visitor.refresh(tokens.refresh_token)).tokens;
    const late = client({ baseUrl: world.hub.url, token: async () => access_token, lang: 'en' });
    expect((await late.call(listPeople)).status).toBe(200);
    const call = late.call(invitePerson, { body: aPerson() });
    expect(await refusal(call)).toMatchObject({ code: 'sign-in-again' });
  });
});

describe('a change of role', () => {
  it('holds at once, and is kept with who made it', async () => {
    const { account, call } = await there();
    const [before] = (await listed()).filter((one) => one.account === account);
    const change = (roles: Role[], ifMatch = before?.version ?? 0) =>
      world.as(ADMINISTRATOR)(changePerson, { path: { account }, body: { roles }, ifMatch });
    const { body } = await change(['worker', 'supervisor']);
    expect(body).toMatchObject({ roles: ['worker', 'supervisor'], state: 'there' });
    const path = { agencyId: AgencyId.parse('agency-imereti'), account: KETEVAN };
    const away = { path, body: { kind: 'leave' as const } };
    expect((await call(declareAbsence, away)).status).toBe(200);
    expect(await refusal(change(['worker']))).toMatchObject({ code: 'changed-meanwhile' });
    await change(['worker'], body.version);
    expect(await refusal(call(declareAbsence, away))).toMatchObject({ status: 404 });
    const [event] = (await eventsOf('member.changed')).slice(-1);
    expect(event).toMatchObject({ by: { sub: ADMINISTRATOR }, codes: { roles: 'worker' } });
  });

  it('reaches whoever an operator enrolled, and nobody of another agency or oneself', async () => {
    const change = (account: string) =>
      world.as(ADMINISTRATOR)(changePerson, {
        path: { account },
        body: { roles: ['worker', 'duty'] },
      });
    const { body } = await change('person-giorgi-agency-imereti');
    expect(body).toMatchObject({ roles: ['worker', 'duty'], version: 1 });
    expect(await refusal(change(ADMINISTRATOR))).toMatchObject({ code: 'own-membership' });
    for (const foreign of ['person-davit-police-imereti', 'agency-imereti', 'nobody']) {
      expect(await refusal(change(foreign)), foreign).toMatchObject({ code: 'account-unknown' });
    }
  });
});

describe('a removal', () => {
  it('shuts the person out with the very call, and hands the work over', async () => {
    const { account, call } = await there();
    const { task } = await routed(world, calmViolence());
    const lead: TaskId = task('assess-safety');
    const actingPerson = { ...PERSON, account };
    await step(world, 'agency-imereti', lead, { to: 'accepted', actingPerson });
    const removed = await world.as(ADMINISTRATOR)(removePerson, { path: { account } });
    expect(removed.body).toEqual({ moved: [lead], more: false });
    // The token itself is good for a quarter of an hour.
    expect(await refusal(call(listTasks))).toMatchObject({ status: 401 });
    expect(await refusal(call(submitReferral, { body: calmViolence() }))).toMatchObject({
      status: 401,
    });
    expect((await listed()).some((one) => one.account === account)).toBe(false);
    const [event] = (await eventsOf('member.removed')).slice(-1);
    expect(event).toMatchObject({ by: { sub: ADMINISTRATOR }, codes: { kind: 'removal' } });
    await expect(
      signedIn(world.hub.url, account).then(({ tokens }) => tokens),
    ).resolves.not.toHaveProperty('access_token');
    const again = world.as(ADMINISTRATOR)(removePerson, { path: { account } });
    expect(await refusal(again)).toMatchObject({ code: 'account-unknown' });
  });

  it('never leaves the agency without an administrator', async () => {
    const own = world.as(ADMINISTRATOR)(removePerson, { path: { account: ADMINISTRATOR } });
    expect(await refusal(own)).toMatchObject({ code: 'own-membership' });
    const path = { agencyId: AgencyId.parse('agency-imereti'), account: ADMINISTRATOR };
    const away = () => world.as(KETEVAN)(declareAbsence, { path, body: { kind: 'removal' } });
    expect(await refusal(away())).toMatchObject({ code: 'last-administrator' });
    const { account, call } = await there(['administrator']);
    expect((await call(listPeople)).body.items.some((one) => one.account === account)).toBe(true);
    await world.as(ADMINISTRATOR)(removePerson, { path: { account } });
    expect(await refusal(away())).toMatchObject({ code: 'last-administrator' });
  });
});

describe('the oversight body', () => {
  const confirm = (as: string, number: number, ifMatch = 1) =>
    world.as(as)(confirmProposal, { path: { number }, ifMatch });

  it('gives no rights by one person’s word: a second one confirms', async () => {
    const made = await invite(aPerson(['worker', 'supervisor']), LASHA);
    expect(made).toMatchObject({ state: 'proposed', proposal: expect.any(Number) });
    expect(made.account).toBeUndefined();
    const number = made.proposal ?? 0;
    expect((await world.as(NANA)(listProposals)).body.items).toMatchObject([
      { number, kind: 'invitation', name: made.name, proposedBy: LASHA },
    ]);
    expect(await refusal(confirm(LASHA, number))).toMatchObject({ code: 'second-person-needed' });
    for (const who of ['oversight-national', ADMINISTRATOR]) {
      expect(await refusal(confirm(who, number)), who).toMatchObject({ status: 404 });
    }
    const { body } = await confirm(NANA, number);
    expect(body).toMatchObject({ state: 'invited', account: expect.any(String), name: made.name });
    expect(await refusal(confirm(ANA, number, 2))).toMatchObject({ code: 'proposal-over' });
    const call = await asNew(body.account ?? '');
    expect((await call(takeUpMembership, { body: {} })).status).toBe(200);
  });

  it('changes no rights so either, and the one it is about does not confirm', async () => {
    const change = (roles: Role[]) =>
      world.as(LASHA)(changePerson, { path: { account: ANA }, body: { roles } });
    const { body } = await change(['worker', 'duty', 'supervisor', 'administrator']);
    const number = body.proposal ?? 0;
    expect(body.roles).toEqual(['worker', 'duty', 'supervisor']);
    expect(await refusal(confirm(ANA, number))).toMatchObject({ code: 'second-person-needed' });
    expect((await confirm(NANA, number)).body.roles).toContain('administrator');
    const types = (await world.table.all('event')).map(({ type }) => type);
    expect(types).toEqual(expect.arrayContaining(['member.proposed', 'member.changed']));
  });

  it('forgets what nobody confirmed in time', async () => {
    const { proposal = 0 } = await invite(aPerson(), LASHA);
    await world.advance('PT73H');
    expect(await refusal(confirm(NANA, proposal))).toMatchObject({ code: 'proposal-over' });
    expect((await listed(LASHA)).some(({ state }) => state === 'proposed')).toBe(false);
  });
});

describe('what somebody has in hand', () => {
  const loadsOf = async (as: string) => (await world.as(as)(listLoads)).body.items;

  it('is seen by herself and by her supervisor, and by nobody else', async () => {
    const nobody = await there();
    expect((await nobody.call(ownLoad)).body).toMatchObject({ open: 0, overdue: 0, cut: false });
    const { task } = await routed(world, calmViolence());
    const before = (await world.as(TAMAR)(ownLoad)).body;
    await step(world, TAMAR, task('assess-safety'), { to: 'accepted', actingPerson: 'თამარი' });
    const after = (await world.as(TAMAR)(ownLoad)).body;
    expect(after).toMatchObject({ open: before.open + 1, children: before.children + 1 });

    const all = await loadsOf(KETEVAN);
    expect(all.find(({ account }) => account === TAMAR)).toMatchObject(after);
    expect(all.find(({ account }) => account === nobody.account)?.name).toMatch(/^ნათია/);
    expect(all.map(({ open }) => open)).toEqual(
      all.map(({ open }) => open).toSorted((a, b) => b - a),
    );
    const looks = (await world.table.all('access')).filter(({ action }) => action === 'load.read');
    expect(looks.map(({ sub }) => sub)).toContain(KETEVAN);
    for (const other of [ADMINISTRATOR, TAMAR, 'agency-imereti']) {
      expect(await refusal(world.as(other)(listLoads))).toMatchObject({ status: 404 });
    }
    expect(await refusal(world.as('agency-imereti')(ownLoad))).toMatchObject({ status: 404 });
  });

  it('ends with the work, also when it goes over to somebody else', async () => {
    const { task } = await routed(world, calmViolence());
    await step(world, TAMAR, task('assess-safety'), { to: 'accepted', actingPerson: 'თამარი' });
    const { open } = (await world.as(TAMAR)(ownLoad)).body;
    const { account: deputy } = await there();
    const path = { agencyId: AgencyId.parse('agency-imereti'), account: TAMAR };
    await world.as(KETEVAN)(declareAbsence, { path, body: { kind: 'leave', deputy } });
    const all = await loadsOf(KETEVAN);
    expect(all.find(({ account }) => account === TAMAR)?.open).toBe(0);
    expect(all.find(({ account }) => account === deputy)?.open).toBe(open);
  });
});
