import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Key } from '../keys.ts';

/** How the hub answers one request: a status with headers, the connection cut, or nothing at all. */
export type Step =
  | { readonly status: number; readonly headers?: Readonly<Record<string, string>> }
  | 'cut'
  | 'silence';

/** One request as it came, and what is to be said of its signature. */
export interface Heard {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly method: string;
  readonly path: string;
  readonly id: string;
  readonly timestamp: string;
  readonly contentType: string;
  readonly body: Buffer;
  readonly signed: boolean;
}

export interface MiniHub {
  readonly url: string;
  readonly heard: readonly Heard[];
  stop(): Promise<void>;
}

/** More than a referral with all that may be said of it. */
const BODY_MOST = 262_144;
/** A rotation needs two or three. */
const SIGNATURES_MOST = 10;

/** Plays the hub's inbound door on this machine; `step` says how the n-th request is answered. */
export async function startMiniHub(
  key: Key,
  step: (nth: number, url: string) => Step,
): Promise<MiniHub> {
  const heard: Heard[] = [];
  let url = '';
  const server = createServer(async (request, response) => {
    const body = await bytesOf(request).catch(() => undefined);
    if (!body) return void response.writeHead(413).end();
    heard.push(heardOf(request, body, key));
    answer(step(heard.length, url), response);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url,
    heard,
    async stop() {
      const closed = new Promise((done) => server.close(done));
      server.closeAllConnections();
      await closed;
    },
  };
}

function heardOf(
  { headers, method = '', url = '' }: IncomingMessage,
  body: Buffer,
  key: Key,
): Heard {
  const of = (name: string) => String(headers[name] ?? '');
  const [id, timestamp] = [of('webhook-id'), of('webhook-timestamp')];
  const signatures = of('webhook-signature').split(' ', SIGNATURES_MOST);
  return {
    at: Date.now(),
    method,
    path: url,
    id,
    timestamp,
    contentType: of('content-type'),
    body,
    signed: signatures.some((given) => key.verifies(given, id, timestamp, body)),
  };
}

function answer(step: Step, response: ServerResponse): void {
  if (step === 'silence') return;
  if (step === 'cut') return void response.socket?.destroy();
  const { status, headers } = step;
  const type = status < 300 ? 'application/json' : 'application/problem+json';
  response.writeHead(status, { 'content-type': type, ...headers });
  response.end(JSON.stringify(status < 300 ? {} : { status, title: 'conformance' }));
}

async function bytesOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let read = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    read += chunk.length;
    if (read > BODY_MOST) throw new RangeError('too large');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
