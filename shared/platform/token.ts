import { createRemoteJWKSet, errors, jwtVerify } from 'jose';
import * as z from 'zod';
import { Refusal } from '../domain/refusal.ts';

/** What the hub reads of an access token. Cognito's carry neither `aud` nor `typ`. */
const Claims = z.object({
  sub: z.string().min(1).max(128),
  client_id: z.string().min(1).max(128),
  token_use: z.literal('access'),
  scope: z.string(),
});

const SCOPE = 'ertad/api';
/** Three parts in strict base64url: lenient decoders accept several spellings of one token. */
const COMPACT = /^[A-Za-z0-9_-]{1,2000}\.[A-Za-z0-9_-]{1,6000}\.[A-Za-z0-9_-]{1,1000}$/;

interface TokenProfile {
  readonly issuer: string;
  readonly jwksUri: string;
  /** The console's client: the one through which people sign in. */
  readonly consoleClient: string;
}

/** Lenient decoders ignore spare bits at the end: a token has one spelling. */
const isCanonical = (part: string): boolean =>
  Buffer.from(part, 'base64url').toString('base64url') === part;

/** What says that the keys could not be had: the hub's trouble, not the caller's. */
const NO_KEYS: readonly string[] = ['ERR_JWKS_TIMEOUT', 'ERR_JWKS_INVALID', 'ERR_JOSE_GENERIC'];

function refuseUnlessFault(error: unknown): never {
  if (error instanceof errors.JOSEError && !NO_KEYS.includes(error.code)) {
    throw new Refusal('not-signed-in');
  }
  throw error;
}

/** Checks a bearer token again behind the gateway and gives its subject. */
export const tokens = ({ issuer, jwksUri, consoleClient }: TokenProfile) => {
  let keys: ReturnType<typeof createRemoteJWKSet> | undefined;
  return async (authorization: string | undefined): Promise<string> => {
    const token = authorization?.match(/^Bearer (\S+)$/i)?.[1];
    if (!token || !COMPACT.test(token) || !token.split('.').every(isCanonical)) {
      throw new Refusal('not-signed-in');
    }
    // Made with the first token: it costs a cold start some thirty milliseconds.
    keys ??= createRemoteJWKSet(new URL(jwksUri));
    const checks = { issuer, algorithms: ['RS256'], requiredClaims: ['exp'] };
    const verified = await jwtVerify(token, keys, checks).catch(refuseUnlessFault);
    const claims = Claims.safeParse(verified.payload);
    if (!claims.success || !claims.data.scope.split(' ').includes(SCOPE)) {
      throw new Refusal('not-signed-in');
    }
    const { sub, client_id } = claims.data;
    // A system speaks as itself; a person only through the console.
    if (sub !== client_id && client_id !== consoleClient) throw new Refusal('not-signed-in');
    return sub;
  };
};
export type Tokens = ReturnType<typeof tokens>;
