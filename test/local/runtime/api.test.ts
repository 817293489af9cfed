import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { smallHub } from './small-hub.ts';

let small: Awaited<ReturnType<typeof smallHub>>;
beforeAll(async () => {
  small = await smallHub();
});
afterAll(() => small?.stop());

const asked = async <T = ProxyEvent>(path: string, headers?: Record<string, string>): Promise<T> =>
  (await small.get(path, headers)).json() as Promise<T>;

interface ProxyEvent {
  readonly requestContext: {
    readonly requestId: string;
    readonly authorizer: { readonly claims: Record<string, string> };
  };
}

describe('an execution environment', () => {
  it('sees its own variables and nothing of the machine', async () => {
    const variables = await asked('/open?variables');
    expect(variables).toMatchObject({
      POWERTOOLS_SERVICE_NAME: 'probe',
      AWS_REGION: 'eu-central-1',
      AWS_LAMBDA_FUNCTION_NAME: expect.stringContaining('probe'),
      AWS_ENDPOINT_URL_SQS: small.hub.stores.gatewayUrl,
    });
    expect(variables).not.toHaveProperty('PATH');
    expect(variables).toEqual(
      small.hub.functions.find(({ name }) => name === 'probe')?.environment,
    );
  });

  it('has what exists in the cloud only replaced by what is here', async () => {
    const { TOKEN_ISSUER } = await asked<Record<string, string>>('/open?variables');
    expect(TOKEN_ISSUER).toBe(`${small.hub.url}/identity`);
  });

  it('is denied what its role does not allow', async () => {
    expect(await asked('/open?forbidden')).toBe('AccessDeniedException');
  });

  it('serves one request at a time while others start beside it', async () => {
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => asked<Alone>('/open?alone=400')),
    );
    expect(new Set(answers.map(({ together }) => together))).toEqual(new Set([1]));
    expect(new Set(answers.map(({ environmentId }) => environmentId)).size).toBeGreaterThan(1);
  });

  it.each(['wait=4000', 'crash', 'throw', 'malformed'])(
    'answers 502 when it does: %s',
    async (deed) => {
      const answer = await small.get(`/open?${deed}`);
      expect(answer.status).toBe(502);
      expect(await answer.json()).toMatchObject({ title: 'It failed' });
      expect((await small.get('/open')).status).toBe(200);
    },
  );

  it('can be killed in the middle of a request', async () => {
    const cut = small.get('/open?linger=900');
    await expect.poll(() => small.notes('linger')).toHaveLength(1);
    expect(await small.hub.killEnvironments('probe')).toBeGreaterThan(0);
    expect((await cut).status).toBe(502);
  });
});

interface Grant {
  readonly access_token: string;
  readonly scope: string;
}

interface Alone {
  readonly together: number;
  readonly environmentId: string;
}

