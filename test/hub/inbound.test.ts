import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { operatorTable } from '../../infra/local/operator.ts';
import { createInboundKey } from '../../shared/contract/inbound.ts';
import type { TaskId } from '../../shared/domain/ids.ts';
import { members } from '../../shared/store/members.ts';
import { heard, sung, written } from './canaries.ts';
import { ed25519Pair, type Sign, send, sendAgain, signsWith } from './partner-system.ts';
import { readReferral, readTask, routed, routingOf } from './steps.ts';
import { calmViolence, early } from './submissions.ts';
import { startWorld, type World } from './world.ts';

const SERVICE = 'municipality-zestaponi';
const CLINIC = 'clinic-kutaisi';
const SCHOOL = 'school-zestaponi';
const OFFICER = 'resource-centre-zestaponi';
/** Longer than the five minutes that a signature is good. */
const LATE = 'PT5M2S';

let world: World;
let service: Sign;
let school: Sign;

/** A door of an agency whose system signs with a secret of the hub's. */
async function door(agency: string) {
  const { body } = await world.as(agency)(createInboundKey, { body: { scheme: 'v1' } });
  return signsWith(body.secret ?? '');
}

beforeAll(async () => {
  world = await startWorld();
  service = await door(SERVICE);
  const pair = ed25519Pair();
  school = pair.sign;
  const body = { scheme: 'v1a' as const, publicKey: pair.publicKey };
  await world.as(SCHOOL)(createInboundKey, { body });
});
afterAll(() => world?.stop());

/** Something for the municipal service to do. */
const work = async (): Promise<TaskId> => {
  const needy = early({ 'low-income': 'yes', isolated: 'yes' });
  return (await routed(world, needy, { from: OFFICER })).task('support-family');
};
const received = (task: string, version = 1, more: object = {}) => ({
  type: 'task.transition',
  data: { task, version, to: 'received', actingPerson: { name: 'თამარ' }, ...more },
});
const referring = (changes = {}) => ({ type: 'referral.submit', data: calmViolence(changes) });
const eventsOf = async (id: string) =>
  (await world.table.rows()).filter(({ pk, sk }) => pk.endsWith(`#${id}`) && /^EVENT#\d/.test(sk));

describe('a step of a task', () => {
  it('is taken as if the system had called, and says by which key it came in', async () => {
    const task = await work();
    const message = { ...received(task), timestamp: '2026-11-24T09:05:00Z' };
    const { status, said, headers } = await send(world, SERVICE, service, message);
    expect([status, headers.etag]).toEqual([200, '"2"']);
    // When it was fetched stands only in what is read after that.
    const { delivery: _, ...read } = await readTask(world, SERVICE, task);
    expect(said).toEqual(JSON.parse(JSON.stringify(read)));
    expect(said).toMatchObject({ status: 'received', work: { actingPerson: 'თამარ' } });
    const by = { sub: SERVICE, agency: SERVICE, through: expect.stringMatching(/^ink_/) };
    expect((await eventsOf(task)).at(-1)).toMatchObject({ type: 'task.received', by });
  });

  it('that is sent again is taken once, also when the task has moved on since', async () => {
    const task = await work();
    const first = await send(world, SERVICE, service, received(task));
    const again = await sendAgain(world, SERVICE, first.capture);
    expect([again.status, again.said]).toEqual([200, first.said]);
    const on = received(task, 2, { to: 'accepted' });
    expect(await send(world, SERVICE, service, on)).toMatchObject({ status: 200 });
    const late = await sendAgain(world, SERVICE, first.capture);
    expect(late).toMatchObject({ status: 200, said: { status: 'accepted', version: 3 } });
    // Signed anew, by the same id: what the sender does that got no answer.
    await world.advance(LATE);
    const id = first.capture.headers['webhook-id'] ?? '';
    const anew = await send(world, SERVICE, service, received(task), { id });
    expect(anew).toMatchObject({ status: 200, said: { version: 3 } });
    expect(await eventsOf(task)).toHaveLength(3);
  });

  it('that is sent five times at once is taken once', async () => {
    const task = await work();
    const { capture } = await send(world, SERVICE, service, received('tsk_22222222222222222222'));
    const body = JSON.stringify(received(task));
    const at = new Date(world.hub.clock.now());
    const signature = service('at-once', at, body);
    const headers = {
      ...capture.headers,
      ...{ 'webhook-id': 'at-once', 'webhook-signature': signature },
      'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
    };
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => sendAgain(world, SERVICE, { headers, body })),
    );
    for (const { status, code } of answers) {
      expect(status === 200 || code === 'still-running', `${status} ${code}`).toBe(true);
    }
    expect(answers.map(({ status }) => status)).toContain(200);
    expect((await eventsOf(task)).map(({ type }) => type)).toEqual([
      'task.requested',
      'task.received',
    ]);
  });

  it('is refused as the endpoint refuses it', async () => {
    const task = await work();
    const stale = await send(world, SERVICE, service, received(task, 7));
    expect([stale.status, stale.code]).toEqual([412, 'changed-meanwhile']);
    const nobody = { type: 'task.transition', data: { task, version: 1, to: 'accepted' } };
    const refused = await send(world, SERVICE, service, nobody);
    expect([refused.status, refused.code]).toEqual([400, 'acting-person-missing']);
    // What was refused was not done: the same id may bring it right.
    const id = refused.capture.headers['webhook-id'] ?? '';
    const right = await send(world, SERVICE, service, received(task), { id });
    expect(right.status).toBe(200);
    const other = await send(world, SERVICE, service, received(task, 2, { to: 'accepted' }), {
      id,
    });
    expect([other.status, other.code]).toEqual([422, 'idempotency-key-reused']);
  });

  it('of another agency is not found, like one that does not exist', async () => {
    const { task } = await routed(world, calmViolence());
    const foreign = await send(world, SERVICE, service, received(task('register-report')));
    const none = await send(world, SERVICE, service, received('tsk_22222222222222222222'));
    expect([foreign.status, foreign.code]).toEqual([404, 'not-found']);
    expect({ ...foreign.said, instance: '' }).toEqual({ ...none.said, instance: '' });
  });
});

