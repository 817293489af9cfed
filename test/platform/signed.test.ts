import type { APIGatewayProxyEvent } from 'aws-lambda';
import { beforeEach, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { endpoint } from '../../shared/contract/endpoint.ts';
import { AgencyId } from '../../shared/domain/ids.ts';
import { Refusal } from '../../shared/domain/refusal.ts';
import { http, signed, type UseCase } from '../../shared/platform/http.ts';
import type { SignedCall } from '../../shared/platform/signatures.ts';
import { MembershipChanged, Overtaken } from '../../shared/store/journal.ts';
import { aPrincipal, POLICE } from '../build.ts';
import { aContext, anApiEvent } from './event.ts';

const receive = endpoint({
  method: 'POST',
  path: '/v1/inbound/{agency}',
  operation: 'receive',
  function: 'inbound',
  signed: true,
  summary: { ka: 'რაღაც', en: 'A thing' },
  params: { agency: AgencyId },
  body: z.strictObject({ name: z.string() }),
  answers: { 200: z.object({}) },
  refuses: [],
});
type Received = Parameters<UseCase<typeof receive>>[0];

const member = aPrincipal(POLICE);
const door = {
  tokens: () => Promise.reject(new Error('no token is asked for')),
  principals: {
    fresh: () => Promise.reject(new Error('nobody is signed in')),
    recent: () => Promise.reject(new Error('nobody is signed in')),
  },
};

/** What was checked, what was done, and how often the account behind it was looked up. */
const seen: { calls: SignedCall[]; done: Received[]; looked: number } = {
  calls: [],
  done: [],
  looked: 0,
};
beforeEach(() => void Object.assign(seen, { calls: [], done: [], looked: 0 }));

const check = async (call: SignedCall) => {
  seen.calls.push(call);
  if (call.headers['webhook-signature'] !== 'good') throw new Refusal('signature-refused');
  return async () => {
    seen.looked += 1;
    return { ...member, membership: seen.looked };
  };
};
const done: UseCase<typeof receive> = async (call) => {
  seen.done.push(call);
  return { status: 200, body: {} };
};

const HEADERS = { 'Webhook-Id': 'msg_1', 'webhook-signature': 'good', 'Accept-Language': 'en' };
const sent = (over: Partial<APIGatewayProxyEvent> = {}) =>
  anApiEvent({
    resource: '/v1/inbound/{agency}',
    pathParameters: { agency: 'police-imereti' },
    headers: HEADERS,
    body: '{"name":"ანა"}',
    ...over,
  });
async function answer(over: Partial<APIGatewayProxyEvent> = {}, useCase = done) {
  const result = await http(door, [signed(receive, check, useCase)])(sent(over), aContext());
  return [
    result.statusCode,
    String(JSON.parse(result.body).type ?? '')
      .split('/')
      .at(-1),
  ];
}

describe('a signed call', () => {
  it('is checked by the bytes it came in, however the gateway hands them over', async () => {
    const bytes = Buffer.from('{"name":"ანა"}');
    await answer();
    await answer({ body: bytes.toString('base64'), isBase64Encoded: true });
    expect(seen.calls).toHaveLength(2);
    for (const { body, agency } of seen.calls) {
      expect(Buffer.from(body)).toEqual(bytes);
      expect(agency).toBe('police-imereti');
    }
    expect(seen.done.map(({ body }) => body)).toEqual([{ name: 'ანა' }, { name: 'ანა' }]);
  });

  it('may be repeated by the webhook’s id, in whatever way the body is handed over', async () => {
    await answer();
    await answer({
      body: Buffer.from('{"name":"ანა"}').toString('base64'),
      isBase64Encoded: true,
    });
    await answer({ body: '{"name": "ანა"}' });
    const [first, second, other] = seen.done.map(({ once }) => once);
    expect(first).toMatchObject({ operation: 'receive', key: 'msg_1' });
    expect(second).toEqual(first);
    expect(other?.bodyHash).not.toBe(first?.bodyHash);
  });

  it.each<[string, Partial<APIGatewayProxyEvent>]>([
    ['broken', { body: '{"broken' }],
    ['wrong', { body: '{"name":7}' }],
    ['no text at all', { body: Buffer.from([0xff]).toString('base64'), isBase64Encoded: true }],
    ['missing', { body: null }],
    ['for a path of no such form', { pathParameters: { agency: 'A B' } }],
  ])('is refused for its signature first, though its body is %s', async (_, over) => {
    const headers = { ...HEADERS, 'webhook-signature': 'wrong' };
    expect(await answer({ ...over, headers })).toEqual([401, 'signature-refused']);
    const [status] = await answer(over);
    expect(status === 400 || status === 404).toBe(true);
    expect(seen.done).toEqual([]);
  });

  it('that is too large is not even checked', async () => {
    const body = 'x'.repeat(64 * 1024 + 1);
    expect(await answer({ body })).toEqual([413, 'body-too-large']);
    const coded = Buffer.from(body).toString('base64');
    expect(await answer({ body: coded, isBase64Encoded: true })).toEqual([413, 'body-too-large']);
    expect(seen.calls).toEqual([]);
  });

  it.each([new Overtaken(), new MembershipChanged()])(
    'is decided again by the account as it then stands: %s',
    async (thrown) => {
      const memberships: number[] = [];
      await answer({}, async (call) => {
        memberships.push(call.principal.membership);
        if (memberships.length === 1) throw thrown;
        return done(call);
      });
      expect(seen.done).toHaveLength(1);
      expect(memberships[1]).toBe(thrown instanceof MembershipChanged ? 2 : 1);
    },
  );
});
