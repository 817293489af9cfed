/// <reference path="./undici-pool.d.ts" />
import Pool from 'undici/lib/dispatcher/pool.js';
import type { CheckedAddress } from './address-guard.ts';
import { excerptOf, retryAfterOf } from './answer-text.ts';
import { openConnection, type Trust } from './checked-connection.ts';
import { type Answer, answerOf } from './one-answer.ts';
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
const HEADERS_MOST = 16_384;
const DEFAULTS = { 'content-type': 'application/json', 'user-agent': 'Ertad-Webhooks/1' };

interface Kept {
  readonly pool: Pool;
  /** Whether one of its connections has answered, and so may have been closed since. */
  answered: boolean;
}

/**
 * Sends webhooks: keeps connections open, each to one checked address. A redirect is an answer like
 * any other. Neither a proxy of the environment nor a second look at the name can lead it elsewhere.
 */
export function sender({ clock = Date.now, poolsMost = POOLS_MOST, ...trust }: SenderOptions = {}) {
  const pools = new Map<string, Kept>();

  const drop = (key: string) => {
    const kept = pools.get(key);
    pools.delete(key);
    return kept?.pool.close();
  };
  /** Used last stands last. */
  const poolOf = (key: string, url: URL, checked: CheckedAddress): Kept => {
    const kept = pools.get(key) ?? { pool: newPool(url, checked, trust), answered: false };
    pools.delete(key);
    if (pools.size >= poolsMost) for (const oldest of pools.keys()) if (drop(oldest)) break;
    pools.set(key, kept);
    return kept;
  };

  return {
    /** One attempt. What comes back is an answer whatever its status; no answer is a `SendFailure`. */
    async send({
      url,
      checked,
      headers,
      body,
      timeoutMs = TIMEOUT_MS,
    }: Sending): Promise<Answered> {
      const to = new URL(url);
      const key = `${to.origin} ${checked.address}`;
      const from = performance.now();
      const request = {
        method: 'POST',
        path: `${to.pathname}${to.search}`,
        headers: { ...DEFAULTS, ...headers },
        body,
      } as const;
      const once = async (): Promise<Answer> => {
        const kept = poolOf(key, to, checked);
        const answer = await answerOf(kept.pool, request, timeoutMs - (performance.now() - from));
        kept.answered = true;
        return answer;
      };
      const answer = await once().catch((error: unknown) => {
        // Closed by the other side while it lay idle, unnoticed: that is no failure of this attempt.
        const wasIdle = isLost(error) && pools.get(key)?.answered;
        if (!wasIdle) throw error;
        drop(key);
        return once();
      });
      return {
        status: answer.status,
        retryAfter: retryAfterOf(answer.headers['retry-after'], clock()),
        excerpt: excerptOf(answer.bytes),
        body: answer.bytes.toString(),
        milliseconds: Math.round(performance.now() - from),
      };
    },
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
