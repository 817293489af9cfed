import type { APIGatewayProxyEvent, APIGatewayProxyResult } from 'aws-lambda';
import { describe, expect, it, vi } from 'vitest';
import * as z from 'zod';
import { endpoint } from '../../shared/contract/endpoint.ts';
import { SAFE_HEADERS } from '../../shared/contract/safe-headers.ts';
import { Refusal } from '../../shared/domain/refusal.ts';
import { http, on, open, type UseCase } from '../../shared/platform/http.ts';
import { MembershipChanged, Overtaken } from '../../shared/store/journal.ts';
import { aPrincipal, POLICE } from '../build.ts';
import { aContext, anApiEvent } from './event.ts';

const base = {
  function: 'referrals' as const,
  action: 'referral.read' as const,
  summary: { ka: 'რაღაც', en: 'A thing' },
  refuses: [],
};
const get = endpoint({
  ...base,
  method: 'GET',
  path: '/v1/things',
  operation: 'getThings',
  query: { limit: z.coerce.number().int().default(5) },
  answers: { 200: z.object({ limit: z.int(), lang: z.string() }) },
});
const post = endpoint({
  ...base,
  method: 'POST',
  path: '/v1/things',
  operation: 'postThing',
  body: z.strictObject({ name: z.string() }),
  idempotent: true,
  conditional: true,
  answers: { 201: z.object({ made: z.string() }) },
});
const remove = endpoint({
  ...base,
  method: 'DELETE',
  path: '/v1/things',
  operation: 'deleteThing',
  answers: { 204: z.undefined() },
});
const health = endpoint({
  method: 'GET',
  path: '/health',
  operation: 'health',
  function: 'directory',
  public: true,
  summary: base.summary,
  answers: { 200: z.string() },
  refuses: [],
});

const asked = { fresh: 0, recent: 0 };
const member = aPrincipal(POLICE);
const door = {
  tokens: async (authorization: string | undefined) => {
    if (authorization !== 'Bearer good') throw new Refusal('not-signed-in');
    return { sub: 'sub-1' };
  },
  principals: {
    fresh: async () => {
      asked.fresh += 1;
      return { ...member, membership: 2 };
    },
    recent: async () => {
      asked.recent += 1;
      return member;
    },
  },
};

const GOOD = {
  Authorization: 'Bearer good',
  'Idempotency-Key': '"12345678"',
  'If-Match': '"3"',
  'Accept-Language': 'en',
};
const sent = (over: Partial<APIGatewayProxyEvent> = {}) =>
  anApiEvent({ resource: '/v1/things', headers: GOOD, body: '{"name":"x"}', ...over });

async function answer(
  routes: Parameters<typeof http>[1],
  event: APIGatewayProxyEvent,
): Promise<APIGatewayProxyResult & { parsed: Record<string, unknown> }> {
  const result = await http(door, routes)(event, aContext());
  const isJson = String(result.headers?.['Content-Type']).includes('json') && result.body !== '';
  return { ...result, parsed: isJson ? JSON.parse(result.body) : {} };
}
const making = (useCase: UseCase<typeof post>) => [on(post, useCase)];
const made = { status: 201 as const, body: { made: 'x' }, version: 7, location: '/v1/things/x' };

describe('an endpoint', () => {
  it('is answered by its use case, which is told who asks, in which language, and what', async () => {
    let told: unknown;
    const { statusCode, parsed, headers } = await answer(
      making(async (call) => {
        told = call;
        return made;
      }),
      sent(),
    );
    expect(statusCode).toBe(201);
    expect(parsed).toEqual({ made: 'x' });
    expect(headers).toMatchObject({
      ETag: '"7"',
      Location: '/v1/things/x',
      'Content-Type': 'application/json; charset=utf-8',
      ...SAFE_HEADERS,
    });
    expect(told).toMatchObject({
      principal: member,
      lang: 'en',
      expected: 3,
      once: { operation: 'postThing', key: '"12345678"' },
      body: { name: 'x' },
    });
  });

  it('that shows a version is tagged with it, also where nobody gave it', async () => {
    const get = async (body: { made: string; version?: unknown }) =>
      (
        await answer(
          making(async () => ({ status: 201 as const, body })),
          sent(),
        )
      ).headers?.ETag;
    expect(await get({ made: 'x', version: 4 })).toBe('"4"');
    for (const version of [undefined, 'four', null]) {
      expect(await get({ made: 'x', version })).toBeUndefined();
    }
  });

  it('without a body answers none', async () => {
    const routes = [on(remove, async () => ({ status: 204 as const, body: undefined }))];
    const result = await answer(routes, sent({ httpMethod: 'DELETE' }));
    expect([result.statusCode, result.body]).toEqual([204, '']);
  });

  it('that is read looks the membership up anew; one that writes may use what it knew', async () => {
    Object.assign(asked, { fresh: 0, recent: 0 });
    const routes = [
      on(get, async ({ query, lang }) => ({
        status: 200 as const,
        body: { limit: query.limit, lang },
      })),
      ...making(async () => made),
    ];
    expect((await answer(routes, sent({ httpMethod: 'GET', body: null }))).parsed).toEqual({
      limit: 5,
      lang: 'en',
    });
    expect(asked).toEqual({ fresh: 1, recent: 0 });
    await answer(routes, sent());
    // A decision that wrote nothing has checked nothing: it is looked up before the answer.
    expect(asked).toEqual({ fresh: 2, recent: 1 });
  });

  it('that is public asks for no token', async () => {
    const routes = [
      open(health, async ({ lang }) => ({
        status: 200 as const,
        body: lang,
        contentType: 'text/plain',
      })),
    ];
    const result = await answer(routes, anApiEvent({ httpMethod: 'GET', resource: '/health' }));
    expect([result.statusCode, result.body, result.headers?.['Content-Type']]).toEqual([
      200,
      'ka',
      'text/plain',
    ]);
  });
});

