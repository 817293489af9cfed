import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { challengeEndpoint, testEndpoint } from '../../shared/contract/endpoint-trials.ts';
import {
  changeEndpoint,
  createEndpoint,
  deleteEndpoint,
  disableEndpoint,
  enableEndpoint,
  getEndpoint,
  listEndpoints,
  rotateEndpoint,
} from '../../shared/contract/partners.ts';
import type { EndpointId } from '../../shared/domain/ids.ts';
import { verifySignature } from '../../shared/platform/webhook-signing.ts';
import { type Received, type Sink, startSink } from './sink.ts';
import { feedOf, routed } from './steps.ts';
import { early } from './submissions.ts';
import { verified } from './verified.ts';
import { refusal, startWorld, type World } from './world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world?.stop());

const SERVICE = 'municipality-zestaponi';
const sinks: Sink[] = [];
afterEach(async () => {
  const { items } = (await call(listEndpoints)).body;
  for (const { id } of items) await call(deleteEndpoint, { path: { endpointId: id } });
  for (const sink of sinks.splice(0)) await sink.stop();
  // Tests and challenges are counted by the minute.
  await world.advance('PT1M');
});

const call: ReturnType<World['as']> = (endpoint, ...request) =>
  world.as(SERVICE)(endpoint, ...request);

async function sinkHere(): Promise<Sink> {
  const sink = await startSink();
  sinks.push(sink);
  return sink;
}

type Given = Partial<Parameters<typeof call<typeof createEndpoint>>[1]['body']>;

/** One that answers like this to everything, from the first challenge on. */
async function deaf(status: number): Promise<Sink> {
  const sink = await sinkHere();
  sink.provesNothing();
  sink.answer({ status });
  return sink;
}

async function listening(given: Given = {}, prepared?: Sink) {
  const sink = prepared ?? (await sinkHere());
  const { body } = await call(createEndpoint, { body: { url: sink.url, ...given } });
  return { sink, id: body.id, secret: body.secret ?? '', made: body };
}

const shown = async (endpointId: EndpointId) =>
  (await call(getEndpoint, { path: { endpointId } })).body;
const versionOf = async (id: EndpointId) => (await shown(id)).version;

/** Something for the municipal service to do. */
async function work() {
  const answers = { 'low-income': 'yes', isolated: 'yes' } as const;
  const { task } = await routed(world, early(answers), { from: 'resource-centre-zestaponi' });
  await world.hub.idle();
  return task('support-family');
}

const verifiedBy = ({ headers, body }: Received, secret: string) =>
  verifySignature({ keys: [{ secret }], headers, body, atMs: world.hub.clock.now() }).ok;

describe('an address', () => {
  it('is proved by a signed challenge before anything real is sent there', async () => {
    const { sink, id, secret, made } = await listening();
    expect(made).toMatchObject({ state: 'unproven', version: 1, limits: { perSecond: 20 } });
    await world.hub.idle();
    expect(await shown(id)).toMatchObject({ state: 'active', proof: { tries: 1 } });
    const [challenge] = sink.challenges;
    if (!challenge) throw new Error('nothing was asked');
    const payload = verified(challenge, secret);
    expect(payload).toEqual({
      type: 'endpoint.challenged',
      timestamp: expect.any(String),
      data: {
        id: challenge.headers['webhook-id'],
        subject: { kind: 'endpoint', id },
        challenge: expect.stringMatching(/^[\w-]{43}$/),
        link: '/v1/webhook-endpoints',
      },
    });
  });

  it('that does not prove itself holds what waits, and is told it all in order once it does', async () => {
    const { sink, id } = await listening({}, await deaf(404));
    await world.hub.idle();
    const task = await work();
    expect(await shown(id)).toMatchObject({ state: 'unproven', health: { waiting: 1 } });
    expect(sink.received).toEqual([]);
    await world.advance('PT2M');
    expect(sink.challenges.length).toBeGreaterThanOrEqual(2);
    expect(sink.received).toEqual([]);

    sink.answer({ status: 200 });
    const { body } = await call(challengeEndpoint, { path: { endpointId: id } });
    expect(body).toMatchObject({ state: 'active', sent: { arrived: true, status: 200 } });
    await world.hub.idle();
    expect(sink.received.map(({ body }) => JSON.parse(body).data.subject.id)).toContain(task);
    expect(await shown(id)).toMatchObject({ health: { waiting: 0 } });
  });

  it('is asked again on a schedule, with the same token, until its owner is told that it was in vain', async () => {
    const { sink, id } = await listening({}, await deaf(500));
    await world.hub.idle();
    let { proof } = await shown(id);
    const from = world.hub.clock.now();
    while (proof.askedAgainAt) {
      await world.hub.moveClock({ set: proof.askedAgainAt });
      ({ proof } = await shown(id));
    }
    expect(world.hub.clock.now() - from).toBeGreaterThan(3 * 86_400_000);
    expect(await shown(id)).toMatchObject({ state: 'unproven', proof: { tries: 14 } });
    const tokens = sink.challenges.map(({ body }) => JSON.parse(body).data.challenge);
    expect(tokens).toHaveLength(14);
    expect(new Set(tokens).size).toBe(1);
    expect(JSON.stringify(await shown(id))).not.toContain(tokens[0]);
    const told = (await feedOf(world, SERVICE)).filter(({ subject }) => subject.id === id);
    expect(told.map(({ type }) => type)).toEqual(['endpoint.created', 'endpoint.failing']);
  });

  it('has to be proved anew when it changes, with another token', async () => {
    const { sink, id } = await listening({ description: 'first' });
    await world.hub.idle();
    const other = await deaf(403);
    const body = { url: other.url, events: ['*' as const] };
    const ifMatch = await versionOf(id);
    const changed = await call(changeEndpoint, { path: { endpointId: id }, body, ifMatch });
    expect(changed.body).toMatchObject({ state: 'unproven', url: other.url });
    expect(changed.body.description).toBeUndefined();
    await world.hub.idle();
    await work();
    expect([...sink.received, ...other.received]).toEqual([]);
    const tokens = [...sink.challenges, ...other.challenges].map(
      ({ body }) => JSON.parse(body).data.challenge,
    );
    expect(new Set(tokens).size).toBe(2);
    other.answer({ status: 204 });
    await world.advance('PT1M');
    expect(other.received).toHaveLength(1);
  });
});

