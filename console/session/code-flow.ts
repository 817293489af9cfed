import { RETURN_PATH, type SignInPlace } from './place.ts';

/** What an access token needs of its sign-in: lives in memory only, never in the browser's storage. */
export interface Tokens {
  readonly access: string;
  readonly refresh: string | undefined;
  /** By `performance.now()`, which no change of the computer's clock moves. */
  readonly until: number;
}

/** What must outlive the way to the sign-in page and back: nothing of it says who or which child. */
export interface Begun {
  readonly state: string;
  readonly verifier: string;
  /** The page one was on. */
  readonly back: string;
}

const random = (): string => base64url(crypto.getRandomValues(new Uint8Array(32)));

const base64url = (bytes: Uint8Array): string =>
  btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');

/** The address of the sign-in page for a new sign-in (OAuth 2.0 code flow with PKCE, RFC 7636). */
export async function beginning(
  place: SignInPlace,
  back: string,
  prompt?: 'none' | 'login',
): Promise<{ readonly begun: Begun; readonly address: string }> {
  const begun: Begun = { state: random(), verifier: random(), back };
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(begun.verifier));
  const asked = new URLSearchParams({
    response_type: 'code',
    client_id: place.client,
    redirect_uri: location.origin + RETURN_PATH,
    scope: 'openid ertad/api',
    state: begun.state,
    code_challenge: base64url(new Uint8Array(hash)),
    code_challenge_method: 'S256',
    ...(prompt && { prompt }),
  });
  return { begun, address: `${place.authorize}?${asked}` };
}

export const exchanged = (place: SignInPlace, code: string, { verifier }: Begun): Promise<Tokens> =>
  granted(place, {
    grant_type: 'authorization_code',
    code,
    code_verifier: verifier,
    redirect_uri: location.origin + RETURN_PATH,
  });

/** Throws `SignInOver` where the provider says no; anything else is the line. */
export const refreshed = async (place: SignInPlace, refresh: string): Promise<Tokens> => {
  const tokens = await granted(place, { grant_type: 'refresh_token', refresh_token: refresh });
  return { ...tokens, refresh: tokens.refresh ?? refresh };
};

export class SignInOver extends Error {
  override readonly name = 'SignInOver';
}

async function granted(place: SignInPlace, form: Record<string, string>): Promise<Tokens> {
  const asked = performance.now();
  const response = await fetch(place.token, {
    method: 'POST',
    body: new URLSearchParams({ ...form, client_id: place.client }),
  });
  if (response.status === 400 || response.status === 401) throw new SignInOver();
  if (!response.ok) throw new TypeError(`the sign-in answered ${response.status}`);
  const given = (await response.json()) as {
    access_token: string;
    refresh_token?: string;
    expires_in: number;
  };
  return {
    access: given.access_token,
    refresh: given.refresh_token,
    until: asked + given.expires_in * 1000,
  };
}
