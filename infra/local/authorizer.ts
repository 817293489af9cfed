import { createLocalJWKSet, type JSONWebKeySet, jwtVerify } from 'jose';
import type { Clock } from './clock.ts';

export type Claims = Readonly<Record<string, string>>;

/** The token's claims, or undefined when it is not good enough for one of these scopes. */
export type Authorizer = (
  authorization: string | undefined,
  scopes: readonly string[],
) => Promise<Claims | undefined>;

/** Checks tokens as API Gateway's Cognito authorizer does: signature, issuer, life, use, scope. */
export function authorizer(issuer: string, jwks: JSONWebKeySet, clock: Clock): Authorizer {
  const keys = createLocalJWKSet(jwks);
  return async (authorization, scopes) => {
    const token = (authorization ?? '').replace(/^Bearer /i, '');
    try {
      const { payload } = await jwtVerify(token, keys, {
        issuer,
        algorithms: ['RS256'],
        currentDate: new Date(clock.now()),
        requiredClaims: ['exp', 'sub', 'client_id'],
      });
      const granted = String(payload.scope ?? '').split(' ');
      const enough = scopes.length === 0 || scopes.some((scope) => granted.includes(scope));
      if (payload.token_use !== 'access' || !enough) return undefined;
      return Object.fromEntries(
        Object.entries(payload).map(([name, value]) => [name, String(value)]),
      );
    } catch {
      return undefined;
    }
  };
}