describe('an endpoint', () => {
  it('keeps its address and its proof when something else of it changes', async () => {
    const { sink, id } = await listening();
    await world.hub.idle();
    const ifMatch = await versionOf(id);
    const path = { endpointId: id };
    const wish = {
      url: sink.url,
      events: ['task.requested' as const],
      description: 'საქმისწარმოება',
      contact: { mail: 'it@zestaponi.example', phone: '599 00 11 22' },
      limits: { perSecond: 2, atOnce: 1 },
    };
    const { body } = await call(changeEndpoint, { path, body: wish, ifMatch });
    expect(body).toMatchObject({ ...wish, state: 'active', version: ifMatch + 1 });
    expect(JSON.stringify(await world.table.rows())).not.toContain('it@zestaponi.example');
    expect((await call(listEndpoints)).body.items).toMatchObject([wish]);
    const stale = call(changeEndpoint, { path, body: wish, ifMatch });
    expect(await refusal(stale)).toMatchObject({ status: 412, code: 'changed-meanwhile' });
    const without = await world.raw(SERVICE, 'PUT', `/v1/webhook-endpoints/${id}`, {
      body: JSON.stringify(wish),
    });
    expect(without.status).toBe(428);
  });

  it('that its owner switches off gets nothing, and what comes later once it is on again', async () => {
    const { sink, id } = await listening();
    await world.hub.idle();
    const path = { endpointId: id };
    const off = await call(disableEndpoint, { path, ifMatch: await versionOf(id) });
    expect(off.body).toMatchObject({ state: 'disabled', disabled: { because: 'owner' } });
    await work();
    await world.advance('PT5M');
    expect(sink.received).toEqual([]);
    expect(await refusal(call(challengeEndpoint, { path }))).toMatchObject({
      status: 409,
      code: 'endpoint-disabled',
    });
    const again = await call(disableEndpoint, { path, ifMatch: await versionOf(id) });
    expect(again.body.version).toBe(off.body.version);

    const on = await call(enableEndpoint, { path, ifMatch: off.body.version });
    expect(on.body).toMatchObject({ state: 'active', version: off.body.version + 1 });
    const task = await work();
    expect(sink.received.map(({ body }) => JSON.parse(body).data.subject.id)).toEqual([task]);
    const told = (await feedOf(world, SERVICE)).filter(({ subject }) => subject.id === id);
    expect(told.map(({ type }) => type)).toEqual([
      ...['endpoint.created', 'endpoint.proved', 'endpoint.disabled', 'endpoint.enabled'],
    ]);
  });

  it('hears of other endpoints only by name, and never of itself', async () => {
    const all = await listening();
    const watching = await listening({ events: ['endpoint.rotated'] });
    await world.hub.idle();
    for (const endpointId of [all.id, watching.id]) {
      await call(rotateEndpoint, { path: { endpointId }, body: { overlapDays: 0 } });
    }
    await world.hub.idle();
    expect(all.sink.received).toEqual([]);
    expect(watching.sink.received.map(({ body }) => JSON.parse(body).data.subject.id)).toEqual([
      all.id,
    ]);
  });
});

