import { Webhook } from 'standardwebhooks';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { listDeliveries } from '../../shared/contract/deliveries.ts';
import { readFeed } from '../../shared/contract/feed.ts';
import { createEndpoint, deleteEndpoint, listEndpoints } from '../../shared/contract/partners.ts';
import type { EndpointId } from '../../shared/domain/ids.ts';
import { WebhookPayload } from '../../shared/domain/webhook/payload.ts';
import { type Sink, startSink } from './sink.ts';
import { feedOf, routed } from './steps.ts';
import { calmViolence, early } from './submissions.ts';
import { verified } from './verified.ts';
import { refusal, startWorld, type World } from './world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world?.stop());

const SERVICE = 'municipality-zestaponi';
const sinks: Sink[] = [];
const endpoints: EndpointId[] = [];
afterEach(async () => {
  for (const endpointId of endpoints.splice(0)) {
    await world.as(SERVICE)(deleteEndpoint, { path: { endpointId } });
  }
  for (const sink of sinks.splice(0)) await sink.stop();
});

/** A system of the municipal service, registered and listening. */
async function listening(events: ['*'] | ['task.requested'] = ['*']) {
  const sink = await startSink();
  sinks.push(sink);
  const { body } = await world.as(SERVICE)(createEndpoint, { body: { url: sink.url, events } });
  endpoints.push(body.id);
  return { sink, id: body.id, secret: body.secret ?? '' };
}
/** Something for the municipal service to do. */
const work = async () => {
  const referral = await routed(world, early({ 'low-income': 'yes', isolated: 'yes' }), {
    from: 'resource-centre-zestaponi',
  });
  await world.hub.idle();
  return referral.task('support-family');
};
const deliveries = async (endpointId: EndpointId) =>
  (await world.as(SERVICE)(listDeliveries, { path: { endpointId } })).body.items;
const lastDelivery = async (endpointId: EndpointId) => (await deliveries(endpointId))[0];

