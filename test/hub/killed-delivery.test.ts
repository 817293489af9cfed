import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, expect, it } from 'vitest';
import { createEndpoint, getEndpoint } from '../../shared/contract/partners.ts';
import { Delivery } from '../../shared/domain/webhook/delivery.ts';
import { FeedEntry } from '../../shared/store/feed.ts';
import { chance } from './chance.ts';
import { sendUntilKilled } from './killed-hub.ts';
import { sendAll, sendings } from './load.ts';
import { type Received, startSink } from './sink.ts';
import { settle, startWorld, type World } from './world.ts';

/** The guardianship unit that leads all of them. */
const LEAD = 'agency-imereti';
const dataDir = mkdtempSync(join(tmpdir(), 'ertad-killed-'));
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

const random = chance(41);
const idOf = ({ headers }: Received): string => headers['webhook-id'] ?? '';

async function listening(as: World['as'], url: string): Promise<void> {
  const { body } = await as(LEAD)(createEndpoint, { body: { url } });
  const path = { endpointId: body.id };
  while ((await as(LEAD)(getEndpoint, { path })).body.state !== 'active') await delay(50);
}

/** What the dead had taken on is free to others; nobody waits until all of it is sent. */
async function leasesOver(_: World['as'], url: string): Promise<void> {
  const headers = { 'content-type': 'application/json' };
  const body = JSON.stringify({ advance: 'PT2M' });
  const moved = fetch(`${url}/local/clock`, { method: 'POST', headers, body });
  moved.catch(() => undefined);
}

it('killed at any moment, the hub tells every event at least once, with the same webhook id', async () => {
  const sink = await startSink();
  // A part of it fails, so that whoever dies has retries on the way as well.
  sink.answer(() => ({ status: random() < 0.2 ? 503 : 204 }));
  const all = sendings('killed-delivery', 18);
  const soon = () => sink.received.length >= 3;
  await sendUntilKilled(dataDir, all, soon, (as) => listening(as, sink.url));
  const before = sink.received.length;
  // Once more in the middle of it: what was on its way comes back from the table alone.
  const again = () => sink.received.length >= before + 4;
  await sendUntilKilled(dataDir, all, again, leasesOver);

  const world = await startWorld({ dataDir, inMemory: false });
  await sendAll(world, all);
  await settle(world);
  // Leases run out after a minute, retries come within the hour.
  sink.answer({ status: 200 });
  for (let i = 0; i < 8; i += 1) await world.advance('PT10M');

  const rows = await world.table.rows();
  const entries = rows
    .filter(({ pk, sk }) => pk === `FEED#${LEAD}` && /^\d+$/.test(sk))
    .map((row) => FeedEntry.parse(row));
  const deliveries = rows
    .filter(({ what }) => what === 'delivery')
    .map((row) => Delivery.parse(row));
  expect(new Set(deliveries.map(({ status }) => status))).toEqual(new Set(['delivered']));

  const told = new Set(sink.received.map(idOf));
  const owed = deliveries.map(({ event }) => event);
  expect(owed.filter((event) => !told.has(event))).toEqual([]);
  expect([...told].filter((id) => !entries.some(({ event }) => event === id))).toEqual([]);
  const sequences = (one: Received): number => JSON.parse(one.body).data.sequence;
  const bySubject = Map.groupBy(sink.received, ({ body }) => JSON.parse(body).data.subject.id);
  for (const own of bySubject.values()) {
    const order = own.map(sequences);
    expect(order).toEqual(order.toSorted((a, b) => a - b));
  }
  // Each attempt that was recorded stands in the proof of service, once.
  const proofs = rows.filter(({ what }) => what === 'served');
  const attempts = deliveries.reduce((sum, one) => sum + one.attempts.length, 0);
  expect(proofs).toHaveLength(attempts);
  expect(attempts).toBeLessThanOrEqual(sink.received.length);
  await world.stop();
  await sink.stop();
});
