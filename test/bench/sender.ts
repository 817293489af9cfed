import { equal } from 'node:assert/strict';
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { Webhook } from 'standardwebhooks';
import { Pool } from 'undici';
import { sender } from '../../shared/platform/webhook-sender.ts';
import { freshKey, signedHeaders } from '../../shared/platform/webhook-signing.ts';
import { atLeast, type Figure, median } from './figures.ts';
import { type Contender, compare, type RoundsOptions } from './rounds.ts';

const CHECKED = { address: '127.0.0.1', family: 4 } as const;
const PARALLEL = 64;
/** As long as a delivery of a task is. */
const BODY = JSON.stringify({ type: 'task.requested', data: 'x'.repeat(400) });
const SIGNED_BYTES = 256;

/** The sender module and signing, against what they are made of. */
export async function senderFigures(short: boolean): Promise<Figure[]> {
  const sink = fork(new URL('./sink-process.ts', import.meta.url));
  try {
    return [await sending(await portOf(sink), short), signing(short)];
  } finally {
    sink.disconnect();
  }
}

async function portOf(sink: ChildProcess): Promise<number> {
  const [port] = await once(sink, 'message');
  return Number(port);
}

async function sending(port: number, short: boolean): Promise<Figure> {
  const { send, close } = sender();
  const pool = new Pool(`http://127.0.0.1:${port}`, { connections: PARALLEL });
  const options: RoundsOptions = short
    ? { rounds: 5, count: 3_000, concurrency: PARALLEL }
    : { rounds: 9, count: 20_000, concurrency: PARALLEL };
  const { rate, against, ratio } = await compare(signed(send, port), bare(pool), options);
  await Promise.all([close(), pool.close()]);
  return atLeast(
    'sender with signing, of bare undici Pool',
    { value: ratio * 100, promised: 90, unit: '%' },
    `${Math.round(rate)}/s against ${Math.round(against)}/s, ${PARALLEL} parallel, median of ${options.rounds} rounds`,
  );
}

const signed = (send: ReturnType<typeof sender>['send'], port: number): Contender => ({
  async prepare() {
    const keys = [freshKey('v1')];
    const url = `http://127.0.0.1:${port}/in`;
    let n = 0;
    return async () => {
      n += 1;
      const headers = signedHeaders(keys, `evt_${n}`, Date.now(), BODY);
      const { status } = await send({ url, checked: CHECKED, headers, body: BODY });
      equal(status, 200);
    };
  },
});

/** The same bytes on the wire, signed beforehand, and nothing of the sender around it. */
const bare = (pool: Pool): Contender => ({
  async prepare() {
    const headers = {
      'content-type': 'application/json',
      'user-agent': 'Ertad-Webhooks/1',
      ...signedHeaders([freshKey('v1')], 'evt_12345', Date.now(), BODY),
    };
    return async () => {
      const answer = await pool.request({ method: 'POST', path: '/in', headers, body: BODY });
      await answer.body.text();
      equal(answer.statusCode, 200);
    };
  },
});

/** One signature of a body of 256 bytes, keys parsed beforehand on both sides. */
function signing(short: boolean): Figure {
  const { secret } = freshKey('v1');
  const keys = [{ secret }];
  const library = new Webhook(secret);
  const body = 'x'.repeat(SIGNED_BYTES);
  const at = 1_800_000_000_000;
  const ours = (id: string) => signedHeaders(keys, id, at, body)['webhook-signature'];
  const theirs = (id: string) => library.sign(id, new Date(at), body);
  const [rounds, count] = short ? [7, 5_000] : [15, 20_000];
  const pairs = Array.from({ length: rounds + 1 }, () => [
    microseconds(ours, count),
    microseconds(theirs, count),
  ]).slice(1) as [number, number][];
  for (let i = 0; i < 1_000; i += 1) equal(ours(`evt_${i}`), theirs(`evt_${i}`));
  const [mine, other] = [0, 1].map((i) => median(pairs.map((pair) => pair[i] ?? Number.NaN)));
  return atLeast(
    `v1 signature of ${SIGNED_BYTES} B, times as fast as standardwebhooks`,
    { value: median(pairs.map(([a, b]) => b / a)), promised: 3 },
    `${mine?.toFixed(1)} µs against ${other?.toFixed(1)} µs, byte for byte the same`,
  );
}

/** Of the processor, for one: the machine's other work is not the signature's. */
function microseconds(sign: (id: string) => unknown, count: number): number {
  const before = process.cpuUsage();
  for (let i = 0; i < count; i += 1) sign(`evt_${i}`);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / count;
}
