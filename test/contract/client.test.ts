import { describe, expect, it } from 'vitest';
import { client, ProblemError } from '../../shared/contract/client.ts';
import { health, listMunicipalities } from '../../shared/contract/directory.ts';
import { acknowledgeFeedback } from '../../shared/contract/feedback.ts';
import { problemType } from '../../shared/contract/problem.ts';
import { closeReferral, listReferrals, submitReferral } from '../../shared/contract/referrals.ts';

/** A hub that gives one answer and keeps what it was asked. */
function hubThatAnswers(answer: Response) {
  const asked: Request[] = [];
  const fetch: typeof globalThis.fetch = async (input, init) => {
    asked.push(new Request(input, init));
    return answer;
  };
  const call = client({
    baseUrl: 'https://hub.example/',
    token: async () => 'a-token',
    lang: 'en',
    fetch,
  }).call;
  return { call, asked };
}

const json = (body: unknown, headers = {}, status = 200) =>
  new Response(JSON.stringify(body), {
    status,
    headers: { 'content-type': 'application/json; charset=utf-8', ...headers },
  });

const referral = {
  kind: 'violence',
  child: {},
  reporter: { mode: 'anonymous' },
  narrative: 'The child is afraid.',
} as const;

describe('a call', () => {
  it('carries token, language and body, and gives the answer with its place', async () => {
    const receipt = { id: 'ref_7k3m92qd' };
    const { call, asked } = hubThatAnswers(
      json(receipt, { location: '/v1/referrals/ref_7k3m92qd' }, 201),
    );
    const { status, body, location } = await call(submitReferral, {
      body: referral,
      idempotencyKey: 'key-of-a-form',
    });
    expect({ status, body, location }).toEqual({
      status: 201,
      body: receipt,
      location: '/v1/referrals/ref_7k3m92qd',
    });
    const [request] = asked;
    expect(request?.url).toBe('https://hub.example/v1/referrals');
    expect(request?.headers.get('authorization')).toBe('Bearer a-token');
    expect(request?.headers.get('accept-language')).toBe('en');
    expect(request?.headers.get('idempotency-key')).toBe('"key-of-a-form"');
    expect(await request?.json()).toEqual(referral);
  });

  it('makes a key of its own for a creating call that was given none', async () => {
    const { call, asked } = hubThatAnswers(json({}, {}, 201));
    await call(submitReferral, { body: referral });
    expect(asked[0]?.headers.get('idempotency-key')).toMatch(/^"[0-9a-f-]{36}"$/);
  });

  it('fills in the path and sends no body where none is declared', async () => {
    const { call, asked } = hubThatAnswers(json({}, {}, 201));
    await call(acknowledgeFeedback, { path: { referralId: 'ref_7k3m92qd', number: 2 } });
    expect(asked[0]?.url).toBe(
      'https://hub.example/v1/referrals/ref_7k3m92qd/feedback/2/acknowledgement',
    );
    expect(await asked[0]?.text()).toBe('');
  });

  it('leaves out a parameter that has no value', async () => {
    const { call, asked } = hubThatAnswers(json({ items: [] }));
    await call(listReferrals, { query: { limit: 10, cursor: undefined } });
    expect(asked[0]?.url).toBe('https://hub.example/v1/referrals?limit=10');
  });

  it.each([
    ['a version', 7],
    ['the tag that was read', '"7"'],
  ])('is conditional on %s', async (_, ifMatch) => {
    const { call, asked } = hubThatAnswers(json({}, { etag: '"8"' }));
    const { etag } = await call(closeReferral, {
      path: { referralId: 'ref_7k3m92qd' },
      body: { reason: 'help-given' },
      ifMatch,
    });
    expect(asked[0]?.headers.get('if-match')).toBe('"7"');
    expect(etag).toBe('"8"');
  });

  it('sends no token to a public endpoint', async () => {
    const { call, asked } = hubThatAnswers(json({ status: 'ok', policy: 'ge 2026.1' }));
    await call(health);
    expect(asked[0]?.headers.has('authorization')).toBe(false);
  });

  it('follows the path of the next page', async () => {
    const { call, asked } = hubThatAnswers(json({ items: [] }));
    await call(listReferrals, { at: '/v1/referrals?limit=10&cursor=abc' });
    expect(asked[0]?.url).toBe('https://hub.example/v1/referrals?limit=10&cursor=abc');
  });

  it.each(['//elsewhere.example/v1', 'https://elsewhere.example', '@elsewhere', '/\\elsewhere'])(
    'takes its token nowhere else: %s',
    async (at) => {
      const { call, asked } = hubThatAnswers(json({}));
      await expect(call(listReferrals, { at })).rejects.toThrow(TypeError);
      expect(asked).toEqual([]);
    },
  );
});

describe('a refusal', () => {
  it('is thrown with its problem document', async () => {
    const problem = {
      type: problemType('changed-meanwhile'),
      title: 'The record has changed meanwhile',
      status: 412,
      errors: [{ pointer: '/reason', code: 'unknown-code' }],
    };
    const { call } = hubThatAnswers(
      json(problem, { 'content-type': 'application/problem+json; charset=utf-8' }, 412),
    );
    const refused = await call(listMunicipalities).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(ProblemError);
    expect(refused).toMatchObject({ status: 412, code: 'changed-meanwhile', problem });
  });

  it('of something between caller and hub is one as well', async () => {
    const { call } = hubThatAnswers(
      new Response('<h1>Bad gateway</h1>', { status: 502, statusText: 'Bad Gateway' }),
    );
    await expect(call(listMunicipalities)).rejects.toMatchObject({
      status: 502,
      problem: { type: 'about:blank', title: 'Bad Gateway', status: 502 },
    });
  });
});
