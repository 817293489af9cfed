import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { endpoint } from '../../shared/contract/endpoint.ts';
import { ReferralId } from '../../shared/domain/ids.ts';
import { expectedVersion, onceOf, parseCall } from '../../shared/platform/request.ts';
import { refusalOf } from '../build.ts';
import { anApiEvent } from './event.ts';

const change = endpoint({
  method: 'POST',
  path: '/v1/referrals/{referralId}/things',
  operation: 'changeThing',
  function: 'referrals',
  action: 'referral.read',
  summary: { ka: 'რაღაც', en: 'A thing' },
  params: { referralId: ReferralId },
  query: { limit: z.coerce.number().int().min(1).max(100).default(50) },
  body: z.strictObject({
    note: z.string().max(100_000),
    who: z
      .union([z.string().max(5), z.strictObject({ name: z.string().regex(/^[a-z]+$/) })])
      .optional(),
  }),
  idempotent: true,
  conditional: true,
  answers: { 200: z.object({}) },
  refuses: [],
});
const { idempotent: _, conditional: __, ...plain } = change;
const pathParameters = { referralId: 'ref_7k3m92qd' };
const event = (over: Parameters<typeof anApiEvent>[0] = {}) =>
  anApiEvent({ pathParameters, body: '{"note":"ა"}', ...over });
const refusal = (over: Parameters<typeof anApiEvent>[0]) =>
  refusalOf(() => parseCall(change, event(over)));

