import { createRemoteJWKSet, errors, jwtVerify } from 'jose';
import * as z from 'zod';
import type { Shown } from '../domain/people/session.ts';
import { Refusal } from '../domain/refusal.ts';
import { isHeader, isIssuedBy, isToken } from './token-form.ts';

const AUDIENCE = 'ertad';
/** What the hub reads of an access token. Cognito's carry neither `aud` nor `typ`. */
const Claims = z.object({
  sub: z.string().min(1).max(128),
  client_id: z.string().min(1).max(128),
  token_use: z.literal('access'),
  scope: z.string(),
  iat: z.int(),
  // Where an issuer names an audience, it is the hub and nobody else.
  aud: z.union([z.literal(AUDIENCE), z.tuple([z.literal(AUDIENCE)])]).optional(),
});

/** What only a person's token says: when it signed in, and the sign-in its refreshes descend from. */
const SignIn = z.object({
  auth_time: z.int().min(0),
  origin_jti: z.string().min(1).max(128),
});

const SCOPE = 'ertad/api';

interface TokenProfile {
  readonly issuer: string;
  readonly jwksUri: string;
  /** The console's client: the one through which people sign in. */
  readonly consoleClient: string;
}

/** What says that the keys could not be had: the hub's trouble, not the caller's. */
const NO_KEYS: readonly string[] = ['ERR_JWKS_TIMEOUT', 'ERR_JWKS_INVALID', 'ERR_JOSE_GENERIC'];

function refuseUnlessFault(error: unknown): never {
  if (error instanceof errors.JOSEError && !NO_KEYS.includes(error.code)) {
    throw new Refusal('not-signed-in');
  }
  throw error;
}

/** Checks a bearer token again behind the gateway and gives what it says of its subject. */
export const tokens = ({ issuer, jwksUri, consoleClient }: TokenProfile) => {
  let keys: ReturnType<typeof createRemoteJWKSet> | undefined;
  return async (authorization: string | undefined): Promise<Shown> => {
    const token = authorization?.match(/^Bearer (\S+)$/i)?.[1];
    if (!token || !isToken(token)) throw new Refusal('not-signed-in');
    // Made with the first token: it costs a cold start some thirty milliseconds.
    keys ??= createRemoteJWKSet(new URL(jwksUri));
    const checks = { issuer, algorithms: ['RS256'], requiredClaims: ['exp'] };
    const verified = await jwtVerify(token, keys, checks).catch(refuseUnlessFault);
    const claims = Claims.safeParse(verified.payload);
    if (
      !claims.success ||
      !claims.data.scope.split(' ').includes(SCOPE) ||
      !isHeader(verified.protectedHeader) ||
      !isIssuedBy(claims.data.iat, Date.now())
    ) {
      throw new Refusal('not-signed-in');
    }
    const { sub, client_id } = claims.data;
    // A system speaks as itself; a person only through the console.
    if (sub === client_id) return { sub };
    const signIn = SignIn.safeParse(verified.payload);
    if (client_id !== consoleClient || !signIn.success) throw new Refusal('not-signed-in');
    const signedInAt = new Date(signIn.data.auth_time * 1000).toISOString();
    return { sub, signedInAt, session: signIn.data.origin_jti };
  };
};
export type Tokens = ReturnType<typeof tokens>;
