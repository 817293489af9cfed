import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { parentPort, workerData } from 'node:worker_threads';
import { Webhook } from 'standardwebhooks';
import { client } from '../../shared/contract/client.ts';
import { challengeEndpoint } from '../../shared/contract/endpoint-trials.ts';
import { createEndpoint, deleteEndpoint, rotateEndpoint } from '../../shared/contract/partners.ts';
import { WebhookPayload } from '../../shared/domain/webhook/payload.ts';
import { freshToken } from '../stage/token.ts';
import { setClock } from './own-clock.ts';
import type { FromSystem, ToSystem } from './system.ts';

type Headers = IncomingMessage['headers'];

// The small system of a municipality: it lives in a thread of its own, with a clock of its own,
// holds the secret of its endpoint and talks with the hub over HTTP only.
const { hub, agency } = workerData as { readonly hub: string; readonly agency: string };
const tell = (message: FromSystem) => parentPort?.postMessage(message);
const { call } = client({ baseUrl: hub, token: () => freshToken(hub, agency) });

/** Holds the endpoint's secret, shown once. What comes earlier waits. */
const registered = Promise.withResolvers<void>();
let webhook: Webhook;
let first: { readonly body: string; readonly headers: Headers } | undefined;
/** The power is off: whoever knocks is sent away. */
let down = false;

const server = createServer(async (request, response) => {
  const { method, headers, url } = request;
  if (method !== 'POST' || url !== '/ertad') return response.writeHead(404).end();
  if (down) {
    tell({ kind: 'sent-away', id: String(headers['webhook-id']) });
    return response.writeHead(503).end();
  }
  const body = await textOf(request);
  await registered.promise;
  await setClock(hub);
  const refused = refusalOf(body, headers);
  if (refused) {
    response.writeHead(400).end();
    return tell({ kind: 'refused', why: refused });
  }
  const { type, data } = JSON.parse(body) as { type: string; data: { challenge?: string } };
  // Whoever can answer with what it was sent proves that the address is its own.
  if (type === 'endpoint.challenged') {
    return response.end(JSON.stringify({ challenge: data.challenge }));
  }
  // Answered first, worked on afterwards: the sender has other things to do.
  response.writeHead(204).end();
  if (type === 'endpoint.tested') return;
  first ??= { body, headers };
  await fetchSubject(body, headers);
});
server.listen(0, '127.0.0.1');
await once(server, 'listening');
const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/ertad`;
const { body: endpoint } = await call(createEndpoint, { body: { url, events: ['*'] } });
webhook = new Webhook(endpoint.secret ?? '');
registered.resolve();
const path = { endpointId: endpoint.id };
const { state } = (await call(challengeEndpoint, { path })).body;
tell({ kind: 'registered', endpoint: endpoint.id, url, state });

parentPort?.on('message', async (message: ToSystem) => {
  switch (message.kind) {
    case 'play-again': {
      await setClock(hub);
      const why = first ? refusalOf(first.body, first.headers) : 'nothing has come yet';
      return tell({ kind: 'played-again', why });
    }
    case 'power':
      down = !message.on;
      return tell({ kind: 'power', on: message.on });
    case 'rotate': {
      const { body } = await call(rotateEndpoint, { path, body: { overlapDays: 2 } });
      webhook = new Webhook(body.secret ?? '');
      return tell({ kind: 'rotated', signing: body.keys.length });
    }
    case 'stop':
      await call(deleteEndpoint, { path });
      server.close(() => tell({ kind: 'stopped' }));
      server.closeAllConnections();
  }
});

/** Why the official library refuses it; nothing if it does not. */
function refusalOf(body: string, headers: Headers): string | undefined {
  try {
    webhook.verify(body, headers as Record<string, string>);
    return undefined;
  } catch (error) {
    return (error as Error).message;
  }
}

/** What the thin message points to is fetched with this system's own authorisation. */
async function fetchSubject(body: string, headers: Headers): Promise<void> {
  const payload = WebhookPayload.parse(JSON.parse(body));
  const forged = refusalOf(body.replace(/.$/, ' }'), headers);
  const authorization = `Bearer ${await freshToken(hub, agency)}`;
  const fetched = await fetch(`${hub}${payload.data.link}`, { headers: { authorization } });
  await fetched.body?.cancel();
  const signatures = String(headers['webhook-signature']).split(' ').length;
  tell({ kind: 'verified', payload, forged, fetched: fetched.status, signatures });
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}
