import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { smallHub } from './small-hub.ts';

const dataDir = mkdtempSync(join(tmpdir(), 'ertad-restart-'));
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

it('finds its data again after a stop, fills only an empty hub, and starts clean if asked', async () => {
  let filled = 0;
  const seed = async () => {
    filled += 1;
  };
  const first = await smallHub({ dataDir, inMemory: false, seed });
  await first.put('ITEM#1');
  await first.hub.idle();
  await first.hub.moveClock({ advance: 'P1D' });
  const left = first.hub.clock.now();
  const token = await first.hub.token('school-zestaponi');
  await first.hub.stop();

  const second = await smallHub({ dataDir, inMemory: false, seed });
  expect(second.hub.clock.now()).toBeGreaterThanOrEqual(left);
  await second.put('ITEM#2');
  await second.hub.idle();
  expect(await second.notes('relay')).toEqual(['ITEM#1', 'ITEM#2']);
  await second.hub.stop();

  const fresh = await smallHub({ dataDir, inMemory: false, seed, fresh: true });
  expect(await fresh.notes('relay')).toEqual([]);
  expect(filled).toBe(2);
  expect((await fresh.get('/closed', { authorization: `Bearer ${token}` })).status).toBe(401);
  await fresh.hub.stop();
});