describe('a webhook', () => {
  // First of all: the clock has not been moved yet, so the library can check the time as well.
  it('is thin, signed, and verified by the official library', async () => {
    const { sink, id, secret } = await listening();
    expect(secret).toMatch(/^whsec_/);
    const task = await work();
    const [received] = sink.received.filter(({ body }) => body.includes(task));
    if (!received) throw new Error('nothing was received');
    const payload = WebhookPayload.parse(verified(received, secret));
    const [entry] = (await feedOf(world, SERVICE)).slice(-1);
    expect(payload).toEqual({
      type: 'task.requested',
      timestamp: entry?.at,
      data: {
        id: entry?.id,
        sequence: entry?.sequence,
        subject: { kind: 'task', id: task },
        deadline: entry?.deadline,
        urgency: 'routine',
        link: `/v1/tasks/${task}`,
      },
    });
    expect(received.headers['webhook-id']).toBe(entry?.id);
    expect(Buffer.byteLength(received.body)).toBeLessThan(2048);
    expect(() => new Webhook(secret).verify(`${received.body} `, received.headers)).toThrow();
    expect(await lastDelivery(id)).toMatchObject({
      sequence: entry?.sequence,
      event: entry?.id,
      status: 'delivered',
      attempts: [{ status: 204 }],
    });
  });

  it('comes again after a failure, later each time, with the same id, until it is taken', async () => {
    const { sink, id, secret } = await listening();
    sink.answer({ status: 500 });
    await work();
    const first = await lastDelivery(id);
    expect(first).toMatchObject({ status: 'waiting' });
    expect(first?.attempts?.[0]).toMatchObject({ status: 500 });
    // The first pause is of five seconds: a slow machine may have waited that long by itself.
    await world.advance('PT10S');
    expect(sink.received).toHaveLength(2);

    const pauses: number[] = [];
    for (let attempt = 2; attempt < 4; attempt += 1) {
      const { nextAttemptAt = '', attempts = [] } = (await lastDelivery(id)) ?? {};
      pauses.push(Date.parse(nextAttemptAt) - Date.parse(attempts.at(-1)?.at ?? ''));
      const soon = new Date(Date.parse(nextAttemptAt) - 30_000).toISOString();
      if (Date.parse(soon) > world.hub.clock.now()) {
        await world.hub.moveClock({ set: soon });
        expect(sink.received).toHaveLength(attempt);
      }
      await world.advance('PT40S');
      expect(sink.received).toHaveLength(attempt + 1);
    }
    expect(pauses).toEqual(pauses.toSorted((a, b) => a - b));
    expect(pauses.at(-1)).toBeGreaterThan(60_000);

    sink.answer({ status: 200 });
    await world.advance('P1D');
    expect(await lastDelivery(id)).toMatchObject({ status: 'delivered' });
    // What clocks say of the task meanwhile comes after it, and is not about this.
    const same = sink.received.filter(({ body }) => body.includes('task.requested'));
    expect(same).toHaveLength(5);
    expect(new Set(same.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
    const stamps = same.map(({ headers }) => headers['webhook-timestamp']);
    expect(new Set(stamps).size).toBe(stamps.length);
    for (const one of sink.received) verified(one, secret);
    const before = sink.received.length;
    await world.advance('P5D');
    // Taken is taken: what comes now are other entries, such as overdue clocks.
    const again = sink.received.slice(before).map(({ headers }) => headers['webhook-id']);
    expect(again).not.toContain(sink.received[0]?.headers['webhook-id']);
  });

  it.each([
    ['a redirect', { status: 302, headers: { location: 'http://127.0.0.1:9/' } }, { status: 302 }],
    ['a refusal', { status: 400 }, { status: 400 }],
  ])('counts %s as a failure and tries again', async (_, answer, attempt) => {
    const { sink, id } = await listening(['task.requested']);
    sink.answer(answer);
    await work();
    expect(await lastDelivery(id)).toMatchObject({ status: 'waiting', attempts: [attempt] });
    await world.advance('PT10S');
    expect((await lastDelivery(id))?.attempts).toHaveLength(2);
  });

  it('counts a refused connection as a failure, and comes when somebody listens', async () => {
    const { sink, id } = await listening(['task.requested']);
    // Proved first: nothing is sent to an address that has not answered yet.
    await world.hub.idle();
    await sink.stop();
    sinks.pop();
    await work();
    const waiting = await lastDelivery(id);
    expect(waiting).toMatchObject({
      status: 'waiting',
      attempts: [{ error: 'connection-refused' }],
    });
  });

  it('gives up waiting for an answer, and does not hold up others meanwhile', async () => {
    const { sink, id } = await listening(['task.requested']);
    sink.answer('silence');
    const other = await listening(['task.requested']);
    await routed(world, early({ 'low-income': 'yes', isolated: 'yes' }), {
      from: 'resource-centre-zestaponi',
    }).catch(() => undefined);
    await world.hub.idle(40_000);
    expect(other.sink.received).toHaveLength(1);
    expect((await lastDelivery(id))?.attempts).toMatchObject([{ error: expect.any(String) }]);
    const [attempt] = (await lastDelivery(id))?.attempts ?? [];
    expect(attempt?.milliseconds).toBeLessThan(20_000);
    expect(attempt?.status).toBeUndefined();
  });

  it('is not tried again once the address says that it is gone', async () => {
    const { sink, id } = await listening(['task.requested']);
    sink.answer({ status: 410 });
    await work();
    expect(await lastDelivery(id)).toMatchObject({ status: 'parked', attempts: [{ status: 410 }] });
    await world.advance('P4D');
    expect(sink.received).toHaveLength(1);
  });

  it('is given up after ten tries and more, over three days and more', async () => {
    const { sink, id } = await listening(['task.requested']);
    sink.answer({ status: 503 });
    await work();
    let delivery = await lastDelivery(id);
    while (delivery?.nextAttemptAt) {
      await world.hub.moveClock({
        set: new Date(Date.parse(delivery.nextAttemptAt) + 500).toISOString(),
      });
      delivery = await lastDelivery(id);
    }
    const { status, attempts = [] } = delivery ?? {};
    expect(status).toBe('given-up');
    expect(attempts.length).toBeGreaterThanOrEqual(10);
    const [from, to] = [attempts.at(0), attempts.at(-1)].map((one) => Date.parse(one?.at ?? ''));
    expect((to ?? 0) - (from ?? 0)).toBeGreaterThanOrEqual(72 * 3_600_000);
    expect(sink.received).toHaveLength(attempts.length);
  });

  it('comes for the events that were asked for, and for no agency but its own', async () => {
    const { sink } = await listening(['task.requested']);
    await routed(world, calmViolence());
    expect(sink.received).toEqual([]);
    await work();
    expect(sink.received.map(({ body }) => JSON.parse(body).type)).toEqual(['task.requested']);
  });
});

describe('an endpoint', () => {
  const register = (url: string) =>
    world.as(SERVICE)(createEndpoint, { body: { url, events: ['*'] } });

  it.each([
    ['a private address', 'http://10.0.0.1/hook', 'not-public'],
    ['a private address over TLS', 'https://192.168.1.20/hook', 'not-public'],
    ['one dressed up as IPv6', 'https://[::ffff:10.0.0.1]/hook', 'not-public'],
    ['the address of the cloud’s own secrets', 'http://169.254.169.254/latest', 'not-public'],
    ['a name nobody knows', 'https://nobody.ertad-test.zz/hook', 'unresolvable'],
    ['a password in the address', 'https://user:secret@example.org/', 'credentials-in-url'],
    ['another protocol', 'ftp://127.0.0.1/hook', 'not-https'],
  ])('is not taken for %s', async (_, url, code) => {
    const { status, problem } = await refusal(register(url));
    expect(status).toBe(400);
    expect(problem.errors).toMatchObject([{ pointer: '/url', code }]);
    expect(JSON.stringify(problem)).not.toContain('hook');
    expect((await world.as(SERVICE)(listEndpoints)).body.items).toEqual([]);
  });

  it('shows its secret once, also when the call is repeated', async () => {
    const sink = await startSink();
    sinks.push(sink);
    const call = {
      body: { url: sink.url, events: ['*'] as ['*'] },
      idempotencyKey: 'one-endpoint-only',
    };
    const first = await world.as(SERVICE)(createEndpoint, call);
    endpoints.push(first.body.id);
    const again = await world.as(SERVICE)(createEndpoint, call);
    expect(again.body).toMatchObject({ id: first.body.id, url: sink.url });
    expect(again.body.secret).toBeUndefined();
    const { body } = await world.as(SERVICE)(listEndpoints);
    expect(JSON.stringify(body)).not.toContain('whsec_');
    expect(JSON.stringify(await world.table.rows())).not.toContain(first.body.secret);
    expect((await world.as('agency-imereti')(listEndpoints)).body.items).toEqual([]);
    const foreign = world.as('agency-imereti')(listDeliveries, {
      path: { endpointId: first.body.id },
    });
    expect(await refusal(foreign)).toMatchObject({ status: 404 });
  });

  it('that was removed gets nothing more, and the feed keeps every entry', async () => {
    const { sink, id } = await listening();
    sink.answer({ status: 500 });
    const task = await work();
    const before = sink.received.length;
    await world.as(SERVICE)(deleteEndpoint, { path: { endpointId: id } });
    endpoints.pop();
    await world.advance('PT1H');
    expect(sink.received).toHaveLength(before);
    expect((await feedOf(world, SERVICE)).map(({ subject }) => subject.id)).toContain(task);
  });
});

describe('the feed', () => {
  it('has every entry once, numbered without a gap, whatever the page', async () => {
    await work();
    const whole = await feedOf(world, SERVICE);
    expect(whole.length).toBeGreaterThan(8);
    expect(whole.map(({ sequence }) => sequence)).toEqual(whole.map((_, place) => place + 1));
    expect(await feedOf(world, SERVICE, 3)).toEqual(whole);
    expect(new Set(whole.map(({ id }) => id)).size).toBe(whole.length);
    const { body } = await world.as(SERVICE)(readFeed, { query: { after: whole.length } });
    expect(body).toEqual({ items: [], last: whole.length });
    const tail = await world.as(SERVICE)(readFeed, { query: { after: whole.length - 2 } });
    expect(tail.body.items).toEqual(whole.slice(-2));
  });

  it.each(['after=-1', 'after=x', 'limit=0', 'limit=101', 'before=3'])(
    'does not take %s',
    async (query) => {
      const answer = await world.raw(SERVICE, 'GET', `/v1/feed?${query}`);
      expect(answer.status).toBe(400);
      expect(JSON.parse(answer.text).type).toMatch(/query-invalid$/);
    },
  );
});
