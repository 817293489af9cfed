/// <reference path="./undici-pool.d.ts" />
import Pool from 'undici/lib/dispatcher/pool.js';
import type { CheckedAddress } from './address-guard.ts';
import { excerptOf, retryAfterOf } from './answer-text.ts';
import { openConnection, type Trust } from './checked-connection.ts';
import { answerOf } from './one-answer.ts';
import { SendFailure } from './send-failure.ts';

export interface Sending {
  readonly url: string;
  /** Where the guard said it may go; no other address is connected to. */
  readonly checked: CheckedAddress;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** For connecting, sending and the whole answer together. */
  readonly timeoutMs?: number;
}

export interface Answered {
  readonly status: number;
  /** Seconds, from `Retry-After`; 0 where it says nothing, never more than a day. */
  readonly retryAfter: number;
  /** The first bytes of the answer as printable text. */
  readonly excerpt: string;
  /** As much of the answer as was read: a challenge is echoed in it. */
  readonly body: string;
  readonly milliseconds: number;
}

interface SenderOptions extends Trust {
  /** Milliseconds since the epoch, for a `Retry-After` that is a date. */
  readonly clock?: () => number;
  /** How many hosts are kept connected; whoever was used longest ago makes room. */
  readonly poolsMost?: number;
}

const TIMEOUT_MS = 15_000;
const POOLS_MOST = 100;
const CONNECTIONS_MOST = 64;
const TARGETS_MOST = 1_000;
const HEADERS_MOST = 16_384;
const DEFAULTS = { 'content-type': 'application/json', 'user-agent': 'Ertad-Webhooks/1' };

interface Kept {
  readonly pool: Pool;
  /** Whether one of its connections has answered, and so may have been closed since. */
  answered: boolean;
  /** Counts up with every attempt. */
  used: number;
}

/** A URL taken apart once: it is the same at every attempt. */
interface Target {
  readonly to: URL;
  readonly origin: string;
  readonly path: string;
}

/**
 * Sends webhooks: keeps connections open, each to one checked address. A redirect is an answer like
 * any other. Neither a proxy of the environment nor a second look at the name can lead it elsewhere.
 */
export function sender({ clock = Date.now, poolsMost = POOLS_MOST, ...trust }: SenderOptions = {}) {
  const pools = new Map<string, Kept>();
  const targets = new Map<string, Target>();
  let attempts = 0;

  const drop = (key: string) => {
    const kept = pools.get(key);
    pools.delete(key);
    return kept?.pool.close();
  };
  const targetOf = (url: string): Target => {
    const known = targets.get(url);
    if (known) return known;
    const to = new URL(url);
    const target = { to, origin: to.origin, path: `${to.pathname}${to.search}` };
    if (targets.size >= TARGETS_MOST) targets.clear();
    targets.set(url, target);
    return target;
  };
  const poolOf = (key: string, { to }: Target, checked: CheckedAddress): Kept => {
    let kept = pools.get(key);
    if (!kept) {
      if (pools.size >= poolsMost) drop(oldest(pools));
      kept = { pool: newPool(to, checked, trust), answered: false, used: 0 };
      pools.set(key, kept);
    }
    attempts += 1;
    kept.used = attempts;
    return kept;
  };

  /** One attempt. What comes back is an answer whatever its status; no answer is a `SendFailure`. */
  async function send(sending: Sending): Promise<Answered> {
    const { url, checked, headers, body, timeoutMs = TIMEOUT_MS } = sending;
    const from = performance.now();
    const target = targetOf(url);
    const { origin, path } = target;
    const key = `${origin} ${checked.address}`;
    const request = { method: 'POST', path, headers: { ...DEFAULTS, ...headers }, body } as const;
    const once = () => {
      const { pool } = poolOf(key, target, checked);
      return answerOf(pool, request, timeoutMs - (performance.now() - from));
    };
    const answer = await once().catch((error: unknown) => {
      // Closed by the other side while it lay idle, unnoticed: that is no failure of this attempt.
      if (!isLost(error) || !pools.get(key)?.answered) throw error;
      drop(key);
      return once();
    });
    const kept = pools.get(key);
    if (kept) kept.answered = true;
    return {
      status: answer.status,
      retryAfter: retryAfterOf(answer.headers['retry-after'], clock()),
      excerpt: excerptOf(answer.bytes),
      body: answer.bytes.toString(),
      milliseconds: Math.round(performance.now() - from),
    };
  }

  return {
    send,
    /** Lets go of every connection, once what is under way has ended. */
    async close(): Promise<void> {
      await Promise.all([...pools.keys()].map(drop));
    },
    /** How many hosts it is connected to. */
    size: (): number => pools.size,
  };
}
export type Sender = ReturnType<typeof sender>;

const isLost = (error: unknown): boolean =>
  error instanceof SendFailure && error.code === 'connection-lost';

/** Used longest ago. */
const oldest = (pools: ReadonlyMap<string, Kept>): string =>
  [...pools].reduce((least, each) => (each[1].used < least[1].used ? each : least))[0];

const newPool = (url: URL, checked: CheckedAddress, trust: Trust): Pool =>
  new Pool(url.origin, {
    connect: (_options, connected) => openConnection(url, checked, trust, connected),
    connections: CONNECTIONS_MOST,
    pipelining: 1,
    allowH2: false,
    maxHeaderSize: HEADERS_MOST,
    // One time limit for all of it, kept here.
    headersTimeout: 0,
    bodyTimeout: 0,
  });
