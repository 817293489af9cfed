import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listDeliveries, replayDelivery } from '../../shared/contract/deliveries.ts';
import { createEndpoint, getEndpoint } from '../../shared/contract/partners.ts';
import { serviceRecord } from '../../shared/contract/service-record.ts';
import type { EndpointId, TaskId } from '../../shared/domain/ids.ts';
import { type Sink, startSink } from './sink.ts';
import { accept, PERSON, readTask, routed } from './steps.ts';
import { violence } from './submissions.ts';
import { refusal, startWorld, type World } from './world.ts';

const POLICE = 'police-imereti';
const LEAD = 'agency-imereti';
const OVERSIGHT = 'oversight-national';

let world: World;
let sink: Sink;
let endpointId: EndpointId;
let taskId: TaskId;

/** One task, told to a system that takes it at the second attempt; the tests go on from there. */
beforeAll(async () => {
  world = await startWorld();
  sink = await startSink();
  const body = { url: sink.url, events: ['task.requested' as const] };
  endpointId = (await world.as(POLICE)(createEndpoint, { body })).body.id;
  await world.hub.idle();
  const { state } = (await world.as(POLICE)(getEndpoint, { path: { endpointId } })).body;
  expect(state).toBe('active');
  sink.answer({ status: 503 });
  taskId = (await routed(world, violence())).task('register-report');
  await world.hub.idle();
});
afterAll(async () => {
  await sink?.stop();
  await world?.stop();
});

const recordFor = async (id: string, lang: 'ka' | 'en' = 'en') =>
  (await world.as(id, lang)(serviceRecord, { path: { taskId } })).body;
const whats = async () => (await recordFor(POLICE)).items.map(({ what }) => what);
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

describe('the proof that a task was served', () => {
  it('says when it stood in the feed, what the system answered, and who was called', async () => {
    const { items, agency, task } = await recordFor(POLICE);
    expect({ agency, task }).toEqual({ agency: POLICE, task: taskId });
    const [asked, told] = items;
    const sent = items.find(({ what }) => what === 'attempted');
    expect(asked).toMatchObject({ what: 'requested', agency: POLICE });
    expect(told).toMatchObject({ what: 'told', type: 'task.requested' });
    expect(sent).toMatchObject({
      ...{ what: 'attempted', endpoint: endpointId, attempt: 1, status: 503, keys: [1] },
      ...{ host: new URL(sink.url).host, excerpt: 'thanks', label: 'A webhook was sent' },
      ...{ event: told?.event, sequence: told?.sequence },
    });
    expect(sink.received[0]?.headers['webhook-id']).toBe(told?.event);
    const calls = items.filter(({ what }) => what === 'called');
    expect(calls).toMatchObject([{ role: 'holder-duty', result: expect.any(String) }]);
    expect(items.map(({ at }) => at)).toEqual(items.map(({ at }) => at).toSorted());
  });

  it('takes looking at it for no reading of the task', async () => {
    await recordFor(POLICE);
    expect(await whats()).not.toContain('fetched');
  });

  it('goes on with the delivery, the reading and the receipt by a person', async () => {
    sink.answer({ status: 204 });
    await world.advance('PT2M');
    expect((await whats()).slice(-2)).toEqual(['attempted', 'delivered']);
    await readTask(world, POLICE, taskId);
    await accept(world, POLICE, taskId);
    const { items } = await recordFor(POLICE);
    const rest = items.slice(items.findIndex(({ what }) => what === 'delivered') + 1);
    const fetched = { what: 'fetched', agency: POLICE, action: 'task.read' };
    expect(rest[0]).toMatchObject({ ...fetched, account: expect.any(String) });
    const received = rest.filter(({ what }) => what === 'received');
    expect(received).toMatchObject([{ type: 'task.accepted', agency: POLICE }]);
  });

  it('is the same for the agency, the lead and oversight; only the agency sees its own system', async () => {
    const own = await recordFor(POLICE);
    for (const other of [LEAD, OVERSIGHT]) {
      const shown = await recordFor(other);
      expect(shown.hash).toBe(own.hash);
      expect(shown.items).toEqual(own.items.map(({ host: _, excerpt: __, ...line }) => line));
    }
    const { items, hash } = await recordFor(OVERSIGHT, 'ka');
    expect(hash).toBe(own.hash);
    expect(items[0]?.label).toBe('ამოცანა მიეცა უწყებას');
  });

  it('can be checked by anybody who holds a copy', async () => {
    const { items, hash } = await recordFor(LEAD);
    let before: string = taskId;
    for (const { label: _, hash: own, ...fact } of items) {
      before = sha256(`${before}\n${JSON.stringify(fact, Object.keys(fact).toSorted())}`);
      expect(own).toBe(before);
    }
    expect(hash).toBe(before);
  });

  it.each(['school-zestaponi', 'clinic-kutaisi', 'municipality-zestaponi', 'police-tbilisi'])(
    'is not found by %s',
    async (id) => {
      const asked = world.as(id)(serviceRecord, { path: { taskId } });
      expect(await refusal(asked)).toMatchObject({ status: 404 });
    },
  );

  it('leaves an entry for each who looked, and holds nobody’s name', async () => {
    const rows = await world.table.rows();
    const looked = rows.filter(({ action }) => action === 'service.read');
    expect(new Set(looked.map(({ agency }) => agency))).toEqual(new Set([POLICE, LEAD, OVERSIGHT]));
    expect(looked.flatMap(({ groups }) => groups)).toEqual([]);
    const text = JSON.stringify(await recordFor(POLICE));
    for (const own of [PERSON.name, PERSON.phone, '599001122']) expect(text).not.toContain(own);
  });

  it('has more lines and another hash after a replay; what was printed before still stands', async () => {
    const printed = await recordFor(LEAD);
    const path = { endpointId };
    const { items } = (await world.as(POLICE)(listDeliveries, { path })).body;
    const { sequence = 0 } = items.find(({ subject }) => subject.id === taskId) ?? {};
    await world.as(POLICE)(replayDelivery, { path: { endpointId, sequence } });
    await world.hub.idle();
    const now = await recordFor(LEAD);
    expect(now.items.slice(0, printed.items.length)).toEqual(printed.items);
    expect(now.items.slice(printed.items.length)).toMatchObject([
      { what: 'attempted', status: 204, replay: 1, sequence },
    ]);
    expect(now.hash).not.toBe(printed.hash);
    const [before, again] = sink.received.slice(-2).map(({ headers }) => headers);
    expect(again?.['webhook-id']).toBe(before?.['webhook-id']);
    expect(again?.['webhook-timestamp']).not.toBe(before?.['webhook-timestamp']);
  });
});