describe('a key', () => {
  it('signs beside the new one for the overlap, and not after it', async () => {
    const { sink, id, secret } = await listening({ events: ['task.requested'] });
    await world.hub.idle();
    const path = { endpointId: id };
    const rotate = { path, body: { overlapDays: 1 }, idempotencyKey: 'rotate-it-once' };
    const { body } = await call(rotateEndpoint, rotate);
    const fresh = body.secret ?? '';
    expect(fresh).toMatch(/^whsec_/);
    expect(body.keys).toMatchObject([{ number: 1, until: expect.any(String) }, { number: 2 }]);
    const repeated = await call(rotateEndpoint, rotate);
    expect(repeated.body.secret).toBeUndefined();
    expect(repeated.body.version).toBe(body.version);
    expect(JSON.stringify(await world.table.rows())).not.toContain(fresh);

    await work();
    const [during] = sink.received;
    if (!during) throw new Error('nothing was received');
    expect([verifiedBy(during, secret), verifiedBy(during, fresh)]).toEqual([true, true]);
    await world.advance('PT25H');
    expect((await shown(id)).keys).toMatchObject([{ number: 2 }]);
    await work();
    const after = sink.received.at(-1) ?? during;
    expect([verifiedBy(after, secret), verifiedBy(after, fresh)]).toEqual([false, true]);
  });

  it('can be of either scheme, or of both; the public half is never a secret', async () => {
    const { sink, id, secret, made } = await listening({ scheme: 'both' });
    expect(made.keys.map(({ scheme }) => scheme)).toEqual(['v1', 'v1a']);
    const publicKey = made.keys[1]?.publicKey ?? '';
    expect(publicKey).toMatch(/^whpk_/);
    expect(JSON.stringify(made)).not.toContain('whsk_');
    await world.hub.idle();
    const [asked] = sink.challenges;
    if (!asked) throw new Error('nothing was asked');
    expect([verifiedBy(asked, secret), verifiedBy(asked, publicKey)]).toEqual([true, true]);

    const path = { endpointId: id };
    const moved = { path, body: { overlapDays: 0, scheme: 'v1a' as const } };
    const { body } = await call(rotateEndpoint, moved);
    expect(body.secret).toBeUndefined();
    expect(body.keys).toMatchObject([{ number: 3, scheme: 'v1a' }]);
    await call(testEndpoint, { path });
    const [test] = sink.tests;
    if (!test) throw new Error('no test came');
    expect(verifiedBy(test, body.keys[0]?.publicKey ?? '')).toBe(true);
    expect(test.headers['webhook-signature']).toMatch(/^v1a,[^ ]+$/);
  });

  it('may be the owner’s own, if it is long enough', async () => {
    const own = `whsec_${Buffer.alloc(24, 7).toString('base64')}`;
    const { sink, secret } = await listening({ secret: own });
    expect(secret).toBe(own);
    await world.hub.idle();
    const [asked] = sink.challenges;
    expect(asked && verifiedBy(asked, own)).toBe(true);
  });

  it('is not replaced so often that too many sign at once', async () => {
    const { id } = await listening();
    const path = { endpointId: id };
    const rotate = (overlapDays: number) => call(rotateEndpoint, { path, body: { overlapDays } });
    for (let time = 0; time < 5; time += 1) await rotate(7);
    expect(await refusal(rotate(7))).toMatchObject({ status: 409, code: 'too-many-keys' });
    expect((await rotate(0)).body.keys).toHaveLength(1);
  });
});

