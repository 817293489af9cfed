import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { parentPort, workerData } from 'node:worker_threads';
import { Webhook } from 'standardwebhooks';
import { followClock } from '../../infra/local/moved-time.ts';
import { client } from '../../shared/contract/client.ts';
import { createEndpoint, deleteEndpoint } from '../../shared/contract/partners.ts';
import { WebhookPayload } from '../../shared/domain/webhook/payload.ts';
import { freshToken } from '../stage/token.ts';
import type { FromSystem, ToSystem } from './system.ts';

type Headers = IncomingMessage['headers'];

// The small system of a municipality: it lives in a thread of its own, with a clock of its own,
// holds the secret of its endpoint and talks with the hub over HTTP only.
const { hub, agency } = workerData as { readonly hub: string; readonly agency: string };
const tell = (message: FromSystem) => parentPort?.postMessage(message);
const { call } = client({ baseUrl: hub, token: () => freshToken(hub, agency) });

const offset = new BigInt64Array(new SharedArrayBuffer(BigInt64Array.BYTES_PER_ELEMENT));
const machineNow = Date.now;
followClock(offset.buffer);

/** Sets this system's clock by the hub's, as other machines set theirs by a time server. */
async function setClock(): Promise<void> {
  const answer = await fetch(`${hub}/local/clock`);
  const { now } = (await answer.json()) as { readonly now: string };
  Atomics.store(offset, 0, BigInt(Date.parse(now) - machineNow()));
}

/** Holds the endpoint's secret, shown once. What comes earlier waits. */
const registered = Promise.withResolvers<Webhook>();
let first: { readonly body: string; readonly headers: Headers } | undefined;

const server = createServer(async (request, response) => {
  const { method, headers, url } = request;
  if (method !== 'POST' || url !== '/ertad') return response.writeHead(404).end();
  const body = await textOf(request);
  const webhook = await registered.promise;
  await setClock();
  const refused = refusalOf(webhook, body, headers);
  // Answered first, worked on afterwards: the sender has other things to do.
  response.writeHead(refused ? 400 : 204).end();
  if (refused) return tell({ kind: 'refused', why: refused });
  first ??= { body, headers };
  await fetchSubject(webhook, body, headers);
});
server.listen(0, '127.0.0.1');
await once(server, 'listening');
const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/ertad`;
const { body: endpoint } = await call(createEndpoint, { body: { url, events: ['*'] } });
registered.resolve(new Webhook(endpoint.secret ?? ''));
tell({ kind: 'registered', endpoint: endpoint.id, url });

parentPort?.on('message', async ({ kind }: ToSystem) => {
  if (kind === 'play-again') {
    await setClock();
    const webhook = await registered.promise;
    const why = first ? refusalOf(webhook, first.body, first.headers) : 'nothing has come yet';
    return tell({ kind: 'played-again', why });
  }
  await call(deleteEndpoint, { path: { endpointId: endpoint.id } });
  server.close(() => tell({ kind: 'stopped' }));
  server.closeAllConnections();
});

/** Why the official library refuses it; nothing if it does not. */
function refusalOf(webhook: Webhook, body: string, headers: Headers): string | undefined {
  try {
    webhook.verify(body, headers as Record<string, string>);
    return undefined;
  } catch (error) {
    return (error as Error).message;
  }
}

/** What the thin message points to is fetched with this system's own authorisation. */
async function fetchSubject(webhook: Webhook, body: string, headers: Headers): Promise<void> {
  const payload = WebhookPayload.parse(JSON.parse(body));
  const forged = refusalOf(webhook, body.replace(/.$/, ' }'), headers);
  const authorization = `Bearer ${await freshToken(hub, agency)}`;
  const fetched = await fetch(`${hub}${payload.data.link}`, { headers: { authorization } });
  await fetched.body?.cancel();
  tell({ kind: 'verified', payload, forged, fetched: fetched.status });
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}
