import { randomUUID } from 'node:crypto';
import { generateKeyPair, SignJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { operatorTable } from '../../infra/local/operator.ts';
import { explainAccess, openActions } from '../../shared/contract/access.ts';
import { getReferral, submitReferral } from '../../shared/contract/referrals.ts';
import { listTasks } from '../../shared/contract/tasks.ts';
import { AgencyId } from '../../shared/domain/ids.ts';
import { type Member, members } from '../../shared/store/members.ts';
import { accept, PERSON, readCase, readReferral, routed, step } from './steps.ts';
import { calmViolence, violence } from './submissions.ts';
import { refusal, startWorld, type World } from './world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world?.stop());

const LEAD = 'agency-imereti';
const STRANGER = 'agency-tbilisi';
const JSON_BODY = '{}';

/** Every call there is on a referral, its tasks and its case, each with what it must carry. */
async function everyCall() {
  const { id, from, task } = await routed(world, calmViolence());
  const opened = await readCase(world, LEAD, id, from);
  const absent = {
    [id]: 'ref_22222222',
    [task('register-report')]: 'tsk_22222222222222222222',
    [opened.id]: 'cas_22222222222222222222',
  };
  const referral = `/v1/referrals/${id}`;
  const one = `/v1/tasks/${task('register-report')}`;
  const calls = [
    ['GET', referral],
    ['GET', `${referral}/routing`],
    ['GET', `${referral}/clocks`],
    ['GET', `${referral}/timeline`],
    ['POST', `${referral}/feedback`, { code: 'acting' }],
    ['POST', `${referral}/feedback/1/acknowledgement`],
    ['POST', `${referral}/closure`, { reason: 'help-given' }],
    ['GET', one],
    ['GET', `${one}/clocks`],
    ['GET', `${one}/service-record`],
    ['POST', `${one}/transitions`, { to: 'received', actingPerson: PERSON }],
    ['POST', `${one}/redirect`, { to: STRANGER, reason: 'other-area' }],
    ['GET', `/v1/cases/${opened.id}`],
    ['GET', `/v1/cases/${opened.id}/clocks`],
    ['POST', `/v1/cases/${opened.id}/tasks`, { kind: 'provide-shelter', agency: 'ngo-zestaponi' }],
  ] as const;
  const nowhere = (path: string) =>
    Object.entries(absent).reduce((so, [real, none]) => so.replace(real, none), path);
  return calls.map(([method, path, body]) => ({ method, path, body, nowhere: nowhere(path) }));
}

type Call = Awaited<ReturnType<typeof everyCall>>[number];
const asked = (who: string | undefined, { method, body }: Call, path: string, headers = {}) =>
  world.raw(who, method, path, {
    headers: {
      ...(method === 'POST' && { 'if-match': '"1"', 'idempotency-key': '"a-key-of-a-stranger"' }),
      ...headers,
    },
    ...(method === 'POST' && { body: body ? JSON.stringify(body) : JSON_BODY }),
  });

/** What a caller can tell two answers apart by: all but the moment and the number of the request. */
function seen({ status, headers, text }: Awaited<ReturnType<World['raw']>>) {
  const { date: _, ...rest } = headers;
  const { instance, ...body } = JSON.parse(text) as Record<string, unknown>;
  return { status, headers: rest, body, numbered: typeof instance };
}

describe('what is not one’s own', () => {
  it('looks exactly like what does not exist, whatever is asked of it', async () => {
    for (const call of await everyCall()) {
      const foreign = seen(await asked(STRANGER, call, call.path));
      expect(foreign, `${call.method} ${call.path}`).toEqual(
        seen(await asked(STRANGER, call, call.nowhere)),
      );
      expect(foreign.status).toBe(404);
      expect(foreign.body.type).toBe('https://ertad.ge/problems/not-found');
    }
  });

  it('includes the referrals of colleagues, except for the safety person', async () => {
    const { id } = await routed(world, calmViolence(), { from: 'kindergarten-zestaponi' });
    // A client of another agency becomes a teacher here, and then the safety person.
    const teacher = 'clinic-zestaponi';
    const agency = AgencyId.parse('kindergarten-zestaponi');
    await changeMember(teacher, { agency, kind: 'school', roles: ['worker'] });
    const reading = () => world.as(teacher)(getReferral, { path: { referralId: id } });
    expect(await refusal(reading())).toMatchObject({ status: 404 });
    await changeMember(teacher, { roles: ['worker', 'safety-person'] });
    expect((await reading()).body.id).toBe(id);
  });
});

describe('a token', () => {
  /** Signed by nobody, or by somebody else, with whatever claims. */
  async function forged(changes: object = {}, alg: 'RS256' | 'ES256' = 'RS256') {
    const { privateKey } = await generateKeyPair(alg);
    const now = Math.floor(world.hub.clock.now() / 1000);
    return new SignJWT({
      sub: LEAD,
      client_id: LEAD,
      token_use: 'access',
      scope: 'ertad/api',
      ...changes,
    })
      .setProtectedHeader({ alg })
      .setIssuer(`${world.hub.url}/identity`)
      .setIssuedAt(now)
      .setExpirationTime(now + 600)
      .sign(privateKey);
  }
  const unsigned = (token: string) => {
    const none = Buffer.from('{"alg":"none"}').toString('base64url');
    return `${none}.${token.split('.')[1]}.`;
  };
  const changed = (token: string) => {
    const [head, , signature] = token.split('.');
    const claims = Buffer.from(JSON.stringify({ sub: 'oversight-national' })).toString('base64url');
    return `${head}.${claims}.${signature}`;
  };

  it.each([
    ['absent', async () => ({})],
    ['empty', async () => ({ authorization: 'Bearer ' })],
    ['no token', async () => ({ authorization: 'Bearer abc' })],
    ['another scheme', async () => ({ authorization: `Basic ${btoa('agency-imereti:local')}` })],
    ['signed by somebody else', async () => ({ authorization: `Bearer ${await forged()}` })],
    [
      'signed in another way',
      async () => ({ authorization: `Bearer ${await forged({}, 'ES256')}` }),
    ],
    ['not signed', async () => ({ authorization: `Bearer ${unsigned(await world.token(LEAD))}` })],
    ['changed', async () => ({ authorization: `Bearer ${changed(await world.token(LEAD))}` })],
    [
      'with something behind it',
      async () => ({ authorization: `Bearer ${await world.token(LEAD)}x` }),
    ],
  ])('that is %s opens nothing', async (_, headers) => {
    for (const path of ['/v1/tasks', '/v1/referrals', '/v1/feed']) {
      const answer = await world.raw(undefined, 'GET', path, {
        headers: (await headers()) as Record<string, string>,
      });
      expect(answer.status).toBe(401);
      expect(answer.headers['content-type']).toContain('application/problem+json');
      expect(JSON.parse(answer.text).type).toBe('https://ertad.ge/problems/not-signed-in');
    }
  });

  it('opens what it says, and no longer than it says', async () => {
    const headers = { authorization: `Bearer ${await world.hub.token(LEAD)}` };
    expect((await world.raw(undefined, 'GET', '/v1/tasks', { headers })).status).toBe(200);
    await world.advance('P1D');
    const late = await world.raw(undefined, 'GET', '/v1/tasks', { headers });
    expect(late.status).toBe(401);
    expect(JSON.parse(late.text).type).toBe('https://ertad.ge/problems/not-signed-in');
  });

  it('of no member opens nothing', async () => {
    await endMembership('court-kutaisi');
    expect(await refusal(world.as('court-kutaisi')(listTasks))).toMatchObject({ status: 401 });
  });
});

describe('a membership', () => {
  it('that changes holds at once, for reads and for writes under way', async () => {
    const { task } = await routed(world, calmViolence());
    const report = task('register-report');
    // A write, so that the function has this principal at hand.
    await step(world, 'police-imereti', report, { to: 'received', actingPerson: PERSON });
    await changeMember('police-imereti', { agency: AgencyId.parse('police-tbilisi') });
    const accepting = await world.raw('police-imereti', 'POST', `/v1/tasks/${report}/transitions`, {
      headers: { 'if-match': '"2"' },
      body: JSON.stringify({ to: 'accepted', actingPerson: PERSON }),
    });
    expect(accepting.status).toBe(404);
    const reading = await world.raw('police-imereti', 'GET', `/v1/tasks/${report}`);
    expect(reading.status).toBe(404);
    await changeMember('police-imereti', { agency: AgencyId.parse('police-imereti') });
    await accept(world, 'police-imereti', report);
  });

  it('that ends ends the sending of referrals with it', async () => {
    const sub = 'school-tbilisi';
    const call = world.as(sub);
    const body = violence({ child: { municipality: 'tbilisi' } });
    await call(submitReferral, { body });
    await endMembership(sub);
    const before = (await world.table.all('referral')).length;
    expect(await refusal(call(submitReferral, { body }))).toMatchObject({ status: 401 });
    expect((await world.table.all('referral')).length).toBe(before);
  });
});

describe('what each may know', () => {
  const body = () =>
    violence({
      forms: ['physical'],
      childsOwnWords: 'არ მინდა',
      child: { municipality: 'zestaponi', givenName: 'ანა', needs: ['wheelchair'] },
      relatedChildren: [{ givenName: 'ლუკა', role: 'alleged-to-have-harmed' }],
      safeContact: { person: 'ბებია', phone: '599 123 456' },
    });
  const groupsOf = async (mode: 'named' | 'masked') => {
    const sent = { ...body(), reporter: { mode, name: 'ნინო', phone: '599 555 555' } };
    const { id, from, task } = await routed(world, sent);
    const shown = async (agency: string, kind: string) =>
      Object.keys((await accept(world, agency, task(kind))).details).toSorted();
    return {
      id,
      referrer: Object.keys((await readReferral(world, from, id)).details).toSorted(),
      lead: await shown(LEAD, 'assess-safety'),
      police: await shown('police-imereti', 'register-report'),
      clinic: await shown('clinic-kutaisi', 'provide-health-care'),
    };
  };

  it('follows from the kind of agency', async () => {
    const { referrer, lead, police, clinic } = await groupsOf('named');
    const all = [
      ...['childs-own-words', 'concern', 'contact', 'family', 'identity', 'medical'],
      ...['narrative', 'reporter', 'whereabouts'],
    ];
    expect(referrer).toEqual(all);
    expect(lead).toEqual(all);
    expect(police).toEqual(all.filter((group) => group !== 'medical'));
    expect(clinic).toEqual(['concern', 'contact', 'identity', 'medical', 'whereabouts']);
  });

  it('leaves out who told where the reporter wants it so', async () => {
    const { id, lead, police, referrer } = await groupsOf('masked');
    expect(referrer).toContain('reporter');
    expect(lead).not.toContain('reporter');
    expect(police).not.toContain('reporter');
    const seenByLead = await world.raw(LEAD, 'GET', `/v1/referrals/${id}/timeline`);
    expect(seenByLead.text).not.toContain('school-zestaponi');
  });

  it('is entered in the access journal, read by read', async () => {
    const { id, from } = await routed(world, calmViolence());
    const entries = async () =>
      (await world.table.all('access')).filter(({ pk }) => pk === `REFERRAL#${id}`);
    const before = (await entries()).length;
    await readReferral(world, from, id);
    await readReferral(world, LEAD, id);
    const after = await entries();
    expect(after.length - before).toBe(2);
    expect(after.map(({ agency }) => agency)).toEqual(expect.arrayContaining([from, LEAD]));
    await world.raw(STRANGER, 'GET', `/v1/referrals/${id}`);
    expect(await entries()).toHaveLength(after.length);
  });
});

const membersStore = () => members(operatorTable(world.hub));

async function memberOf(sub: string) {
  const found = await membersStore().find(sub);
  if (!found) throw new Error(`${sub} is no member`);
  const { membership: version, ...member } = found;
  return { ...member, version };
}

/** Changes a membership as an operator does. */
async function changeMember(sub: string, changes: Partial<Member>): Promise<void> {
  const member = await memberOf(sub);
  const { version } = member;
  const changed = { ...member, ...changes, version: version + 1 };
  await membersStore().save(changed, randomUUID(), version);
}

const endMembership = (sub: string) => membersStore().remove(sub, randomUUID());

describe('why somebody may or may not', () => {
  it('is told to the one who asks, to oversight of anybody, and to nobody else', async () => {
    const { id, from, task } = await routed(world, calmViolence());
    await accept(world, 'police-imereti', task('register-report'));
    const { id: record } = await readCase(world, LEAD, id, from);
    const asking = (who: string, account?: string) =>
      world.as(who)(explainAccess, { query: { record, action: 'safety.read', account } });

    const own = (await asking('police-imereti')).body;
    expect(own).toMatchObject({ decision: 'allow-limited', account: 'police-imereti' });
    expect(own.rules.map(({ rule }) => rule)).toContain('reads-for-its-work');
    expect(own.rules.every(({ says, basis }) => says !== '' && basis.length > 0)).toBe(true);
    expect(own.relations.map(({ code }) => code)).toEqual(['holder', 'at-work', 'asked']);
    const medical = own.groups.find(({ group }) => group === 'medical');
    expect(medical).toEqual({ group: 'medical', open: false });

    const watched = (await asking('oversight-national', STRANGER)).body;
    expect(watched).toMatchObject({ decision: 'deny', account: STRANGER, rules: [] });
    // Of others only oversight is told; to a stranger the case does not exist, explained or not.
    expect((await refusal(asking('police-imereti', LEAD))).code).toBe('not-found');
    expect((await refusal(asking(STRANGER))).code).toBe('not-found');
    // What is asked of no record is not explained by one.
    const other = `/v1/access/explain?record=${record}&action=feed.read`;
    expect((await world.raw('police-imereti', 'GET', other)).status).toBe(400);
  });

  it('says what is open of a record to whoever asks, and not that there is one to a stranger', async () => {
    const { id, from, task } = await routed(world, calmViolence());
    await accept(world, 'police-imereti', task('register-report'));
    const { id: record } = await readCase(world, LEAD, id, from);
    const openTo = async (who: string) =>
      (await world.as(who)(openActions, { query: { record } })).body.actions;
    expect(await openTo(LEAD)).toEqual(
      expect.arrayContaining(['case.read', 'case.add-task', 'case.decide-safety', 'safety.read']),
    );
    const police = await openTo('police-imereti');
    expect(police).toContain('safety.read');
    expect(police).not.toContain('case.decide-safety');
    // What everybody may is not said of a record.
    expect(police).not.toContain('directory.read');
    expect((await refusal(openTo(STRANGER))).code).toBe('not-found');
  });

  it('names the rule that closed a group', async () => {
    const masked = {
      ...calmViolence(),
      reporter: { mode: 'masked' as const, phone: '599 11 22 33' },
    };
    const { id, from, task } = await routed(world, masked);
    await accept(world, 'police-imereti', task('register-report'));
    const { id: record } = await readCase(world, LEAD, id, from);
    const { body } = await world.as('police-imereti')(explainAccess, {
      query: { record, action: 'safety.read' },
    });
    const reporter = body.groups.find(({ group }) => group === 'reporter');
    expect(reporter).toMatchObject({ open: false, closedBy: { rule: 'masked-reporter' } });
  });
});
