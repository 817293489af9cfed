import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { requestToken } from '../../infra/local/token.ts';
import { client } from '../../shared/contract/client.ts';
import { acknowledged, type Sending, sendAll } from './load.ts';
import type { World } from './world.ts';

const PROCESS = fileURLToPath(new URL('hub-process.ts', import.meta.url));

/**
 * Starts a hub in a process of its own, sends until `enough` are acknowledged or it is `enough`, and kills it with
 * SIGKILL while others are on their way. `prepare` is done before the first is sent.
 */
export async function sendUntilKilled(
  dataDir: string,
  all: readonly Sending[],
  enough: number | (() => boolean),
  prepare: (as: World['as'], url: string) => Promise<void> = async () => {},
): Promise<void> {
  const hub = spawn(process.execPath, [PROCESS, dataDir], { stdio: ['ignore', 'pipe', 'inherit'] });
  const gone = once(hub, 'exit');
  const died = gone.then(([code]) => Promise.reject(new Error(`the hub ended with ${code}`)));
  const line = once(createInterface({ input: hub.stdout }), 'line');
  const [baseUrl] = (await Promise.race([line, died])) as [string];
  died.catch(() => undefined);
  const tokens = new Map<string, Promise<string>>();
  const token = (id: string) => {
    const known = tokens.get(id) ?? requestToken(`${baseUrl}/identity`, id);
    tokens.set(id, known);
    return known;
  };
  const as = (id: string) => client({ baseUrl, token: () => token(id) }).call;
  await prepare(as, baseUrl);
  let alive = true;
  const sending = sendAll({ as }, all, { goOn: () => alive });
  const isEnough = () =>
    typeof enough === 'function' ? enough() : acknowledged(all).length >= enough;
  while (!isEnough()) await delay(2);
  hub.kill('SIGKILL');
  alive = false;
  await Promise.all([gone, sending]);
}