describe('a call that cannot be answered', () => {
  const routes = making(async () => made);
  const status = async (over: Partial<APIGatewayProxyEvent>) => {
    const { statusCode, parsed, headers } = await answer(routes, sent(over));
    expect(headers).toMatchObject(SAFE_HEADERS);
    expect(headers?.['Content-Type']).toBe('application/problem+json; charset=utf-8');
    expect(headers?.['WWW-Authenticate']).toBe(statusCode === 401 ? 'Bearer' : undefined);
    return [statusCode, String(parsed.type).split('/').at(-1)];
  };

  it('is refused for its token before anything it says is read', async () => {
    expect(await status({ headers: {}, body: '{"broken' })).toEqual([401, 'not-signed-in']);
  });

  it.each<[string, Partial<APIGatewayProxyEvent>, [number, string]]>([
    ['no such place', { resource: '/v1/nothing' }, [404, 'not-found']],
    ['another method', { httpMethod: 'PUT' }, [404, 'not-found']],
    ['broken JSON', { body: '{' }, [400, 'json-broken']],
    ['a wrong body', { body: '{}' }, [400, 'body-invalid']],
    ['an unknown parameter', { queryStringParameters: { x: '1' } }, [400, 'query-invalid']],
    ['no key', { headers: { ...GOOD, 'Idempotency-Key': 'x' } }, [400, 'idempotency-key-missing']],
    ['no version', { headers: { ...GOOD, 'If-Match': '*' } }, [428, 'if-match-absent']],
  ])('for %s is a problem', async (_, over, expected) => {
    expect(await status(over)).toEqual(expected);
  });

  it('for a client that never stops is refused, and told when to come again', async () => {
    const list = http(door, [
      on(get, async () => ({ status: 200 as const, body: { limit: 1, lang: '' } })),
    ]);
    const read = () => list(sent({ httpMethod: 'GET', body: null }), aContext());
    let last = await read();
    // A few are given back while it goes on.
    for (let call = 0; call < 4000 && last.statusCode === 200; call += 1) last = await read();
    expect([last.statusCode, last.headers?.['Retry-After']]).toEqual([429, '1']);
    expect(JSON.parse(last.body).type).toBe('https://ertad.ge/problems/too-many-requests');
  });

  it('carries the request’s own number, and is written in the language asked for', async () => {
    const { parsed } = await answer(
      routes,
      sent({ body: '{', headers: { ...GOOD, 'Accept-Language': 'ka' } }),
    );
    expect(parsed.instance).toBe('urn:ertad:request:request-1');
    expect(parsed.title).toMatch(/[ა-ჰ]/);
  });
});

describe('a use case', () => {
  it('that refuses is a problem of its kind', async () => {
    const hindrances = [{ pointer: '/name', code: 'unknown-code' }];
    const { statusCode, parsed } = await answer(
      making(async () => {
        throw new Refusal('unknown-code', hindrances);
      }),
      sent(),
    );
    expect([statusCode, parsed.errors]).toEqual([400, hindrances]);
  });

  it('that fails is a blank 500', async () => {
    const { statusCode, body } = await answer(
      making(async () => {
        throw new Error('Secret of a child');
      }),
      sent(),
    );
    expect(statusCode).toBe(500);
    expect(body).not.toContain('Secret');
  });

  it.each([
    ['was overtaken', new Overtaken()],
    ['found the membership changed', new MembershipChanged()],
  ])('that %s decides again, on what stands there now', async (_, thrown) => {
    let tries = 0;
    const memberships: number[] = [];
    const { statusCode } = await answer(
      making(async ({ principal }) => {
        tries += 1;
        memberships.push(principal.membership);
        if (tries === 1) throw thrown;
        return made;
      }),
      sent(),
    );
    expect([statusCode, tries]).toEqual([201, 2]);
    expect(memberships[1]).toBe(thrown instanceof MembershipChanged ? 2 : 1);
  });

  it('that is always overtaken gives up after some tries and says so', async () => {
    let tries = 0;
    const { statusCode, parsed } = await answer(
      making(async () => {
        tries += 1;
        throw new Overtaken();
      }),
      sent(),
    );
    expect(statusCode).toBe(409);
    expect(parsed.type).toContain('busy');
    expect(tries).toBe(5);
  });
});

describe('the log', () => {
  it('names the fault and its place, and nothing anybody wrote', async () => {
    const written: string[] = [];
    const out = [process.stdout, process.stderr].map((stream) =>
      vi.spyOn(stream, 'write').mockImplementation((text) => written.push(String(text)) > 0),
    );
    class StoreAway extends Error {
      override readonly name = 'StoreAway';
    }
    await answer(
      making(async () => {
        throw new StoreAway('Secret of a child', { cause: new Error('Secret as well') });
      }),
      sent({ body: '{"name":"Secret name"}' }),
    );
    for (const stream of out) stream.mockRestore();
    const log = written.join('');
    expect(log).toContain('StoreAway');
    expect(log).toContain('http.test.ts');
    expect(log).not.toContain('Secret');
  });
});
