import { createHash, randomBytes } from 'node:crypto';
import * as z from 'zod';

const Token = z.object({ access_token: z.string() });

/**
 * An access token of a person, as a browser gets it: authorization code with PKCE, through the
 * sign-in page. `hub` is the hub's address, `sub` one of `people.ts`.
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
  });
  const browser = new Browser(hub);
  const page = await browser.follow(`/identity/authorize?${query}`);
  await browser.send(page, new URLSearchParams({ sub }));
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
class Browser {
  at = '';
  private readonly hub: string;
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

  async send(page: string, body: URLSearchParams): Promise<void> {
    this.at = page;
    const to = await this.ask({ method: 'POST', body });
    if (to) await this.follow(new URL(to, this.at).href);
  }

  private async ask(request: RequestInit): Promise<string | null> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await fetch(this.at, { ...request, headers: { cookie }, redirect: 'manual' });
    for (const line of answer.headers.getSetCookie()) {
      const [name = '', value = ''] = line.split(';')[0]?.split(/=(.*)/) ?? [];
      this.cookies.set(name, value);
    }
    return answer.headers.get('location');
  }
}
