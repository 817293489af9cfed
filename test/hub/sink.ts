import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Received {
  readonly headers: Record<string, string>;
  readonly body: string;
  readonly path: string;
  /** By the machine's own clock, in milliseconds. */
  readonly at: number;
}
export type Sink = Awaited<ReturnType<typeof startSink>>;

/** How a partner's system answers: a status with headers, or not at all. */
type Answer = { readonly status: number; readonly headers?: Record<string, string> } | 'silence';
/** The same to everything, or by what it is. */
type Answering = Answer | ((received: Received) => Answer);

/** A partner's system on this machine: keeps what it is sent, and answers as it is told. */
export async function startSink() {
  const received: Received[] = [];
  const challenges: Received[] = [];
  const tests: Received[] = [];
  let answering: Answering = { status: 204 };
  let proving = true;
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
    const body = Buffer.concat(chunks).toString('utf8');
    const from = { path: request.url ?? '', at: performance.now() };
    const one = { headers: flat(request.headers), body, ...from };
    const challenge = challengeOf(body);
    if (challenge) challenges.push(one);
    else (body.includes('"endpoint.tested"') ? tests : received).push(one);
    // The address is proved whatever the sink answers to real news, unless it is told not to be.
    if (challenge && proving) return response.end(JSON.stringify({ challenge }));
    const answer = typeof answering === 'function' ? answering(one) : answering;
    if (answer !== 'silence') response.writeHead(answer.status, answer.headers).end('thanks');
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url: `${origin}/hook`,
    origin,
    /** Real news only. */
    received,
    /** Askings for the proof that the address is its agency's. */
    challenges,
    /** Sent by the test button. */
    tests,
    /** From now on challenges are answered like everything else. */
    provesNothing() {
      proving = false;
    },
    answer(next: Answering) {
      answering = next;
    },
    async stop() {
      const closed = new Promise((done) => server.close(done));
      server.closeAllConnections();
      await closed;
    },
  };
}

function challengeOf(body: string): string | undefined {
  try {
    const { type, data } = JSON.parse(body) as { type?: string; data?: { challenge?: string } };
    return type === 'endpoint.challenged' ? data?.challenge : undefined;
  } catch {
    return undefined;
  }
}

const flat = (headers: IncomingHttpHeaders): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]));