describe('the API', () => {
  it('hands over the request as API Gateway does', async () => {
    const event = await asked('/things/a%20b?x=1&x=2&y=', { 'X-Word': 'ბავშვი'.length.toString() });
    expect(event).toMatchObject({
      resource: '/things/{id}',
      path: '/things/a%20b',
      httpMethod: 'GET',
      pathParameters: { id: 'a b' },
      queryStringParameters: { x: '2', y: '' },
      multiValueQueryStringParameters: { x: ['1', '2'], y: [''] },
      body: null,
      isBase64Encoded: false,
      requestContext: { httpMethod: 'GET', resourcePath: '/things/{id}' },
    });
    expect(event.requestContext.requestId).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('prefers a fixed path to a parameter, and takes the rest of a path whole', async () => {
    expect(await asked('/things/mine')).toMatchObject({ resource: '/things/mine' });
    const put = await fetch(`${small.hub.url}/files/a/b.txt`, { method: 'PUT', body: 'text' });
    expect(await put.json()).toMatchObject({
      httpMethod: 'PUT',
      pathParameters: { path: 'a/b.txt' },
      body: 'text',
    });
  });

  it('sends binary bodies as bytes and repeated headers one by one', async () => {
    const binary = await small.get('/open?binary');
    expect(Buffer.from(await binary.arrayBuffer())).toEqual(Buffer.from([0, 255, 128]));
    expect((await small.get('/open')).headers.getSetCookie()).toEqual(['a=1', 'b=2']);
  });

  it.each([
    ['an unknown path', 'GET', '/nowhere'],
    ['an unknown method', 'DELETE', '/open'],
  ])('answers %s in the words of the template', async (_, method, path) => {
    const answer = await fetch(`${small.hub.url}${path}`, { method });
    expect(answer.status).toBe(404);
    expect(answer.headers.get('content-type')).toBe('application/problem+json');
    expect(await answer.json()).toMatchObject({ title: 'No such thing', status: 404 });
  });

  it('refuses a body above 10 MB', async () => {
    const body = Buffer.alloc(10 * 1024 * 1024 + 1, 'a');
    expect((await fetch(`${small.hub.url}/open`, { method: 'POST', body })).status).toBe(413);
  });

  it('answers to localhost only', async () => {
    expect(await statusFor('evil.example')).toBe(421);
    expect(await statusFor(new URL(small.hub.url).host)).toBe(200);
  });
});

/** `fetch` does not let one choose the host. */
const statusFor = (host: string) =>
  new Promise((resolve, reject) => {
    const { port } = new URL(small.hub.url);
    request({ host: '127.0.0.1', port, path: '/open', headers: { host } }, (answer) =>
      resolve(answer.resume().statusCode),
    )
      .on('error', reject)
      .end();
  });

describe('tokens and time', () => {
  const bearer = (token: string) => ({ authorization: `Bearer ${token}` });

  it('lets nobody in without a token of the right scope', async () => {
    const token = await small.hub.token('school-zestaponi');
    const [head, payload] = token.split('.');
    expect((await small.get('/closed')).status).toBe(401);
    expect((await small.get('/closed', bearer(`${head}.${payload}.AAAA`))).status).toBe(401);
    expect((await small.get('/elsewhere', bearer(token))).status).toBe(401);
    const event = await asked('/closed', bearer(token));
    expect(event.requestContext.authorizer.claims).toMatchObject({
      sub: 'school-zestaponi',
      client_id: 'school-zestaponi',
      token_use: 'access',
      scope: 'ertad/api',
    });
  });

  it('gives a token for client id and secret in the body too, and none for a wrong secret', async () => {
    const ask = (client_secret: string) =>
      fetch(`${small.hub.url}/identity/token`, {
        method: 'POST',
        body: new URLSearchParams({
          grant_type: 'client_credentials',
          client_id: 'police-imereti',
          client_secret,
        }),
      });
    const { access_token, scope } = (await (await ask('local-police-imereti')).json()) as Grant;
    expect(scope).toBe('ertad/api');
    expect((await small.get('/closed', bearer(access_token))).status).toBe(200);
    expect((await ask('wrong')).status).toBe(401);
  });

  it('signs a person in by code and proof key, and asks the second factor', async () => {
    const token = await signedIn('person-tamar-agency-imereti');
    const event = await asked('/closed', bearer(token));
    expect(event.requestContext.authorizer.claims).toMatchObject({
      sub: 'person-tamar-agency-imereti',
      client_id: 'console',
      auth_time: expect.stringMatching(/^\d{10}$/),
      origin_jti: expect.any(String),
    });
  });

  it('moves every clock forward together, fires what fell due, and never back', async () => {
    const token = await small.hub.token('school-zestaponi');
    const before = small.hub.clock.now();
    const moved = await setClock({ advance: 'P7D' });
    expect(moved.status).toBe(200);
    const week = 7 * 24 * 3_600_000;
    const times = await asked<number[]>('/open?time');
    for (const time of times.slice(0, 3)) expect(time - before - week).toBeGreaterThan(-1_000);
    expect((await small.notes('tick')).at(-1)?.slice(0, 10)).toBe(
      new Date(before + week).toISOString().slice(0, 10),
    );
    expect((await small.get('/closed', bearer(token))).status).toBe(401);
    const fresh = await small.hub.token('school-zestaponi');
    expect((await small.get('/closed', bearer(fresh))).status).toBe(200);

    const back = await setClock({ set: '2020-01-01T00:00:00Z' });
    expect(back.status).toBe(400);
    expect(back.headers.get('content-type')).toBe('application/problem+json');
    expect((await setClock({ advance: 'soon' })).status).toBe(400);
  });

  const setClock = (body: object) =>
    fetch(`${small.hub.url}/local/clock`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
});

/** Walks the way a browser goes: authorize, sign-in page, choice, code, token. */
async function signedIn(sub: string): Promise<string> {
  const { url } = small.hub;
  const verifier = 'a-verifier-that-is-long-enough-to-be-accepted-0';
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier));
  const redirect_uri = `${url}/signed-in`;
  const query = new URLSearchParams({
    client_id: 'console',
    response_type: 'code',
    redirect_uri,
    scope: 'openid ertad/api',
    code_challenge: Buffer.from(digest).toString('base64url'),
    code_challenge_method: 'S256',
  });
  const jar = new Map<string, string>();
  const step = async (to: string, form?: URLSearchParams) => {
    const answer = await fetch(new URL(to, url), {
      redirect: 'manual',
      headers: { cookie: [...jar].map((pair) => pair.join('=')).join('; ') },
      ...(form && { method: 'POST', body: form }),
    });
    for (const cookie of answer.headers.getSetCookie()) {
      const [name = '', value = ''] = cookie.split(';')[0]?.split(/=(.*)/) ?? [];
      jar.set(name, value);
    }
    shown = await answer.text();
    return answer.headers.get('location') ?? '';
  };
  let shown = '';
  const page = await step(`/identity/authorize?${query}`);
  expect(await (await fetch(new URL(`${page}?lang=ka`, url))).text()).toContain('თამარი');
  expect(await step(page, new URLSearchParams({ sub }))).toBe('');
  const oneTime = /id="code">(\d{6})</.exec(shown)?.[1] ?? '';
  const resume = await step(page, new URLSearchParams({ code: oneTime }));
  const code = new URL(await step(resume)).searchParams.get('code') ?? '';
  const answer = await fetch(`${url}/identity/token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'authorization_code',
      client_id: 'console',
      code,
      redirect_uri,
      code_verifier: verifier,
    }),
  });
  return ((await answer.json()) as Grant).access_token;
}