describe('a call', () => {
  it('is read as it was declared', () => {
    expect(parseCall(change, event({ queryStringParameters: { limit: '7' } }))).toEqual({
      path: pathParameters,
      query: { limit: 7 },
      body: { note: 'ა' },
    });
  });

  it('in base64 is the same call', () => {
    const body = Buffer.from('{"note":"ბავშვი"}').toString('base64');
    expect(parseCall(change, event({ body, isBase64Encoded: true })).body).toEqual({
      note: 'ბავშვი',
    });
  });

  it.each([
    ['broken', '{"note":'],
    ['empty', ''],
    ['absent', null],
    ['single quotes', "{'note':'x'}"],
    ['NaN', 'NaN'],
  ])('whose JSON is %s is refused as that', (_, body) => {
    expect(refusal({ body })).toEqual({ code: 'json-broken', hindrances: [] });
  });

  it.each([[[0xe9]], [[0xc0, 0xaf]], [[0xed, 0xa0, 0x80]], [[0xf4, 0x90, 0x80, 0x80]]])(
    'in another encoding than UTF-8 (%j) is refused, not stored with lost signs',
    (signs) => {
      const body = Buffer.concat([Buffer.from('{"note":"'), Buffer.from(signs), Buffer.from('"}')]);
      const coded = { body: body.toString('base64'), isBase64Encoded: true };
      expect(refusal(coded).code).toBe('text-not-utf8');
      // The gateway has put the signs of loss there itself.
      expect(refusal({ body: body.toString('utf8') }).code).toBe('text-not-utf8');
    },
  );

  it('that begins with a byte order mark is refused, in either coding', () => {
    const body = '\uFEFF{"note":"a"}';
    const coded = { body: Buffer.from(body).toString('base64'), isBase64Encoded: true };
    expect([refusal({ body }).code, refusal(coded).code]).toEqual(['json-broken', 'json-broken']);
  });

  it('with a field twice is refused by pointer, in place of one of the two', () => {
    expect(refusal({ body: '{"note":"a","note":"b"}' })).toEqual({
      code: 'key-twice',
      hindrances: [{ pointer: '/note', code: 'key-twice' }],
    });
  });

  const typed = (...types: string[]) => ({
    headers: Object.fromEntries(types.map((type) => ['Content-Type', type])),
    multiValueHeaders: { 'Content-Type': types },
  });

  it.each([
    'application/json',
    'application/json; charset=utf-8',
    'APPLICATION/JSON;charset=UTF-8',
    'application/json ; charset="utf-8"',
  ])('may be of type %s', (type) => {
    expect(() => parseCall(change, event(typed(type)))).not.toThrow();
  });

  it.each([
    '',
    'text/plain',
    'application/json; charset=utf-16',
    'application/json, text/plain',
    'application/jsonp',
    'application/merge-patch+json',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'text/plain; x=application/json',
  ])('may not be of type %j', (type) => {
    expect(refusal(typed(type)).code).toBe('unsupported-media-type');
  });

  it('of two types is of none', () => {
    expect(refusal(typed('application/json', 'application/json')).code).toBe(
      'unsupported-media-type',
    );
    const spelt = { 'content-type': 'application/json' };
    expect(refusal({ headers: spelt }).code).toBe('unsupported-media-type');
  });

  it('is bounded in bytes, whatever the script and the coding', () => {
    const most = 64 * 1024;
    const padded = (bytes: number) => `{"note":"${'ა'.repeat(10)}${'a'.repeat(bytes - 41)}"}`;
    expect(Buffer.byteLength(padded(most))).toBe(most);
    expect(() => parseCall(change, event({ body: padded(most) }))).not.toThrow();
    expect(refusal({ body: padded(most + 1) }).code).toBe('body-too-large');
    const coded = Buffer.from(padded(most + 1)).toString('base64');
    expect(refusal({ body: coded, isBase64Encoded: true }).code).toBe('body-too-large');
  });

  it.each([
    ['null', 'null', '', 'invalid-type'],
    ['a list', '[]', '', 'invalid-type'],
    ['a number for a text', '{"note":1}', '/note', 'invalid-type'],
    ['nothing', '{}', '/note', 'missing'],
    ['an unknown key', '{"note":"a","x":1}', '/x', 'unknown-key'],
    ['a key to escape', '{"note":"a","a/b~c":1}', '/a~1b~0c', 'unknown-key'],
    ['a prototype', '{"note":"a","__proto__":{}}', '/__proto__', 'unknown-key'],
    [
      'a form of which one field is wrong',
      '{"note":"a","who":{"name":"A1"}}',
      '/who/name',
      'malformed',
    ],
    [
      'a form with a key too many',
      '{"note":"a","who":{"name":"a","x":1}}',
      '/who/x',
      'unknown-key',
    ],
    ['no form at all', '{"note":"a","who":7}', '/who', 'invalid-union'],
    ['the simple form too long', '{"note":"a","who":"abcdef"}', '/who', 'too-big'],
  ])('with %s is refused by pointer and code', (_, body, pointer, code) => {
    expect(refusal({ body })).toEqual({ code: 'body-invalid', hindrances: [{ pointer, code }] });
  });

  it('gets back nothing of what it said but the names of fields, and those cut short', () => {
    const long = '~'.repeat(500);
    const { hindrances } = refusal({ body: JSON.stringify({ note: 5, [long]: 'Secret' }) });
    expect(JSON.stringify(hindrances)).not.toContain('Secret');
    expect(JSON.stringify(hindrances)).toContain('~0'.repeat(80));
    expect(JSON.stringify(hindrances)).not.toContain('~0'.repeat(81));
  });

  it.each([
    ['an unknown parameter', { sort: 'name' }, '/sort', 'unknown-key'],
    ['a limit of words', { limit: 'many' }, '/limit', 'invalid-type'],
    ['a limit too high', { limit: '101' }, '/limit', 'too-big'],
    ['a limit of nothing', { limit: '0' }, '/limit', 'too-small'],
  ])('with %s in its address is refused by pointer', (_, query, pointer, code) => {
    expect(refusal({ queryStringParameters: query })).toEqual({
      code: 'query-invalid',
      hindrances: [{ pointer, code }],
    });
  });

  it('with a parameter twice is refused, also where both say the same', () => {
    const twice = {
      queryStringParameters: { limit: '7' },
      multiValueQueryStringParameters: { limit: ['7', '7'] },
    };
    expect(refusal(twice)).toEqual({
      code: 'query-invalid',
      hindrances: [{ pointer: '/limit', code: 'given-twice' }],
    });
  });

  it.each([{ referralId: 'ref_1' }, { referralId: "ref_7k3m92qd' OR 1" }, {}, null])(
    'for an id that is none (%j) finds nothing',
    (parameters) => {
      expect(refusal({ pathParameters: parameters })).toEqual({
        code: 'not-found',
        hindrances: [],
      });
    },
  );
});