describe('a referral', () => {
  it('signed by a pair of the school’s own is taken in, routed and answered with a receipt', async () => {
    const { status, said, headers, capture } = await send(world, SCHOOL, school, referring());
    expect(status).toBe(201);
    expect(said.receiptNumber).toMatch(/^ER-/);
    await world.hub.idle();
    const id = String(said.id) as Parameters<typeof routingOf>[1];
    expect(headers.location).toBe(`/v1/referrals/${id}`);
    expect((await routingOf(world, id, SCHOOL)).asked.map(({ kind }) => kind)).toContain(
      'assess-safety',
    );
    expect(await readReferral(world, SCHOOL, id)).toMatchObject({ id });
    const [submitted] = await eventsOf(id);
    expect(submitted).toMatchObject({ by: { sub: SCHOOL, through: expect.any(String) } });

    const before = (await world.table.all('referral')).length;
    const again = await sendAgain(world, SCHOOL, capture);
    expect([again.status, again.said]).toEqual([201, said]);
    const webhookId = capture.headers['webhook-id'] ?? '';
    const danger = referring({ immediateDanger: 'yes' });
    const other = await send(world, SCHOOL, school, danger, { id: webhookId });
    expect([other.status, other.code]).toEqual([422, 'idempotency-key-reused']);
    expect((await world.table.all('referral')).length).toBe(before);
  });

  it('is taken in every byte of it, and refused by the same rules', async () => {
    const letters = 'ბავშვი ამბობს: „არ მინდა სახლში“ 🙈';
    const { said } = await send(world, SCHOOL, school, referring({ narrative: letters }));
    const id = String(said.id) as Parameters<typeof readReferral>[2];
    expect((await readReferral(world, SCHOOL, id)).details.narrative).toMatchObject({
      narrative: letters,
    });
    const nowhere = referring({ child: { municipality: 'atlantis' } });
    const refused = await send(world, SCHOOL, school, nowhere);
    expect([refused.status, refused.code]).toEqual([400, 'unknown-municipality']);
  });
});

describe('whoever cannot sign', () => {
  it('learns nothing from the answer: not who has a door here, nor what was wrong', async () => {
    const sign = await door(CLINIC);
    const message = received('tsk_22222222222222222222');
    const [id, at] = ['msg_x', new Date(world.hub.clock.now())];
    const good = service(id, at, JSON.stringify(message));
    const answers = await Promise.all([
      send(world, SERVICE, sign, message),
      send(world, SERVICE, () => 'v1,AAAA', message),
      send(world, SERVICE, () => '', message),
      send(world, SERVICE, () => good, { ...message, more: 1 }, { id, at }),
      send(world, SERVICE, () => good.replace('v1,', 'v1a,'), message, { id, at }),
      send(world, SERVICE, sign, message, { at: new Date(at.getTime() - 400_000) }),
      send(world, SERVICE, service, message, { headers: { 'webhook-timestamp': 'now' } }),
      send(world, SERVICE, service, message, { headers: { 'webhook-id': 'a.b' } }),
      send(world, CLINIC, service, message),
      send(world, 'ngo-zestaponi', service, message),
      send(world, 'no-such-agency', service, message),
      send(world, 'No%20Agency', service, message),
      world.raw(SERVICE, 'POST', `/v1/inbound/${SERVICE}`, { body: JSON.stringify(message) }),
    ]);
    const bodies = answers.map(({ status, text }) => {
      expect(status).toBe(401);
      const { instance: _, ...said } = JSON.parse(text) as Record<string, unknown>;
      return said;
    });
    for (const said of bodies) expect(said).toEqual(bodies[0]);
    expect(bodies[0]?.type).toBe('https://ertad.ge/problems/signature-refused');
  });

  it('is refused before the body is read', async () => {
    expect(await send(world, SERVICE, school, '{"broken')).toMatchObject({ status: 401 });
  });
});

