import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { parentPort, workerData } from 'node:worker_threads';
import { Provider } from 'oidc-provider';
import type { IdentityOptions } from './identity.ts';
import { followClock } from './moved-time.ts';
import { loopbackHosts } from './server.ts';
import { signInPage } from './sign-in-page.ts';

interface Birth extends Omit<IdentityOptions, 'clock'> {
  readonly clock: SharedArrayBuffer;
  /** The private signing key as JWK. */
  readonly key: Record<string, unknown>;
}

const { issuer, clients, people, key, clock } = workerData as Birth;
const { origin, pathname: mount } = new URL(issuer);
const API = 'urn:ertad:api';
const SCOPE = 'ertad/api';
const HOUR_S = 3_600;

followClock(clock);
const provider = new Provider(issuer, {
  jwks: { keys: [{ ...key, use: 'sig', alg: 'RS256' }] },
  clients: [
    ...clients.map(({ id, secret }) => ({
      client_id: id,
      client_secret: secret,
      grant_types: ['client_credentials'],
      redirect_uris: [],
      response_types: [],
    })),
    {
      client_id: 'console',
      token_endpoint_auth_method: 'none' as const,
      grant_types: ['authorization_code', 'refresh_token'],
      response_types: ['code' as const],
      redirect_uris: [`${origin}/`, `${origin}/signed-in`],
      post_logout_redirect_uris: [`${origin}/`],
    },
  ],
  // Cognito accepts the secret in either place; a client here is registered for one.
  clientAuthMethods: ['client_secret_basic', 'client_secret_post', 'none'],
  scopes: ['openid'],
  pkce: { required: () => true },
  features: {
    devInteractions: { enabled: false },
    clientCredentials: { enabled: true },
    rpInitiatedLogout: { enabled: true },
    resourceIndicators: {
      enabled: true,
      defaultResource: () => API,
      useGrantedResource: () => true,
      getResourceServerInfo: () => ({
        scope: SCOPE,
        audience: 'ertad',
        accessTokenTTL: HOUR_S,
        accessTokenFormat: 'jwt',
        jwt: { sign: { alg: 'RS256' } },
      }),
    },
  },
  formats: {
    customizers: {
      // Claims as Cognito's access tokens carry them; without a wish, the one scope there is.
      jwt(_, token, jwt) {
        token.scope ??= SCOPE;
        Object.assign(jwt.payload, { token_use: 'access', scope: token.scope });
      },
    },
  },
  ttl: {
    AccessToken: HOUR_S,
    ClientCredentials: HOUR_S,
    IdToken: HOUR_S,
    Interaction: HOUR_S,
    Session: 12 * HOUR_S,
    Grant: 12 * HOUR_S,
    RefreshToken: 12 * HOUR_S,
  },
  issueRefreshToken: (_, client) => client.grantTypeAllowed('refresh_token'),
  cookies: { keys: [String(key.kid)] },
  routes: { jwks: '/jwks', token: '/token', authorization: '/authorize', end_session: '/sign-out' },
  interactions: { url: (_, interaction) => `${mount}/sign-in/${interaction.uid}` },
  findAccount: (_, sub) =>
    people.some((person) => person.sub === sub)
      ? { accountId: sub, claims: () => ({ sub }) }
      : undefined,
  // Nobody is asked for consent: the console is the hub's own.
  async loadExistingGrant(ctx) {
    const { client, session } = ctx.oidc;
    if (!client || !session?.accountId) return undefined;
    const known = session.grantIdFor(client.clientId);
    const found = known ? await ctx.oidc.provider.Grant.find(known) : undefined;
    if (found) return found;
    const grant = new ctx.oidc.provider.Grant({
      clientId: client.clientId,
      accountId: session.accountId,
    });
    grant.addOIDCScope('openid');
    grant.addResourceScope(API, SCOPE);
    await grant.save();
    return grant;
  },
});

const callback = provider.callback();
const hosts = loopbackHosts(new URL(issuer).port);
const server = createServer(async (request, response) => {
  if (!hosts.includes(request.headers.host ?? '')) return response.writeHead(421).end();
  const url = new URL(request.url ?? '/', origin);
  const [, uid] = url.pathname.split(`${mount}/sign-in/`);
  if (uid !== undefined && request.method === 'GET') return showSignIn(url);
  if (uid !== undefined && request.method === 'POST') return signIn();
  Object.assign(request, { originalUrl: request.url });
  request.url = (request.url ?? '/').slice(mount.length) || '/';
  return callback(request, response);

  function showSignIn(at: URL) {
    const language = at.searchParams.get('lang') ?? request.headers['accept-language'] ?? 'en';
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
    response.end(signInPage(people, language.startsWith('ka') ? 'ka' : 'en'));
  }

  async function signIn() {
    let body = '';
    for await (const chunk of request) body += chunk;
    const accountId = new URLSearchParams(body).get('sub') ?? '';
    try {
      await provider.interactionFinished(request, response, { login: { accountId } });
    } catch {
      // The sign-in lapsed or belongs to another browser.
      response.writeHead(303, { location: '/' }).end();
    }
  }
});

server.listen(0, '127.0.0.1', () => {
  parentPort?.postMessage({ port: (server.address() as AddressInfo).port });
});
