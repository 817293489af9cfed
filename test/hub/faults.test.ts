import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { Routing } from '../../shared/domain/routing/routing.ts';
import { chance } from './chance.ts';
import { impatientStack } from './impatient.ts';
import { breaches } from './invariants.ts';
import { acknowledged, sendAll, sendings, trySending } from './load.ts';
import { disturbedQueues, disturbedStream, disturbedTable, suddenDeath } from './trouble.ts';
import { settle, startWorld, type World } from './world.ts';

const assembly = mkdtempSync(join(tmpdir(), 'ertad-impatient-'));
let world: World;
beforeAll(async () => {
  world = await startWorld({ app: await impatientStack(assembly) });
});
afterAll(async () => {
  await world?.stop();
  rmSync(assembly, { recursive: true, force: true });
});
afterEach(() => world.hub.stores.faults.clear());

const referralsInTable = async () => (await world.table.all('referral')).length;

describe('under load', () => {
  it.each([
    ['stream records are dropped, repeated and reordered', 12, [disturbedStream]],
    ['messages are lost, repeated and their senders left in doubt', 13, [disturbedQueues]],
    ['the table collides, throttles and breaks the line', 14, [disturbedTable]],
    ['functions are killed at any moment', 15, [suddenDeath]],
    [
      'all of it happens at once',
      24,
      [disturbedStream, disturbedQueues, disturbedTable, suddenDeath],
    ],
  ])('loses and doubles nothing while %s', async (_, count, troubles) => {
    const random = chance(count);
    const before = await referralsInTable();
    const all = sendings(`load-${count}`, count);
    const ends = troubles.map((trouble) => trouble(world, random));
    await sendAll(world, all);
    for (const end of ends) end();

    // Who got no answer repeats with the same key, and so do some who got one.
    const told = acknowledged(all);
    await sendAll(world, all);
    const repeated = all.slice(0, 10).map((sending) => ({ ...sending }));
    for (const sending of repeated) await trySending(world, sending);
    await settle(world);

    expect(acknowledged(all)).toEqual(expect.arrayContaining(told));
    expect(repeated.map(({ id }) => id)).toEqual(all.slice(0, 10).map(({ id }) => id));
    expect(new Set(acknowledged(all)).size).toBe(count);
    expect((await referralsInTable()) - before).toBe(count);
    expect(await breaches(world.table, acknowledged(all))).toEqual([]);
  });
});

describe('the outbox', () => {
  const sent = (operation: string) => operation.startsWith('SendMessage');

  it('brings back every message lost after it was sent', async () => {
    const all = sendings('lost', 12);
    world.hub.stores.faults.add({ when: ({ operation }) => sent(operation), do: 'lose' });
    await sendAll(world, all);
    await world.hub.idle();
    const routed = () => world.table.all('routing');
    const ids = new Set<unknown>(acknowledged(all));
    expect((await routed()).filter(({ referral }) => ids.has(referral))).toEqual([]);

    world.hub.stores.faults.clear();
    await world.advance('PT2M');
    expect((await routed()).filter(({ referral }) => ids.has(referral))).toHaveLength(12);
    await settle(world);
    expect(await breaches(world.table, acknowledged(all))).toEqual([]);
  });

  it('brings back what a dead relay never sent', async () => {
    const all = sendings('unsent', 6);
    const leaveAlone = world.hub.disturb('relay-journal', () => []);
    await sendAll(world, all);
    await settle(world);
    leaveAlone();
    expect(await breaches(world.table, acknowledged(all))).toEqual([]);
  });

  it('waits for functions that stand still, and loses nothing meanwhile', async () => {
    const all = sendings('paused', 6);
    world.hub.pause('append-feed');
    await sendAll(world, all);
    await world.advance('PT3M');
    expect((await breaches(world.table, acknowledged(all))).length).toBeGreaterThan(0);
    world.hub.resume('append-feed');
    await settle(world);
    expect(await breaches(world.table, acknowledged(all))).toEqual([]);
  });
});

it('brings a referral whose message poisons every attempt to the national desk', async () => {
  // The key of what is sealed cannot be had, however often it is tried.
  world.hub.stores.faults.add({
    when: ({ functionName, service }) => service === 'kms' && /RouteReferral/.test(functionName),
    do: 'drop-before',
  });
  await world.hub.killEnvironments('route-referral');
  const [sending] = sendings('poison', 1);
  if (!sending) throw new Error('nothing to send');
  await trySending(world, sending);
  await world.advance('PT6M');
  const routings = await world.table.all('routing');
  const routing = routings.find(({ referral }) => referral === sending.id);
  expect(Routing.parse(routing).tasks).toMatchObject([
    { kind: 'route-by-hand', agency: 'oversight-national', role: 'lead', urgency: 'urgent' },
  ]);

  world.hub.stores.faults.clear();
  await settle(world);
  expect(await breaches(world.table, acknowledged([sending]))).toEqual([]);
});
