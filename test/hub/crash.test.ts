import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, it } from 'vitest';
import { requestToken } from '../../infra/local/token.ts';
import { client } from '../../shared/contract/client.ts';
import { breaches } from './invariants.ts';
import { acknowledged, type Sending, sendAll, sendings } from './load.ts';
import { settle, startWorld } from './world.ts';

const PROCESS = fileURLToPath(new URL('hub-process.ts', import.meta.url));
const dataDir = mkdtempSync(join(tmpdir(), 'ertad-crash-'));
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

/** Starts a hub aside, sends until some are acknowledged, and kills it in the middle of the rest. */
async function sendUntilKilled(all: readonly Sending[], enough: number): Promise<void> {
  const hub = spawn(process.execPath, [PROCESS, dataDir], { stdio: ['ignore', 'pipe', 'inherit'] });
  const gone = once(hub, 'exit');
  const [baseUrl] = (await once(createInterface({ input: hub.stdout }), 'line')) as [string];
  const tokens = new Map<string, Promise<string>>();
  const token = (id: string) => {
    const known = tokens.get(id) ?? requestToken(`${baseUrl}/identity`, id);
    tokens.set(id, known);
    return known;
  };
  const as = (id: string) => client({ baseUrl, token: () => token(id) }).call;
  let alive = true;
  const sending = sendAll({ as }, all, { goOn: () => alive });
  while (acknowledged(all).length < enough) await delay(2);
  // Others are on their way at this moment.
  hub.kill('SIGKILL');
  alive = false;
  await Promise.all([gone, sending]);
}

it('keeps every acknowledged referral when the whole hub is killed under load, each once', async () => {
  const all = sendings('crash', 60);
  await sendUntilKilled(all, 30);
  const told = acknowledged(all);
  expect(told.length).toBeGreaterThanOrEqual(30);
  expect(told.length).toBeLessThan(60);

  const world = await startWorld({ dataDir, inMemory: false });
  const repeated = all.map(({ key, place }): Sending => ({ key, place }));
  await sendAll(world, repeated);
  await settle(world);

  const ids = repeated.map(({ id }) => id);
  expect(all.map(({ id }, place) => id ?? ids[place])).toEqual(ids);
  expect(new Set(ids).size).toBe(60);
  expect(await world.table.all('referral')).toHaveLength(60);
  expect(await breaches(world.table, told)).toEqual([]);
  await world.stop();
}, 120_000);
