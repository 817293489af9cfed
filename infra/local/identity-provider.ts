import { timingSafeEqual } from 'node:crypto';
import { type ClientMetadata, type Configuration, Provider } from 'oidc-provider';
import { ACCESS_MINUTES, SIGN_IN_HOURS } from '../sign-in-terms.ts';
import type { LocalAccounts } from './accounts.ts';
import type { IdentityOptions } from './identity.ts';

const API = 'urn:ertad:api';
const SCOPE = 'ertad/api';
const ACCESS_S = ACCESS_MINUTES * 60;
const SIGN_IN_S = SIGN_IN_HOURS * 3_600;

interface ProviderOptions extends Pick<IdentityOptions, 'issuer' | 'clients' | 'people'> {
  readonly accounts: LocalAccounts;
  readonly key: Record<string, unknown>;
}

/** Systems by client credentials, and the console for people. */
const clientsOf = ({ clients, issuer }: ProviderOptions): ClientMetadata[] => {
  const { origin } = new URL(issuer);
  return [
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
  ];
};

const resourceServer = {
  scope: SCOPE,
  audience: 'ertad',
  accessTokenTTL: ACCESS_S,
  accessTokenFormat: 'jwt' as const,
  jwt: { sign: { alg: 'RS256' as const } },
};

/** The sign-in a token descends from: a code the first time, a refresh token ever after. */
const Origin = ['AuthorizationCode', 'RefreshToken'] as const;
interface SignedIn {
  readonly authTime?: number;
  readonly sessionUid?: string;
}

const configuration = (options: ProviderOptions): Configuration => ({
  jwks: { keys: [{ ...options.key, use: 'sig', alg: 'RS256' }] },
  clients: clientsOf(options),
  // Cognito accepts the secret in either place; a client here is registered for one.
  clientAuthMethods: ['client_secret_basic', 'client_secret_post', 'none'],
  scopes: ['openid'],
  pkce: { required: () => true },
  features: {
    devInteractions: { enabled: false },
    clientCredentials: { enabled: true },
    revocation: { enabled: true },
    rpInitiatedLogout: { enabled: true },
    resourceIndicators: {
      enabled: true,
      defaultResource: () => API,
      useGrantedResource: () => true,
      getResourceServerInfo: () => resourceServer,
    },
  },
  formats: {
    customizers: {
      // Claims as Cognito's access tokens carry them; without a wish, the one scope there is.
      jwt(ctx, token, jwt) {
        token.scope ??= SCOPE;
        const from = Origin.map((name) => ctx.oidc.entities[name] as SignedIn | undefined);
        const { authTime, sessionUid } = from.find((one) => one) ?? {};
        Object.assign(jwt.payload, {
          token_use: 'access',
          scope: token.scope,
          ...(sessionUid && { auth_time: authTime, origin_jti: sessionUid }),
        });
      },
    },
  },
  ttl: {
    AccessToken: ACCESS_S,
    ClientCredentials: ACCESS_S,
    IdToken: ACCESS_S,
    AuthorizationCode: 60,
    Interaction: 600,
    Session: SIGN_IN_S,
    Grant: SIGN_IN_S,
    RefreshToken: SIGN_IN_S,
  },
  issueRefreshToken: (_, client) => client.grantTypeAllowed('refresh_token'),
  rotateRefreshToken: true,
  cookies: { keys: [String(options.key.kid)] },
  routes: { jwks: '/jwks', token: '/token', authorization: '/authorize', end_session: '/sign-out' },
  interactions: {
    url: (_, { uid }) => `${new URL(options.issuer).pathname}/sign-in/${uid}`,
  },
  findAccount: (_, sub, token) =>
    isThere(options, sub, token) ? { accountId: sub, claims: () => ({ sub }) } : undefined,
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

/** Whoever was switched off, or signed out everywhere since, gets nothing for an older sign-in. */
function isThere({ people, accounts }: ProviderOptions, sub: string, token: unknown): boolean {
  const { accounts: invited, signedOutAt } = accounts.read();
  const since = (token as SignedIn | undefined)?.authTime;
  if (since !== undefined && since * 1000 < (signedOutAt[sub] ?? 0)) return false;
  const account = invited.find((one) => one.sub === sub);
  return account ? account.enabled : people.some((person) => person.sub === sub);
}

/** The local identity provider: what Cognito does when deployed, with the same claims. */
export function identityProvider(options: ProviderOptions): Provider {
  const provider = new Provider(options.issuer, configuration(options));
  // Up to two secrets are good at a time, as for an app client of Cognito.
  Object.assign(provider.Client.prototype, {
    compareClientSecret(this: { clientId: string; clientSecret: string }, given: string) {
      const rotated = options.accounts.read().secrets[this.clientId];
      const good = rotated?.map(({ value }) => value) ?? [this.clientSecret];
      return good.some((secret) => isSame(secret, given));
    },
  });
  return provider;
}

const isSame = (one: string, other: string): boolean => {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
};
