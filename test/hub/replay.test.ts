import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  getDelivery,
  listDeliveries,
  replayDeliveries,
  replayDelivery,
} from '../../shared/contract/deliveries.ts';
import {
  changeEndpoint,
  createEndpoint,
  disableEndpoint,
  enableEndpoint,
  getEndpoint,
} from '../../shared/contract/partners.ts';
import type { EndpointId, TaskId } from '../../shared/domain/ids.ts';
import { type Sink, startSink } from './sink.ts';
import { feedOf, routed } from './steps.ts';
import { early } from './submissions.ts';
import { refusal, startWorld, type World } from './world.ts';

const SERVICE = 'municipality-zestaponi';
let world: World;
let sink: Sink;
let endpointId: EndpointId;
/** Each with what is said of it until it is overdue. */
const tasks: TaskId[] = [];

const call: ReturnType<World['as']> = (endpoint, ...request) =>
  world.as(SERVICE)(endpoint, ...request);

beforeAll(async () => {
  [world, sink] = await Promise.all([startWorld(), startSink()]);
  endpointId = (await call(createEndpoint, { body: { url: sink.url } })).body.id;
  await world.hub.idle();
  for (let one = 0; one < 2; one += 1) tasks.push(await work());
  await world.advance('P9D');
  await drained();
});
afterAll(async () => {
  await world?.stop();
  await sink?.stop();
});

/** Something for the municipal service to do. */
async function work(): Promise<TaskId> {
  const answers = { 'low-income': 'yes', isolated: 'yes' } as const;
  const { task } = await routed(world, early(answers), { from: 'resource-centre-zestaponi' });
  await world.hub.idle();
  return task('support-family');
}

type Query = NonNullable<Parameters<typeof call<typeof listDeliveries>>[1]['query']>;
const list = async (query: Query = {}) =>
  (await call(listDeliveries, { path: { endpointId }, query })).body;
const one = async (sequence: number) =>
  (await call(getDelivery, { path: { endpointId, sequence } })).body;
const idOf = ({ headers }: Sink['received'][number]) => headers['webhook-id'];
const numbersOf = (received: Sink['received']) =>
  received.map(({ body }) => JSON.parse(body).data.sequence as number);
const versionNow = async () => (await call(getEndpoint, { path: { endpointId } })).body.version;
const isAscending = (numbers: readonly number[]) =>
  expect(numbers).toEqual(numbers.toSorted((a, b) => a - b));

/** An endpoint is not overrun: what waits goes on from minute to minute until nothing does. */
async function drained(): Promise<void> {
  await world.hub.idle();
  for (let minute = 0; minute < 20; minute += 1) {
    if ((await list({ status: 'waiting', limit: 1 })).items.length === 0) return;
    await world.advance('PT1M');
  }
}

/** What has come since, once nothing waits any more. */
async function since(act: () => Promise<unknown>) {
  const before = sink.received.length;
  await act();
  await drained();
  return sink.received.slice(before);
}

type Wish = Parameters<typeof call<typeof replayDeliveries>>[1]['body'];
/** As often as there may be more. */
async function replayAll(wish: Wish): Promise<number> {
  let replayed = 0;
  for (let after: number | undefined = 0; after !== undefined; ) {
    const body = { ...wish, after } as Wish;
    const answer = (await call(replayDeliveries, { path: { endpointId }, body })).body;
    expect(answer.replayed).toBeLessThanOrEqual(40);
    replayed += answer.replayed;
    after = answer.after;
  }
  return replayed;
}

describe('the log', () => {
  it('shows what was sent, newest first, by status, event, subject and time', async () => {
    const { items } = await list({ limit: 100 });
    expect(new Set(items.map(({ event }) => event))).toEqual(new Set(sink.received.map(idOf)));
    expect(items.map(({ sequence }) => sequence)).toEqual(
      items.map(({ sequence }) => sequence).toSorted((a, b) => b - a),
    );
    const [, task = ''] = tasks;
    const about = (await list({ subject: task })).items;
    expect(about.length).toBeGreaterThan(1);
    expect(new Set(about.map(({ subject }) => subject.id))).toEqual(new Set([task]));
    const asked = (await list({ type: 'task.requested', status: 'delivered' })).items;
    expect(asked.map(({ subject }) => subject.id).toSorted()).toEqual(tasks.toSorted());
    expect((await list({ status: 'given-up' })).items).toEqual([]);
    const [{ at: then = '' } = {}] = asked;
    const late = (await list({ from: then, limit: 100 })).items.length;
    const soon = (await list({ to: then, limit: 100 })).items.length;
    expect([late > 0, soon > 0, late + soon]).toEqual([true, true, items.length]);
  });

  it('goes on where the page ended, for the same caller and filter only', async () => {
    const whole = (await list({ type: 'task.requested', limit: 100 })).items;
    const pages = [await list({ type: 'task.requested', limit: 1 })];
    for (let at = pages[0]?.next; at; at = pages.at(-1)?.next) {
      pages.push((await call(listDeliveries, { path: { endpointId }, at })).body);
    }
    expect(pages.flatMap(({ items }) => items)).toEqual(whole);
    const next = pages[0]?.next ?? '';
    const other = next.replace('task.requested', 'clock.overdue');
    const asked = call(listDeliveries, { path: { endpointId }, at: other });
    expect(await refusal(asked)).toMatchObject({ status: 400, code: 'query-invalid' });
  });

  it('keeps what the system answered for its owner alone', async () => {
    const [{ sequence = 0 } = {}] = (await list()).items;
    const { attempts, event } = await one(sequence);
    const host = new URL(sink.url).host;
    expect(attempts).toMatchObject([{ status: 204, host, keys: [1] }]);
    sink.answer({ status: 200 });
    await since(() => call(replayDelivery, { path: { endpointId, sequence } }));
    const after = await one(sequence);
    expect(after).toMatchObject({ event, status: 'delivered', replays: 1 });
    expect(after.attempts.at(-1)).toMatchObject({ status: 200, excerpt: 'thanks', replay: 1 });
    expect(JSON.stringify(await list())).not.toContain('thanks');
    expect(JSON.stringify(await world.table.rows())).not.toContain('thanks');
    const foreign = world.as('agency-imereti');
    const path = { endpointId, sequence };
    expect(await refusal(foreign(getDelivery, { path }))).toMatchObject({ status: 404 });
    expect(await refusal(foreign(replayDelivery, { path }))).toMatchObject({ status: 404 });
    const none = call(getDelivery, { path: { endpointId, sequence: 9999 } });
    expect(await refusal(none)).toMatchObject({ status: 404 });
  });
});

