import { createHash, randomBytes } from 'node:crypto';
import { Browser } from '../../infra/local/person-token.ts';

export interface Tokens {
  readonly access_token: string;
  readonly refresh_token: string;
  readonly id_token: string;
}

/** Somebody at the sign-in page of a hub, step by step. */
export class Visitor {
  readonly browser: Browser;
  private readonly hub: string;
  private readonly verifier = randomBytes(32).toString('base64url');
  private page = '';

  constructor(hub: string) {
    this.hub = hub;
    this.browser = new Browser(hub);
  }

  /** Comes from the console. */
  async open(over: Readonly<Record<string, string>> = {}): Promise<string> {
    const query = new URLSearchParams({
      ...{ client_id: 'console', response_type: 'code', redirect_uri: `${this.hub}/signed-in` },
      ...{ scope: 'openid ertad/api', resource: 'urn:ertad:api', code_challenge_method: 'S256' },
      code_challenge: createHash('sha256').update(this.verifier).digest('base64url'),
      ...over,
    });
    this.page = await this.browser.follow(`/identity/authorize?${query}`);
    return this.page;
  }

  /** Says who it is; the page that asks for the code shows it as well. */
  async choose(sub: string): Promise<string> {
    const shown = await this.browser.send(this.page, new URLSearchParams({ sub }));
    return /id="code">(\d{6})</.exec(shown)?.[1] ?? '';
  }

  /** The page that comes back, or nothing where the console was reached. */
  async enter(code: string): Promise<string> {
    return this.browser.send(this.page, new URLSearchParams({ code }));
  }

  /** What the console is sent back with. */
  get back(): URLSearchParams {
    return new URL(this.browser.at).searchParams;
  }

  async exchange(code = this.back.get('code') ?? '', verifier = this.verifier) {
    return this.ask('/token', {
      ...{ grant_type: 'authorization_code', code, code_verifier: verifier },
      redirect_uri: `${this.hub}/signed-in`,
    });
  }

  async refresh(refresh_token: string) {
    return this.ask('/token', { grant_type: 'refresh_token', refresh_token });
  }

  /** Leaves through the identity provider, which asks once more whether that is meant. */
  async signOut(path: string): Promise<void> {
    const page = await this.browser.follow(path);
    const form = this.browser.page();
    const xsrf = /name="xsrf" value="([^"]+)"/.exec(form)?.[1] ?? '';
    const confirm = new URL('/identity/sign-out/confirm', page).href;
    await this.browser.send(confirm, new URLSearchParams({ xsrf, logout: 'yes' }));
  }

  private async ask(path: string, form: Readonly<Record<string, string>>) {
    const answer = await fetch(`${this.hub}/identity${path}`, {
      method: 'POST',
      body: new URLSearchParams({ client_id: 'console', ...form }),
    });
    return { status: answer.status, tokens: (await answer.json()) as Tokens };
  }
}

/** Signed in, the whole way. */
export async function signedIn(hub: string, sub: string) {
  const visitor = new Visitor(hub);
  await visitor.open();
  await visitor.enter(await visitor.choose(sub));
  const { tokens } = await visitor.exchange();
  return { visitor, tokens };
}
