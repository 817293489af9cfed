import { describe, expect, it } from 'vitest';
import { freshKey, keyOf } from '../../conformance/keys.ts';
import { Misuse, orderOf } from '../../conformance/options.ts';
import { resultOf, struck } from '../../conformance/report/report.ts';
import type { Line } from '../../conformance/verdict.ts';

const { kit: secret } = freshKey('v1');
const { kit: pair, receiver: open } = freshKey('v1a');
const URL_GIVEN = ['--receiver', 'https://service.example.ge/ertad'];
const soon = () => new Date(Date.now() + 60_000).toISOString();

describe('the command line', () => {
  it.each([
    ['nothing', [], '--receiver'],
    ['an option there is not', ['--frobnicate'], 'frobnicate'],
    ['a receiver without a key', URL_GIVEN, '--secret'],
    ['a key that is too short', [...URL_GIVEN, '--secret', 'whsec_c2hvcnQ='], 'not a key'],
    ['a key of another kind', [...URL_GIVEN, '--secret', 'hunter2'], 'not a key'],
    ['a public key', [...URL_GIVEN, '--secret', open], 'cannot sign'],
    ['an address that is none', ['--receiver', 'service', '--secret', secret], 'not an http'],
    ['another protocol', ['--receiver', 'ftp://service', '--secret', secret], 'not an http'],
    ['a password in the address', ['--receiver', 'https://a:b@c', '--secret', secret], 'password'],
    ['a scheme without its key', [...URL_GIVEN, '--secret', secret, '--scheme', 'v1a'], 'whsk_'],
    [
      'an end without a next key',
      [...URL_GIVEN, '--secret', secret, '--old-until', soon()],
      '--next-secret',
    ],
    [
      'an end that is over',
      [
        ...URL_GIVEN,
        '--secret',
        secret,
        '--next-secret',
        secret,
        '--old-until',
        '2020-01-01T00:00:00Z',
      ],
      'within the next hour',
    ],
    ['an unknown language', ['--sender', 'true', '--lang', 'de'], 'ka or en'],
    ['an unknown scheme', ['--new-key', 'v2'], 'v1 or v1a'],
    ['an agency that is none', ['--sender', 'true', '--agency', '../x'], '--agency'],
  ])('says what is wrong with %s, and shows no key', (_, args, words) => {
    const misuse = () => orderOf(args, {});
    expect(misuse).toThrow(Misuse);
    expect(misuse).toThrow(words);
    expect(misuse).not.toThrow(secret.slice(6));
  });

  it('takes keys from the environment', () => {
    const order = orderOf(URL_GIVEN, { ERTAD_CONFORMANCE_SECRET: `${secret} ${pair}` });
    expect(order).toMatchObject({ receiver: { keys: [{ scheme: 'v1' }, { scheme: 'v1a' }] } });
  });
});

describe('a result', () => {
  const line = (verdict: Line['verdict'], level: Line['level'] = 'must'): Line => ({
    ...{ id: 'good.v1', level, verdict },
    came: { ka: '', en: '' },
  });

  it.each([
    ['conforms', [line('passed'), line('not-asked'), line('failed', 'should')]],
    ['unseen', [line('passed'), line('not-observed')]],
    ['unseen', [line('passed'), line('not-run')]],
    ['fails', [line('passed'), line('not-observed'), line('failed')]],
  ])('is “%s”', (result, lines) => {
    expect(resultOf(lines)).toBe(result);
  });
});

describe('keys', () => {
  it.each(['v1', 'v1a'] as const)('of %s verify what they signed and nothing else', (scheme) => {
    const [key, other] = [keyOf(freshKey(scheme).kit), keyOf(freshKey(scheme).kit)];
    const body = Buffer.from('{}');
    const signature = key?.sign('msg_1', '1700000000', body) ?? '';
    expect(signature.startsWith(`${scheme},`)).toBe(true);
    expect(key?.verifies(signature, 'msg_1', '1700000000', body)).toBe(true);
    expect(key?.verifies(signature, 'msg_2', '1700000000', body)).toBe(false);
    expect(other?.verifies(signature, 'msg_1', '1700000000', body)).toBe(false);
    expect(key?.verifies(signature.slice(0, 20), 'msg_1', '1700000000', body)).toBe(false);
  });

  it('are struck out of whatever is printed, with and without their prefix', () => {
    const text = `expected ${secret}, or ${secret.slice(6)}`;
    expect(struck(text, [secret])).toBe('expected •••, or •••');
  });
});
