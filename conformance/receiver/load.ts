import { Agent as PlainAgent } from 'node:http';
import { Agent as SecureAgent } from 'node:https';
import { setTimeout as pause } from 'node:timers/promises';
import { strangersKey } from '../keys.ts';
import { isRefused, isTaken, judged, told, toldAll, type Words } from '../verdict.ts';
import type { Came } from '../wire.ts';
import { send } from '../wire.ts';
import type { Bench } from './bench.ts';
import { type Check, take } from './check.ts';

const HUGE_BYTES = 2 * 1024 * 1024;
const HUGE_PIECES = 64;
const HUGE_EVERY = 5;
const HUGE_TRIES = 3;
const BURST = 50;
/** How long a receiver may have the kit wait before it is to come again, in seconds. */
const AGAIN_MOST = 10;

const AFTER: Words = { ka: 'მის შემდეგ', en: 'afterwards' };
const BIG: Words = { ka: '2 მბ', en: '2 MB' };
const ENDLESS: Words = { ka: 'დაუსრულებელი', en: 'without an end' };
const SLOW: Words = { ka: 'ნელა', en: 'slow' };
const BESIDE: Words = { ka: 'იმავე დროს სხვა', en: 'another meanwhile' };

/** Signed by a stranger, and larger than anything the hub sends. */
function bulk(bench: Bench, bytes: number) {
  const event = bench.events.next({ unnumbered: true });
  bench.bad.push(event);
  const keys = bench.target.keys.map(({ scheme }) => strangersKey(scheme));
  const { headers, body } = bench.message(event, { keys });
  return { headers, body: Buffer.concat([body, Buffer.alloc(bytes, ' ')]) };
}

const hungUp = ({ failure }: Came): boolean =>
  failure !== undefined && ['ECONNRESET', 'EPIPE', 'closed'].includes(failure);

async function survives(bench: Bench, name: Words, came: Came, right: boolean) {
  const after = await take(bench, bench.events.next());
  return judged(
    right && isTaken(after),
    toldAll([
      [name, came],
      [AFTER, after],
    ]),
  );
}

/** Sizes, slowness, crowds. */
export const load: readonly Check[] = [
  {
    id: 'load.huge',
    level: 'must',
    run: async (bench) => {
      const manner = { pieces: HUGE_PIECES, every: HUGE_EVERY };
      // An answer sent into the middle of a body is sometimes lost with the connection.
      let came = await bench.raw(bulk(bench, HUGE_BYTES), { manner });
      for (let more = 1; more < HUGE_TRIES && hungUp(came); more += 1) {
        came = await bench.raw(bulk(bench, HUGE_BYTES), { manner });
      }
      return survives(bench, BIG, came, isRefused(came));
    },
  },
  {
    id: 'load.endless',
    level: 'should',
    run: async (bench) => {
      const came = await bench.raw(bulk(bench, 0), { manner: 'endless' });
      return survives(bench, ENDLESS, came, isRefused(came) || hungUp(came));
    },
  },
  {
    id: 'load.slow-sender',
    level: 'must',
    run: async (bench) => {
      const { slowPieces: pieces, slowEvery: every } = bench.target.pace;
      let arrived = false;
      const slow = take(bench, bench.events.next(), { manner: { pieces, every } }).finally(() => {
        arrived = true;
      });
      await pause(every * 2);
      const beside = await take(bench, bench.events.next());
      // Answered while the slow one was still coming, not after it.
      const flowed = isTaken(beside) && !arrived;
      const came = await slow;
      return judged(
        isTaken(came) && flowed,
        toldAll([
          [SLOW, came],
          [BESIDE, beside],
        ]),
      );
    },
  },
  {
    id: 'load.burst',
    level: 'must',
    run: async (bench) => {
      const events = Array.from({ length: BURST }, () => bench.events.next());
      const all = await Promise.all(
        events.map((event) => take(bench, event).then((came) => patiently(bench, event, came))),
      );
      const wrong = all.filter((came) => !isTaken(came));
      const times = all.map(({ milliseconds }) => milliseconds).toSorted((a, b) => a - b);
      const slowest = times.at(-1) ?? 0;
      const count = {
        ka: `${BURST}-დან მიღებულია ${BURST - wrong.length}; ყველაზე ნელი ${slowest} მწმ`,
        en: `${BURST - wrong.length} of ${BURST} taken; slowest ${slowest} ms`,
      };
      const [first] = wrong;
      return judged(
        wrong.length === 0,
        first
          ? { ka: `${count.ka}; ${told(first).ka}`, en: `${count.en}; ${told(first).en}` }
          : count,
      );
    },
  },
  { id: 'load.reused-connection', level: 'must', run: onOneConnection },
  {
    id: 'load.get',
    level: 'must',
    run: async ({ target }) => {
      const came = await send(target.receiver, {
        method: 'GET',
        headers: {},
        body: Buffer.alloc(0),
        wait: target.pace.listen,
      });
      return judged(isRefused(came) || came.status === 501, told(came));
    },
  },
  {
    id: 'load.in-time',
    level: 'must',
    run: async ({ answers, target }) => slowest(answers, target.pace.most),
  },
  {
    id: 'load.promptly',
    level: 'should',
    run: async ({ answers, target }) => slowest(answers, target.pace.better),
  },
];

/** A receiver that has too much at once may say when to come again. */
async function patiently(bench: Bench, event: Parameters<Bench['send']>[0], came: Came) {
  if (came.status !== 429 && came.status !== 503) return came;
  if (came.retryAfter > AGAIN_MOST) return came;
  await pause(came.retryAfter * 1000);
  return bench.send(event);
}

function slowest(answers: readonly Came[], most: number) {
  const ms = Math.max(...answers.map(({ milliseconds }) => milliseconds));
  return judged(ms <= most, {
    ka: `ყველაზე ნელი პასუხი ${ms} მწმ (ზღვარი ${most} მწმ)`,
    en: `slowest answer ${ms} ms (limit ${most} ms)`,
  });
}

/** A refusal that leaves its body unread would have the next request begin in the middle of it. */
async function onOneConnection(bench: Bench) {
  const { protocol } = bench.target.receiver;
  const agent = new (protocol === 'https:' ? SecureAgent : PlainAgent)({
    keepAlive: true,
    maxSockets: 1,
  });
  try {
    const first = await take(bench, bench.events.next(), { agent });
    const keys = bench.target.keys.map(({ scheme }) => strangersKey(scheme));
    const event = bench.events.next({ unnumbered: true });
    bench.bad.push(event);
    const refused = await bench.send(event, { agent, keys });
    const last = await take(bench, bench.events.next(), { agent });
    return judged(
      isTaken(first) && isRefused(refused) && isTaken(last),
      toldAll([
        [{ ka: 'სწორი', en: 'right' }, first],
        [{ ka: 'ყალბი', en: 'forged' }, refused],
        [{ ka: 'ისევ სწორი', en: 'right again' }, last],
      ]),
    );
  } finally {
    agent.destroy();
  }
}
