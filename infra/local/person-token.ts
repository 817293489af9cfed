import { createHash, randomBytes } from 'node:crypto';
import * as z from 'zod';

const Token = z.object({ access_token: z.string() });

/** Who signed in within the last minute goes on in the same browser: a code counts once. */
const SIGNED_IN_S = '60';
const browsers = new Map<string, Browser>();

/**
 * An access token of a person, as a browser gets it: authorization code with PKCE, through the
 * sign-in page and the second factor. `hub` is the hub's address, `sub` one of `people.ts`.
 */
export async function personToken(hub: string, sub: string): Promise<string> {
  const verifier = randomBytes(32).toString('base64url');
  const query = new URLSearchParams({
    client_id: 'console',
    response_type: 'code',
    redirect_uri: `${hub}/signed-in`,
    scope: 'openid ertad/api',
    resource: 'urn:ertad:api',
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
    max_age: SIGNED_IN_S,
  });
  const browser = browsers.get(`${hub} ${sub}`) ?? new Browser(hub);
  browsers.set(`${hub} ${sub}`, browser);
  const page = await browser.follow(`/identity/authorize?${query}`);
  if (!new URL(page).searchParams.has('code')) {
    // The page shows what a telephone would.
    const shown = await browser.send(page, new URLSearchParams({ sub }));
    const oneTime = /id="code">(\d+)</.exec(shown)?.[1] ?? '';
    await browser.send(page, new URLSearchParams({ code: oneTime }));
  }
  const code = new URL(browser.at).searchParams.get('code');
  if (!code) throw new Error(`${sub} could not sign in`);
  const answer = await fetch(`${hub}/identity/token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'authorization_code',
      client_id: 'console',
      redirect_uri: `${hub}/signed-in`,
      code,
      code_verifier: verifier,
    }),
  });
  if (!answer.ok) throw new Error(`no token for ${sub}: ${answer.status}`);
  return Token.parse(await answer.json()).access_token;
}

/** As much of a browser as signing in takes: it follows redirects and keeps cookies. */
export class Browser {
  at = '';
  private readonly hub: string;
  private shown = '';
  private readonly cookies = new Map<string, string>();

  constructor(hub: string) {
    this.hub = hub;
  }

  /** Goes where it is sent, until a page is shown or the console is reached. */
  async follow(path: string): Promise<string> {
    this.at = new URL(path, this.hub).href;
    while (!this.at.startsWith(`${this.hub}/signed-in`)) {
      const to = await this.ask({ method: 'GET' });
      if (!to) break;
      this.at = new URL(to, this.at).href;
    }
    return this.at;
  }

  /** Sends a form, and goes where that leads; gives the page that is shown instead, if one is. */
  async send(page: string, body: URLSearchParams): Promise<string> {
    this.at = page;
    const to = await this.ask({ method: 'POST', body });
    if (to) await this.follow(new URL(to, this.at).href);
    return this.shown;
  }

  /** What is shown at the moment. */
  page(): string {
    return this.shown;
  }

  private async ask(request: RequestInit): Promise<string | null> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await fetch(this.at, { ...request, headers: { cookie }, redirect: 'manual' });
    for (const line of answer.headers.getSetCookie()) {
      const [name = '', value = ''] = line.split(';')[0]?.split(/=(.*)/) ?? [];
      this.cookies.set(name, value);
    }
    this.shown = await answer.text();
    return answer.headers.get('location');
  }
}
