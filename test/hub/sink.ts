import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Received {
  readonly headers: Record<string, string>;
  readonly body: string;
  readonly path: string;
}
export type Sink = Awaited<ReturnType<typeof startSink>>;

/** How a partner's system answers: a status with headers, or not at all. */
type Answering = { readonly status: number; readonly headers?: Record<string, string> } | 'silence';

/** A partner's system on this machine: keeps what it is sent, and answers as it is told. */
export async function startSink() {
  const received: Received[] = [];
  let answering: Answering = { status: 204 };
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
    const body = Buffer.concat(chunks).toString('utf8');
    received.push({ headers: flat(request.headers), body, path: request.url ?? '' });
    if (answering !== 'silence')
      response.writeHead(answering.status, answering.headers).end('thanks');
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url: `${origin}/hook`,
    origin,
    received,
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

const flat = (headers: IncomingHttpHeaders): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]));