describe('an idempotency key', () => {
  const keyed = (value: string | undefined, name = 'Idempotency-Key') =>
    event({ headers: value === undefined ? {} : { [name]: value } });

  it.each([
    '"12345678"',
    '"8e03978e-40d5-43dd-bc93-6894a57f9324"',
    `"${'x'.repeat(200)}"`,
    '"a b c d!"',
  ])('may be %s', (key) => {
    expect(onceOf(change, keyed(key))).toMatchObject({ operation: 'changeThing', key });
  });

  it('is read whatever the case of its header', () => {
    expect(onceOf(change, keyed('"12345678"', 'idempotency-KEY'))?.key).toBe('"12345678"');
  });

  it.each([
    undefined,
    '',
    '12345678',
    '"1234567"',
    `"${'x'.repeat(201)}"`,
    '"1234"5678"',
    '"1234\\5678"',
    '"ბავშვისსახელი"',
    '"1234\t5678"',
    '"12345678',
  ])('may not be %s', (key) => {
    expect(refusalOf(() => onceOf(change, keyed(key))).code).toBe('idempotency-key-missing');
  });

  it('sent twice is none: whoever stands in front may have gone by the other', () => {
    const key = 'Idempotency-Key';
    const twice = event({
      headers: { [key]: '"12345678"' },
      multiValueHeaders: { [key]: ['"12345678"', '"12345679"'] },
    });
    const spelt = event({ headers: { [key]: '"12345678"', 'idempotency-key': '"12345679"' } });
    for (const sent of [twice, spelt]) {
      expect(refusalOf(() => onceOf(change, sent)).code).toBe('idempotency-key-missing');
    }
  });

  it('is not asked for where nothing is created', () => {
    expect(onceOf(plain, keyed(undefined))).toBeUndefined();
  });

  it('tells another body, and another record, apart; and holds neither', () => {
    const headers = { 'Idempotency-Key': '"12345678"' };
    const hash = (over: Parameters<typeof anApiEvent>[0]) =>
      onceOf(change, event({ headers, ...over }))?.bodyHash;
    expect(hash({})).toBe(hash({}));
    expect(hash({ body: '{"note":"b"}' })).not.toBe(hash({}));
    expect(hash({ pathParameters: { referralId: 'ref_22222222' } })).not.toBe(hash({}));
    expect(hash({})).toMatch(/^[A-Za-z0-9_-]{43}$/);
  });
});

describe('the version a change is based on', () => {
  const matching = (value: string | undefined) =>
    event({ headers: value === undefined ? {} : { 'If-Match': value } });

  it.each([
    ['"1"', 1],
    ['"000000042"', 42],
  ])('is read from %s', (tag, version) => {
    expect(expectedVersion(change, matching(tag))).toBe(version);
  });

  it.each([undefined, '', '1', 'W/"1"', '*', '"a"', '"1", "2"', '"-1"', '"1234567890"', '""'])(
    'is not %s',
    (tag) => {
      expect(refusalOf(() => expectedVersion(change, matching(tag))).code).toBe('if-match-absent');
    },
  );

  it('may be left out where there may be nothing yet, and is read where it is given', () => {
    const onceThere = { ...change, conditional: 'once-there' as const };
    expect(expectedVersion(onceThere, matching(undefined))).toBe(0);
    expect(expectedVersion(onceThere, matching('"7"'))).toBe(7);
    expect(refusalOf(() => expectedVersion(onceThere, matching('"a"'))).code).toBe(
      'if-match-absent',
    );
  });

  it('is not asked for where nothing depends on it', () => {
    expect(expectedVersion(plain, matching(undefined))).toBe(0);
  });
});
