import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { breaches } from './invariants.ts';
import { sendUntilKilled } from './killed-hub.ts';
import { acknowledged, type Sending, sendAll, sendings } from './load.ts';
import { settle, startWorld } from './world.ts';

const dataDir = mkdtempSync(join(tmpdir(), 'ertad-crash-'));
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

it('keeps every acknowledged referral when the whole hub is killed under load, each once', async () => {
  const all = sendings('crash', 40);
  await sendUntilKilled(dataDir, all, 20);
  const told = acknowledged(all);
  expect(told.length).toBeGreaterThanOrEqual(20);
  expect(told.length).toBeLessThan(40);

  const world = await startWorld({ dataDir, inMemory: false });
  const repeated = all.map(({ key, place }): Sending => ({ key, place }));
  await sendAll(world, repeated);
  await settle(world);

  const ids = repeated.map(({ id }) => id);
  expect(all.map(({ id }, place) => id ?? ids[place])).toEqual(ids);
  expect(new Set(ids).size).toBe(40);
  expect(await world.table.all('referral')).toHaveLength(40);
  expect(await breaches(world.table, told)).toEqual([]);
  await world.stop();
});
