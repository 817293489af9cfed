import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { listDeliveries } from '../../shared/contract/deliveries.ts';
import {
  changeEndpoint,
  createEndpoint,
  deleteEndpoint,
  disableEndpoint,
  getEndpoint,
  listEndpoints,
} from '../../shared/contract/partners.ts';
import type { EndpointId, TaskId } from '../../shared/domain/ids.ts';
import { Health } from '../../shared/domain/webhook/health.ts';
import { directTable } from '../bench/direct.ts';
import { aTask, news } from './news.ts';
import { type Received, type Sink, startSink } from './sink.ts';
import { feedOf } from './steps.ts';
import { startWorld, type World } from './world.ts';

const SERVICE = 'municipality-zestaponi';
const MINUTE = 60_000;

let world: World;
let table: ReturnType<typeof directTable>['table'];
let call: ReturnType<World['as']>;
beforeAll(async () => {
  world = await startWorld();
  ({ table } = directTable(world.hub));
  call = world.as(SERVICE);
});
afterAll(() => world?.stop());

const sinks: Sink[] = [];
afterEach(async () => {
  const { items } = (await call(listEndpoints)).body;
  for (const { id } of items) await call(deleteEndpoint, { path: { endpointId: id } });
  await world.advance('PT1M');
  for (const sink of sinks.splice(0)) await sink.stop();
});

async function listening() {
  const sink = await startSink();
  sinks.push(sink);
  const { body } = await call(createEndpoint, { body: { url: sink.url } });
  await world.hub.idle();
  return { sink, id: body.id };
}
const later = (ms: number) => new Date(world.hub.clock.now() + ms).toISOString();
/** So many pieces of news of each task, in turns, and the minute that finds them. */
async function happens(subjects: readonly TaskId[], times: number, due: object = {}) {
  const all = Array.from({ length: times }, () => subjects).flat();
  const at = world.now();
  await news(
    table,
    SERVICE,
    all.map((subject) => ({ subject, at, ...due })),
  );
  await world.advance('PT1M');
}
const statuses = async (endpointId: EndpointId) =>
  (await call(listDeliveries, { path: { endpointId } })).body.items.map(({ status }) => status);
async function healthOf(id: EndpointId): Promise<Health> {
  const [row] = (await world.table.rows()).filter(({ sk }) => sk === `HEALTH#${id}`);
  return Health.parse(row);
}
const about = ({ body }: Received): string => JSON.parse(body).data.subject.id;
const sequenceOf = ({ body }: Received): number => JSON.parse(body).data.sequence;
const inOrder = (received: readonly Received[]) => {
  for (const all of Map.groupBy(received, about).values()) {
    const sequences = all.map(sequenceOf);
    expect(sequences).toEqual(sequences.toSorted((a, b) => a - b));
  }
};

