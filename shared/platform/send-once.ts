import { excerptOf, retryAfterOf } from './answer-text.ts';
import type { Trust } from './checked-connection.ts';
import { oneRequest } from './one-request.ts';
import type { Sender } from './webhook-sender.ts';

const TIMEOUT_MS = 15_000;
/** A receiver has nothing to tell but a status and its challenge. What is longer is cut off. */
const BODY_MOST = 16_384;

/**
 * Sends one webhook over a connection of its own: for what is sent by hand, a few times a day. The
 * same checked address, limits and failures as the sender, without what keeps connections open, which
 * is as large as the rest of a function.
 */
export const sendOnce =
  (trust: Trust = {}, clock: () => number = Date.now): Sender['send'] =>
  async ({ headers, body, timeoutMs = TIMEOUT_MS, ...to }) => {
    const from = performance.now();
    const all = {
      'content-type': 'application/json',
      'user-agent': 'Ertad-Webhooks/1',
      ...headers,
      'content-length': Buffer.byteLength(body),
    };
    const asking = { ...to, method: 'POST', headers: all, body, timeoutMs } as const;
    const told = await oneRequest({ ...asking, bodyMost: BODY_MOST }, trust);
    return {
      status: told.status,
      retryAfter: retryAfterOf(told.headers['retry-after'], clock()),
      excerpt: excerptOf(told.bytes),
      body: told.bytes.toString(),
      milliseconds: Math.round(performance.now() - from),
    };
  };