describe('sending again', () => {
  it('sends one with the same id, once however often the call is repeated', async () => {
    const [{ sequence = 0, event } = {}] = (await list({ type: 'task.requested' })).items;
    const path = { endpointId, sequence };
    const asked = { path, idempotencyKey: 'again-and-no-more' };
    const came = await since(async () => {
      const { body, status } = await call(replayDelivery, asked);
      expect([status, body.status, body.replays]).toEqual([202, 'waiting', 1]);
      await call(replayDelivery, asked);
    });
    expect(came.map(idOf)).toEqual([event]);
    expect(await one(sequence)).toMatchObject({ status: 'delivered', replays: 1 });
    const [last] = (await feedOf(world, SERVICE)).slice(-1);
    expect(last).toMatchObject({ type: 'delivery.replayed', subject: { id: endpointId } });
  });

  it('sends a range again, each subject in the order of the feed', async () => {
    const [, task = ''] = tasks;
    const about = (await list({ subject: task })).items.map(({ sequence }) => sequence);
    const sequences = { from: Math.min(...about), to: Math.max(...about) };
    const came = await since(async () => {
      expect(await replayAll({ sequences })).toBeGreaterThanOrEqual(about.length);
    });
    expect(numbersOf(came).every((one) => one >= sequences.from && one <= sequences.to)).toBe(true);
    const ofTask = numbersOf(came).filter((sequence) => about.includes(sequence));
    expect(ofTask).toHaveLength(about.length);
    isAscending(ofTask);
  });

  it('sends again what happened in a time, and says where to go on', async () => {
    const { items } = await list({ limit: 100 });
    const times = { from: items.at(-1)?.at ?? '', to: items[0]?.at ?? '' };
    const came = await since(async () => {
      // The newest is at the end of the time, which is not part of it.
      const within = items.filter(({ at = '' }) => at < times.to && at >= times.from);
      expect(await replayAll({ times })).toBe(within.length);
    });
    expect(new Set(numbersOf(came)).size).toBe(came.length);
  });

  it('is refused while the endpoint is off; what was put aside comes afterwards, in order', async () => {
    const path = { endpointId };
    await call(disableEndpoint, { path, ifMatch: await versionNow() });
    const task = await work();
    await world.advance('P9D');
    await drained();
    const parked = (await list({ status: 'parked', subject: task })).items;
    expect(parked.length).toBeGreaterThan(1);
    expect(parked.every(({ attempts }) => attempts.length === 0)).toBe(true);
    const again = () => call(replayDeliveries, { path, body: { status: 'parked' } });
    expect(await refusal(again())).toMatchObject({ status: 409, code: 'endpoint-disabled' });

    await call(enableEndpoint, { path, ifMatch: await versionNow() });
    const came = await since(() => replayAll({ status: 'parked' }));
    expect((await list({ status: 'parked' })).items).toEqual([]);
    const ofTask = came.filter(({ body }) => body.includes(task));
    expect(ofTask).toHaveLength(parked.length);
    isAscending(numbersOf(ofTask));
    const nothing = await call(replayDeliveries, { path, body: { neverAttempted: true } });
    expect(nothing.body.replayed).toBe(0);
  });

  it('keeps the order of a subject when something older is sent again while newer waits', async () => {
    const task = await work();
    sink.answer({ status: 503 });
    await world.advance('P9D');
    const about = (await list({ subject: task })).items.toReversed();
    const [first, ...waiting] = about;
    expect(first?.status).toBe('delivered');
    expect(waiting.length).toBeGreaterThan(0);
    expect(waiting.every(({ status }) => status === 'waiting')).toBe(true);
    await call(replayDelivery, { path: { endpointId, sequence: first?.sequence ?? 0 } });
    await world.hub.idle();
    const again = waiting.map(({ sequence }) =>
      refusal(call(replayDelivery, { path: { endpointId, sequence } })),
    );
    for (const one of await Promise.all(again)) expect(one.code).toBe('nothing-to-replay');
    sink.answer({ status: 200 });
    const came = await since(() => world.advance('P1D'));
    const order = numbersOf(came.filter(({ body }) => body.includes(task)));
    expect(order[0]).toBe(first?.sequence);
    isAscending(order.slice(0, about.length));
    expect(order.length).toBeGreaterThanOrEqual(about.length);
  });

  it('is refused where the address is not proved', async () => {
    const other = await startSink();
    other.provesNothing();
    other.answer({ status: 404 });
    const body = { url: other.url, events: ['*' as const] };
    const path = { endpointId };
    await call(changeEndpoint, { path, body, ifMatch: await versionNow() });
    const asked = call(replayDeliveries, { path, body: { status: 'given-up' } });
    expect(await refusal(asked)).toMatchObject({ status: 409, code: 'endpoint-unproven' });
    await other.stop();
  });
});
