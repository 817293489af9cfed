import { type IncomingHttpHeaders, type IncomingMessage, request as overPlain } from 'node:http';
import { request as overTls } from 'node:https';
import type { CheckedAddress } from './address-guard.ts';
import { openSocket, type Trust } from './checked-connection.ts';
import { SendFailure } from './send-failure.ts';

export interface Asking {
  readonly method: 'GET' | 'POST';
  readonly url: string;
  /** Where the guard said it may go; no other address is connected to. */
  readonly checked: CheckedAddress;
  readonly headers: Readonly<Record<string, string | number>>;
  readonly body?: string;
  /** For connecting, sending and the whole answer together. */
  readonly timeoutMs: number;
  /** Bytes of the answer; the rest is not read, and its connection is closed. */
  readonly bodyMost: number;
}

export interface Told {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly bytes: Buffer;
  /** Whether there was more of it than is read. */
  readonly cut: boolean;
}

/** One request over a connection of its own, to the checked address; redirects are not followed. */
export const oneRequest = (asking: Asking, trust: Trust = {}): Promise<Told> =>
  new Promise((resolve, reject) => {
    const { method, checked, headers, body, timeoutMs, bodyMost } = asking;
    const to = new URL(asking.url);
    const send = to.protocol === 'https:' ? overTls : overPlain;
    const call = send(to, {
      method,
      headers,
      // Without `agent`: even `agent: false` makes one, and an agent looks the name up again.
      createConnection: () => openSocket(to, checked, trust),
    });
    const failed = (error: unknown) => {
      clearTimeout(timer);
      call.destroy();
      reject(SendFailure.of(error));
    };
    const timer = setTimeout(() => failed(new SendFailure('timed-out')), timeoutMs);
    call.on('error', failed);
    // Nobody asked to speak anything else; unheard, it would only be over when time is up.
    call.on('upgrade', (_response, socket) => {
      socket.destroy();
      failed(new SendFailure('connection-lost'));
    });
    call.on('response', (response) => {
      read(response, bodyMost).then((told) => {
        clearTimeout(timer);
        call.destroy();
        resolve(told);
      }, failed);
    });
    call.end(body);
  });

async function read(response: IncomingMessage, most: number): Promise<Told> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    chunks.push(chunk.subarray(0, Math.max(0, most - size)));
    size += chunk.length;
    if (size > most) break;
  }
  const { statusCode = 0, headers } = response;
  return { status: statusCode, headers, bytes: Buffer.concat(chunks), cut: size > most };
}