describe('whoever can sign', () => {
  it.each([
    ['too late', -302],
    ['too early', 330],
  ])('and comes %s is told so, and how to go on', async (_, off) => {
    const body = received(await work());
    const at = new Date(world.hub.clock.now() + off * 1000);
    const answer = await send(world, SERVICE, service, body, { at });
    expect([answer.status, answer.code]).toEqual([401, 'signature-out-of-time']);
  });

  it('is heard a little late or early: clocks are never the same', async () => {
    for (const off of [-270, 290]) {
      const body = received(await work());
      const at = new Date(world.hub.clock.now() + off * 1000);
      const answer = await send(world, SERVICE, service, body, { at });
      expect(answer.status).toBe(200);
    }
  });

  it('cannot be played again from a recording after five minutes', async () => {
    const { capture } = await send(world, SERVICE, service, received(await work()));
    expect((await sendAgain(world, SERVICE, capture)).status).toBe(200);
    await world.advance(LATE);
    const replayed = await sendAgain(world, SERVICE, capture);
    expect([replayed.status, replayed.code]).toEqual([401, 'signature-out-of-time']);
  });

  it.each<[string, unknown, number, string, object[]]>([
    ['no JSON', '{"type":', 400, 'json-broken', []],
    ['nothing', '', 400, 'json-broken', []],
    [
      'an unknown type',
      { type: 'task.delete', data: {} },
      400,
      'body-invalid',
      [{ pointer: '/type' }],
    ],
    [
      'no version',
      { type: 'task.transition', data: { task: `tsk_${'2'.repeat(20)}`, to: 'received' } },
      400,
      'body-invalid',
      [{ pointer: '/data/version', code: 'missing' }],
    ],
    [
      'a field too many',
      received(`tsk_${'2'.repeat(20)}`, 1, { more: 1 }),
      400,
      'body-invalid',
      [{ pointer: '/data/more', code: 'unknown-key' }],
    ],
    ['a task of no such form', received('tsk_x'), 400, 'body-invalid', [{ pointer: '/data/task' }]],
    [
      'too much',
      JSON.stringify(referring({ narrative: 'x'.repeat(66_000) })),
      413,
      'body-too-large',
      [],
    ],
  ])('and sends %s is told what is wrong with it', async (_, message, status, code, errors) => {
    const answer = await send(world, SERVICE, service, message);
    expect([answer.status, answer.code]).toEqual([status, code]);
    if (errors.length > 0) expect(answer.said.errors).toMatchObject(errors);
  });
});

describe('a membership that ends', () => {
  it('takes the power of its key with it, at once', async () => {
    const sub = 'police-imereti';
    const store = members(operatorTable(world.hub));
    const sign = await door(sub);
    const task = (await routed(world, calmViolence())).task('register-report');
    expect((await send(world, sub, sign, received(task))).status).toBe(200);
    const found = await store.find(sub);
    if (!found) throw new Error(`${sub} is no member`);
    const { membership: version, ...member } = found;

    const other = await store.find(SERVICE);
    if (!other) throw new Error(`${SERVICE} has no system`);
    const moved = { ...member, agency: other.agency, version: version + 1 };
    await store.save(moved, randomUUID(), version);
    const elsewhere = await send(world, sub, sign, received(task, 2, { to: 'accepted' }));
    expect([elsewhere.status, elsewhere.code]).toEqual([401, 'signature-refused']);

    await store.remove(sub, randomUUID());
    const gone = await send(world, sub, sign, received(task, 2, { to: 'accepted' }));
    expect([gone.status, gone.code]).toEqual([401, 'signature-refused']);
    expect((await eventsOf(task)).map(({ type }) => type)).toEqual([
      'task.requested',
      'task.received',
    ]);
  });
});

describe('what was sent in', () => {
  it('is in no log and no refusal, and every refused signature is counted', async () => {
    const wrong = { ...sung, forms: [sung.child.givenName] };
    const step = received(`tsk_${'2'.repeat(20)}`, 1, { note: written.note, to: written.note });
    const texts = [
      await send(world, SERVICE, school, { type: 'referral.submit', data: sung }),
      await send(world, SCHOOL, school, { type: 'referral.submit', data: wrong }),
      await send(world, SCHOOL, school, { type: sung.narrative, data: sung }),
      await send(world, SERVICE, service, step),
      await send(world, SERVICE, service, JSON.stringify(step).slice(0, -2)),
      await send(world, 'no-agency', service, step),
    ].map(({ status, text, headers }) => {
      expect(status).toBeGreaterThanOrEqual(400);
      return text + JSON.stringify(headers);
    });
    expect(heard(texts.join('\n'))).toEqual([]);
    const { status } = await send(world, SCHOOL, school, { type: 'referral.submit', data: sung });
    expect(status).toBe(201);
    await world.hub.idle();
    const log = readFileSync(join(world.hub.dataDir, 'functions.log'), 'utf8');
    expect(heard(log)).toEqual([]);
    expect(log).toContain('"SignaturesRefused"');
    expect(log).toContain('"because":"signature-wrong"');
    expect(log).not.toMatch(/no-such-agency|whsec_|v1,[A-Za-z0-9+/]{8}/);
  });
});