describe('a test', () => {
  it('says what was sent, what came back and what to do about it, in both languages', async () => {
    const { sink, id, secret } = await listening();
    await world.hub.idle();
    const path = { endpointId: id };
    const good = (await call(testEndpoint, { path })).body;
    expect(good).toMatchObject({ arrived: true, status: 204, headers: { 'ertad-payload': '1' } });
    expect(good.problem).toBeUndefined();
    const [received] = sink.tests;
    expect(received && verifiedBy(received, secret)).toBe(true);
    expect(received?.headers['webhook-id']).toBe(good.event);

    sink.answer({ status: 401 });
    const bad = (await call(testEndpoint, { path })).body;
    expect(bad).toMatchObject({ arrived: false, status: 401, excerpt: 'thanks' });
    expect(bad.problem).toMatchObject({
      code: 'not-let-in',
      label: expect.stringMatching(/did not let/),
    });
    await sink.stop();
    sinks.splice(sinks.indexOf(sink), 1);
    const { body } = await world.as(SERVICE, 'ka')(testEndpoint, { path });
    expect(body.problem?.code).toBe('connection-refused');
    expect(body.problem?.instead).toMatch(/[ა-ჰ]/);
    expect(JSON.stringify([good, bad, body])).not.toContain(secret);
  });

  it('cannot be sent more than a few times a minute', async () => {
    const { sink, id } = await listening();
    await world.hub.idle();
    const path = { endpointId: id };
    for (let time = 0; time < 6; time += 1) await call(testEndpoint, { path });
    const seventh = await refusal(call(testEndpoint, { path }));
    expect(seventh).toMatchObject({ status: 429, code: 'sent-too-often' });
    expect(await refusal(call(challengeEndpoint, { path }))).toMatchObject({ status: 429 });
    expect(sink.tests).toHaveLength(6);
    await world.advance('PT1M');
    expect((await call(testEndpoint, { path })).body.arrived).toBe(true);
  });
});

describe('bad input', () => {
  const register = (body: object) =>
    world.raw(SERVICE, 'POST', '/v1/webhook-endpoints', {
      headers: { 'idempotency-key': `"${crypto.randomUUID()}"` },
      body: JSON.stringify({ url: 'https://example.org/hook', ...body }),
    });
  const short = `whsec_${Buffer.alloc(23, 7).toString('base64')}`;

  it.each([
    ['plain http', { url: 'http://1.1.1.1/hook' }, '/url', 'not-https'],
    ['a private address', { url: 'https://10.0.0.1/hook' }, '/url', 'not-public'],
    ['a name nobody knows', { url: 'https://nobody.ertad-test.zz/' }, '/url', 'unresolvable'],
    ['an unknown event', { events: ['task.eaten'] }, '/events/0', 'invalid-union'],
    ['no event', { events: [] }, '/events', 'too-small'],
    ['a long description', { description: 'ა'.repeat(201) }, '/description', 'too-big'],
    ['a contact without a way', { contact: {} }, '/contact', 'mail-or-phone-missing'],
    [
      'limits beyond measure',
      { limits: { perSecond: 500, atOnce: 1 } },
      '/limits/perSecond',
      'too-big',
    ],
    ['a short secret', { secret: short }, '/secret', 'secret-too-short'],
    ['a secret that is none', { secret: 'password' }, '/secret', 'secret-malformed'],
    ['a secret for Ed25519', { secret: short, scheme: 'v1a' }, '/secret', 'secret-without-v1'],
  ])('is refused by name and place: %s', async (_, body, pointer, code) => {
    const { status, text } = await register(body);
    expect(status).toBe(400);
    const problem = JSON.parse(text);
    expect(problem.errors).toMatchObject([{ pointer, code }]);
    expect(problem.detail.length).toBeGreaterThan(10);
    expect(text).not.toContain(short);
    expect((await call(listEndpoints)).body.items).toEqual([]);
  });

  it('is refused: an overlap out of range, too many endpoints, another agency’s endpoint', async () => {
    const { id, sink } = await listening();
    const path = { endpointId: id };
    const overlap = await refusal(call(rotateEndpoint, { path, body: { overlapDays: 8 } }));
    expect(overlap).toMatchObject({ status: 400, code: 'body-invalid' });
    expect(overlap.problem.errors).toEqual([{ pointer: '/overlapDays', code: 'too-big' }]);

    for (let more = 0; more < 4; more += 1) {
      await call(createEndpoint, { body: { url: sink.url } });
    }
    const sixth = await refusal(call(createEndpoint, { body: { url: sink.url } }));
    expect(sixth).toMatchObject({ status: 409, code: 'too-many-endpoints' });

    const foreign = world.as('agency-imereti');
    const asked = [
      () => foreign(getEndpoint, { path }),
      () => foreign(rotateEndpoint, { path, body: { overlapDays: 0 } }),
      () => foreign(testEndpoint, { path }),
      () => foreign(challengeEndpoint, { path }),
      () => foreign(disableEndpoint, { path, ifMatch: 1 }),
      () => foreign(deleteEndpoint, { path }),
    ];
    for (const one of asked) expect(await refusal(one())).toMatchObject({ status: 404 });
  });
});
