import { type Agent, type IncomingMessage, request as plain, type RequestOptions } from 'node:http';
import { request as secure } from 'node:https';
import { setTimeout as pause } from 'node:timers/promises';

/** What came back: a status, or the kind of failure. */
export interface Came {
  /** 0 where no answer came. */
  readonly status: number;
  /** Why not: a code of the system, `timeout`, or `closed`. */
  readonly failure?: string;
  /** The answer's beginning; only ever searched, never written down. */
  readonly body: string;
  readonly retryAfter: number;
  /** Seconds since 1970 by the receiver's clock, where it says. */
  readonly clock?: number;
  readonly milliseconds: number;
}

export interface Sent {
  readonly method?: 'POST' | 'GET';
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
  /** How the body goes: at once, in small pieces, or without an end. */
  readonly manner?: { readonly pieces: number; readonly every: number } | 'endless';
  readonly agent?: Agent;
  /** Longest wait for the answer, in milliseconds. */
  readonly wait: number;
}

/** The hub reads no more of an answer either. */
const ANSWER_MOST = 65_536;
/** An endless body goes in pieces of this size, at this pace, until somebody answers or hangs up. */
const ENDLESS = { bytes: 65_536, every: 20, most: 32 * 1024 * 1024 } as const;

/** Sends one request and tells what came; a failure is an answer too. Redirects are not followed. */
export async function send(url: URL, sent: Sent): Promise<Came> {
  const from = performance.now();
  const spent = () => Math.round(performance.now() - from);
  try {
    const { response, body } = await exchange(url, sent);
    return {
      status: response.statusCode ?? 0,
      body,
      retryAfter: secondsOf(response.headers['retry-after']),
      ...clockOf(response.headers.date),
      milliseconds: spent(),
    };
  } catch (error) {
    return {
      status: 0,
      failure: failureOf(error),
      body: '',
      retryAfter: 0,
      milliseconds: spent(),
    };
  }
}

interface Exchange {
  readonly response: IncomingMessage;
  readonly body: string;
}

function exchange(url: URL, sent: Sent): Promise<Exchange> {
  const { method = 'POST', headers, body, manner, agent, wait } = sent;
  const length = manner === 'endless' || method === 'GET' ? {} : { 'content-length': body.length };
  const options: RequestOptions = {
    method,
    headers: { ...headers, ...length },
    agent: agent ?? false,
    signal: AbortSignal.timeout(wait),
  };
  return new Promise((resolve, reject) => {
    const call = (url.protocol === 'https:' ? secure : plain)(url, options);
    let answered = false;
    call.on('response', (response) => {
      answered = true;
      textOf(response).then((text) => {
        if (manner) call.destroy();
        resolve({ response, body: text });
      }, reject);
    });
    // A receiver may answer and hang up while the body still goes: the answer counts.
    call.on('error', (error) => answered || reject(error));
    call.on('close', () => answered || reject(new Error('closed')));
    write(call, body, manner, () => answered).catch(reject);
  });
}

type Call = ReturnType<typeof plain>;

async function write(call: Call, body: Uint8Array, manner: Sent['manner'], done: () => boolean) {
  if (!manner) return void call.end(body);
  const every = manner === 'endless' ? ENDLESS.every : manner.every;
  for (const piece of manner === 'endless' ? endless(body) : cut(body, manner.pieces)) {
    if (done() || call.destroyed) return;
    call.write(piece);
    await pause(every);
  }
  if (manner !== 'endless' && !call.destroyed) call.end();
}

function* cut(body: Uint8Array, pieces: number): Generator<Uint8Array> {
  const size = Math.max(1, Math.ceil(body.length / pieces));
  for (let from = 0; from < body.length; from += size) yield body.subarray(from, from + size);
}

function* endless(body: Uint8Array): Generator<Uint8Array> {
  yield body;
  const more = Buffer.alloc(ENDLESS.bytes, ' ');
  for (let gone = body.length; gone < ENDLESS.most; gone += more.length) yield more;
}

async function textOf(response: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let read = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    chunks.push(chunk);
    read += chunk.length;
    if (read > ANSWER_MOST) break;
  }
  return Buffer.concat(chunks).subarray(0, ANSWER_MOST).toString('utf8');
}

const secondsOf = (header: string | undefined): number =>
  header && /^\d{1,6}$/.test(header) ? Number(header) : 0;

function clockOf(date: string | undefined): { clock: number } | undefined {
  const at = Date.parse(date ?? '');
  return Number.isNaN(at) ? undefined : { clock: at / 1000 };
}

/** The kind of failure only. */
function failureOf(error: unknown): string {
  const { code, name, message } = error as { code?: unknown; name?: string; message?: string };
  if (name === 'TimeoutError' || name === 'AbortError') return 'timeout';
  if (typeof code === 'string') return code.slice(0, 60);
  return message === 'closed' ? 'closed' : (name ?? 'failed');
}
