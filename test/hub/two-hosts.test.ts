import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freshKey } from '../../shared/platform/webhook-signing.ts';
import { IP, twoHosts } from './two-hosts/network.ts';
import type { Order, Outcomes } from './two-hosts/sender.ts';

const { secret } = freshKey('v1');
const network = twoHosts();
const started: ChildProcess[] = [];
const came: string[] = [];
let hub: ChildProcess;

async function start(host: string, script: URL, ...args: string[]): Promise<ChildProcess> {
  const run = [process.execPath, fileURLToPath(script), secret, ...args];
  const child = spawn(IP, ['netns', 'exec', host, ...run], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  started.push(child);
  await once(child, 'message');
  return child;
}

beforeAll(async () => {
  if (typeof network === 'string') return;
  const receiver = await start(
    network.receiver,
    new URL('./two-hosts/receiver.ts', import.meta.url),
  );
  receiver.on('message', ({ came: id }: { came: string }) => came.push(id));
  hub = await start(
    network.sender,
    new URL('./two-hosts/sender.ts', import.meta.url),
    network.address,
  );
});
afterAll(() => {
  for (const child of started) child.kill();
  if (typeof network !== 'string') network[Symbol.dispose]();
});

async function attempts(order: Order): Promise<Outcomes> {
  const answered = once(hub, 'message');
  hub.send(order);
  const [outcomes] = await answered;
  return outcomes as Outcomes;
}

const idsOf = (name: string, count: number) =>
  Array.from({ length: count }, (_, i) => `${name}_${i}`);
/** As deliveries are: whatever did not arrive is sent again, with the same id. */
async function delivered(ids: readonly string[], timeoutMs: number): Promise<number> {
  let left = ids;
  let rounds = 0;
  while (left.length > 0 && rounds < 6) {
    const outcomes = await attempts({ ids: left, timeoutMs });
    left = left.filter((id) => outcomes[id] !== 204);
    rounds += 1;
  }
  expect(left).toEqual([]);
  return rounds;
}

describe.skipIf(typeof network === 'string')(
  typeof network === 'string' ? `two hosts (skipped: ${network})` : 'two hosts',
  () => {
    const cable = network as Exclude<typeof network, string>;

    it('a clean line takes each at the first attempt', async () => {
      expect(await delivered(idsOf('clean', 100), 5_000)).toBe(1);
      expect(came).toEqual(expect.arrayContaining(idsOf('clean', 100)));
    });

    it.skipIf(!cable.netem)('loss and delay delay, and lose nothing (needs netem)', async () => {
      cable.weather('netem', 'delay', '30ms', '10ms', 'loss', '5%');
      await delivered(idsOf('lossy', 60), 3_000);
      expect(came).toEqual(expect.arrayContaining(idsOf('lossy', 60)));
      cable.weather();
    });

    it('a cable that comes and goes loses packets, and no webhook', async () => {
      const ids = idsOf('loose', 60);
      let over = false;
      const loose = (async () => {
        while (!over) {
          cable.cable('down');
          await pause(30);
          cable.cable('up');
          await pause(90);
        }
      })();
      await delivered(ids, 2_000);
      over = true;
      await loose;
      expect(came).toEqual(expect.arrayContaining(ids));
    });

    it('a cut cable ends each attempt in its time; when it is back all that waited arrives', async () => {
      const ids = idsOf('cut', 20);
      cable.cable('down');
      const from = performance.now();
      const outcomes = Object.values(await attempts({ ids, timeoutMs: 1_000 }));
      expect(performance.now() - from).toBeLessThan(15_000);
      expect(outcomes.every((each) => each === 'timed-out' || each === 'unreachable')).toBe(true);
      expect(came.filter((id) => id.startsWith('cut'))).toEqual([]);
      cable.cable('up');
      await delivered(ids, 3_000);
      expect(came).toEqual(expect.arrayContaining(ids));
    });

    it('a line slower than the limit is a time-out, and the next attempt is not harmed by it', async () => {
      // A handshake of some kB takes seconds.
      cable.weather('tbf', 'rate', '16kbit', 'burst', '1600', 'latency', '4s');
      // Beside those connections that are open already, so that some have to be opened.
      const slow = Object.values(await attempts({ ids: idsOf('slow', 100), timeoutMs: 500 }));
      expect(slow).toContain('timed-out');
      cable.weather();
      await delivered(idsOf('slow', 100), 3_000);
    });
  },
  20_000,
);
