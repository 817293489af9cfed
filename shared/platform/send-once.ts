import { request as overPlain } from 'node:http';
import { request as overTls } from 'node:https';
import { excerptOf, retryAfterOf } from './answer-text.ts';
import { openSocket, type Trust } from './checked-connection.ts';
import { SendFailure } from './send-failure.ts';
import type { Answered, Sender, Sending } from './webhook-sender.ts';

const TIMEOUT_MS = 15_000;
/** A receiver has nothing to tell but a status and its challenge. What is longer is cut off. */
const BODY_MOST = 16_384;

interface Head {
  readonly status: number;
  readonly retryAfter: string | undefined;
}

/**
 * Sends one webhook over a connection of its own: for what is sent by hand, a few times a day. The
 * same checked address, limits and failures as the sender, without what keeps connections open, which
 * is as large as the rest of a function.
 */
export const sendOnce =
  (trust: Trust = {}, clock: () => number = Date.now): Sender['send'] =>
  async (sending) => {
    const from = performance.now();
    const { head, bytes } = await answerTo(sending, trust);
    return {
      status: head.status,
      retryAfter: retryAfterOf(head.retryAfter, clock()),
      excerpt: excerptOf(bytes),
      body: bytes.toString(),
      milliseconds: Math.round(performance.now() - from),
    } satisfies Answered;
  };

const answerTo = (
  { url, checked, headers, body, timeoutMs = TIMEOUT_MS }: Sending,
  trust: Trust,
): Promise<{ head: Head; bytes: Buffer }> =>
  new Promise((resolve, reject) => {
    const to = new URL(url);
    const send = to.protocol === 'https:' ? overTls : overPlain;
    const call = send(to, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'user-agent': 'Ertad-Webhooks/1',
        ...headers,
        'content-length': Buffer.byteLength(body),
      },
      agent: false,
      createConnection: () => openSocket(to, checked, trust),
    });
    const ended = (failure?: SendFailure) => {
      clearTimeout(timer);
      call.destroy();
      if (failure) reject(failure);
    };
    const timer = setTimeout(ended, timeoutMs, new SendFailure('timed-out'));
    call.on('error', (error) => ended(SendFailure.of(error)));
    call.on('response', async (response) => {
      const head = {
        status: response.statusCode ?? 0,
        retryAfter: response.headers['retry-after'],
      };
      const chunks: Buffer[] = [];
      let read = 0;
      try {
        for await (const chunk of response as AsyncIterable<Buffer>) {
          chunks.push(chunk.subarray(0, BODY_MOST - read));
          read += chunk.length;
          if (read >= BODY_MOST) break;
        }
        resolve({ head, bytes: Buffer.concat(chunks) });
        ended();
      } catch (error) {
        ended(SendFailure.of(error));
      }
    });
    call.end(body);
  });