describe('an endpoint', () => {
  it('is told of one subject in order, and of others while that one waits', async () => {
    const { sink, id } = await listening();
    const [stuck, free] = [aTask(), aTask()];
    sink.answer((one) => ({ status: about(one) === stuck ? 500 : 204 }));
    await happens([stuck, free], 4);
    expect(sink.received.filter((one) => about(one) === free)).toHaveLength(4);
    const tried = sink.received.filter((one) => about(one) === stuck);
    expect(new Set(tried.map(sequenceOf)).size).toBe(1);
    expect((await statuses(id)).filter((status) => status === 'delivered')).toHaveLength(4);

    sink.answer({ status: 204 });
    await world.advance('PT30M');
    expect(new Set(await statuses(id))).toEqual(new Set(['delivered']));
    inOrder(sink.received);
    const ids = sink.received.map(({ headers }) => headers['webhook-id']);
    expect(new Set(ids).size).toBe(8);
  });

  it('that fails is only probed, and told of everything once it is back, nearest deadline first', async () => {
    const { sink, id } = await listening();
    sink.answer({ status: 500 });
    const subjects = Array.from({ length: 8 }, aTask);
    const at = world.now();
    const days = [5, 3, 8, 1, 7, 2, 6, 4];
    const due = subjects.map((subject, i) => ({
      ...{ subject, at },
      deadline: later((days[i] ?? 9) * 24 * 60 * MINUTE),
    }));
    await news(table, SERVICE, [...due, ...due]);
    await world.advance('PT1M');
    await world.advance('PT1M');
    expect((await healthOf(id)).breaker.state).toBe('open');

    const before = sink.received.length;
    for (let hour = 0; hour < 6; hour += 1) await world.advance('PT1H');
    // An hour of the schedule has few probes: 5, 15 min, 1 h, 2 h.
    expect(sink.received.length - before).toBeLessThan(8);
    expect(await statuses(id)).not.toContain('delivered');

    sink.answer({ status: 204 });
    const from = sink.received.length;
    const { breaker } = await healthOf(id);
    if (breaker.state !== 'open') throw new Error(breaker.state);
    await world.hub.moveClock({ set: new Date(breaker.nextProbe + 1000).toISOString() });
    await world.advance('PT1M');
    expect(new Set(await statuses(id))).toEqual(new Set(['delivered']));
    expect((await healthOf(id)).breaker.state).toBe('closed');
    const back = sink.received.slice(from);
    inOrder(back);
    const inTurn = [...new Set(back.map(about))];
    const told = inTurn.map((one) => Number(days[subjects.indexOf(one as TaskId)]));
    // The probe is whichever was due; then one, two and four go at once and may overtake each other:
    // 1 + 2 + 3 + 4 and a little, where any order would give 18.
    expect(told.slice(0, 4).reduce((sum, day) => sum + day, 0)).toBeLessThanOrEqual(13);
  });

  it('that says it is gone is switched off at once, and what waits is put aside', async () => {
    const { sink, id } = await listening();
    sink.answer({ status: 410 });
    await happens(Array.from({ length: 5 }, aTask), 2);
    expect(sink.received).toHaveLength(1);
    const { body } = await call(getEndpoint, { path: { endpointId: id } });
    expect(body).toMatchObject({ state: 'disabled', disabled: { because: 'gone' } });
    expect(await statuses(id)).toEqual(Array(10).fill('parked'));
    const last = (await feedOf(world, SERVICE)).at(-1);
    expect(last).toMatchObject({ type: 'endpoint.disabled', subject: { kind: 'endpoint', id } });

    await happens([aTask()], 1);
    await world.advance('P4D');
    expect(sink.received).toHaveLength(1);
    expect(new Set(await statuses(id))).toEqual(new Set(['parked']));
  });

  it('that its owner switches off gets nothing more; what waits is put aside', async () => {
    const { sink, id } = await listening();
    sink.answer({ status: 500 });
    await happens([aTask(), aTask()], 2);
    const before = sink.received.length;
    const { version } = (await call(getEndpoint, { path: { endpointId: id } })).body;
    await call(disableEndpoint, { path: { endpointId: id }, ifMatch: version });
    await world.advance('PT1H');
    expect(sink.received).toHaveLength(before);
    expect(await statuses(id)).toEqual(Array(4).fill('parked'));
  });

  it('gets no more a second than it bears', async () => {
    const { sink, id } = await listening();
    const { body } = await call(getEndpoint, { path: { endpointId: id } });
    const { url, events } = body;
    const change = { url, events, limits: { perSecond: 2, atOnce: 4 } };
    await call(changeEndpoint, { path: { endpointId: id }, body: change, ifMatch: body.version });
    await happens(Array.from({ length: 6 }, aTask), 1);
    await world.advance('PT1M');
    expect(sink.received).toHaveLength(6);
    const at = sink.received.map((one) => one.at);
    // Six at two a second take two and a half seconds, whoever sends them.
    expect((at.at(-1) ?? 0) - (at[0] ?? 0)).toBeGreaterThan(2300);
  });

  it('that does not answer for an hour while urgent work waits is told to its owner, and that it is back', async () => {
    const { sink, id } = await listening();
    sink.answer({ status: 503 });
    await happens([aTask()], 1, { deadline: later(5 * 60 * MINUTE), urgency: 'urgent' });
    const told = async () =>
      (await feedOf(world, SERVICE))
        .filter(({ subject }) => subject.id === id)
        .map(({ type }) => type)
        .filter((type) => type !== 'endpoint.created' && type !== 'endpoint.proved');
    for (let i = 0; i < 4; i += 1) await world.advance('PT10M');
    expect(await told()).toEqual([]);
    await world.advance('PT2H');
    expect(await told()).toEqual(['endpoint.failing']);
    sink.answer({ status: 200 });
    await world.advance('PT4H');
    expect(await told()).toEqual(['endpoint.failing', 'endpoint.recovered']);
  });
});
