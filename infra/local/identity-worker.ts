import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { parentPort, workerData } from 'node:worker_threads';
import { localAccounts } from './accounts.ts';
import type { IdentityOptions } from './identity.ts';
import { identityProvider } from './identity-provider.ts';
import { followClock } from './moved-time.ts';
import { languageOf } from './pages.ts';
import { loopbackHosts } from './server.ts';
import { signIns } from './sign-in.ts';
import { secondFactorPage, signInPage } from './sign-in-page.ts';

interface Birth extends Omit<IdentityOptions, 'clock'> {
  readonly clock: SharedArrayBuffer;
  readonly dataDir: string;
  /** The private signing key as JWK. */
  readonly key: Record<string, unknown>;
}

const { issuer, clients, people, key, clock, dataDir } = workerData as Birth;
const { origin, pathname: mount } = new URL(issuer);

followClock(clock);
const accounts = localAccounts(dataDir);
const provider = identityProvider({ issuer, clients, people, accounts, key });
const signing = signIns({
  kept: String(key.d),
  now: Date.now,
  factor: (sub) => accounts.read().factors[sub] ?? 0,
});
const callback = provider.callback();
const hosts = loopbackHosts(new URL(issuer).port);

async function formOf(request: IncomingMessage): Promise<URLSearchParams> {
  let body = '';
  for await (const chunk of request) body += chunk;
  return new URLSearchParams(body);
}

const server = createServer(async (request, response) => {
  if (!hosts.includes(request.headers.host ?? '')) return response.writeHead(421).end();
  const url = new URL(request.url ?? '/', origin);
  const [, uid] = url.pathname.split(`${mount}/sign-in/`);
  if (uid === undefined) {
    Object.assign(request, { originalUrl: request.url });
    request.url = (request.url ?? '/').slice(mount.length) || '/';
    return callback(request, response);
  }
  const language = languageOf(url, request.headers['accept-language']);
  const page = (html: string) =>
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(html);
  const askSecond = (sub: string, wrong: boolean) =>
    page(secondFactorPage(signing.shown(sub), wrong, language));
  const askFirst = () => {
    const invited = accounts.read().accounts.filter(({ enabled }) => enabled);
    return page(signInPage(people, invited, language));
  };
  const first = signing.begunBy(uid);
  if (request.method !== 'POST') return first ? askSecond(first, false) : askFirst();
  const form = await formOf(request);
  const sub = form.get('sub');
  if (sub !== null) {
    signing.begin(uid, sub);
    return askSecond(sub, false);
  }
  const finished = signing.finish(uid, form.get('code') ?? '');
  if (finished === 'again') return askSecond(first ?? '', true);
  const result =
    finished === 'over'
      ? { error: 'access_denied', error_description: 'too many wrong codes' }
      : { login: { accountId: finished.sub, acr: 'mfa', amr: ['otp', 'mfa'] } };
  try {
    return await provider.interactionFinished(request, response, result);
  } catch {
    // The sign-in lapsed or belongs to another browser.
    return response.writeHead(303, { location: '/' }).end();
  }
});

server.listen(0, '127.0.0.1', () => {
  parentPort?.postMessage({ port: (server.address() as AddressInfo).port });
});
