import { createHmac, generateKeyPairSync, sign, verify } from 'node:crypto';
import fc from 'fast-check';
import { Webhook } from 'standardwebhooks';
import { Webhook as Svix } from 'svix';
import { describe, expect, it } from 'vitest';
import { freshKey, signedHeaders, verifySignature } from '../../shared/platform/webhook-signing.ts';

/** Of the standard's own libraries, and of the server of Svix for `v1a`: one message, both schemes. */
const ID = 'msg_p5jXN8AQM9LWM0D4loKWxJek';
const AT = 1_614_265_330_000;
const BODY = '{"test": 2432232314}';
const SHARED = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
const SHARED_SIGNS = 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=';
const PRIVATE =
  'whsk_6Xb/dCcHpPea21PS1N9VY/NZW723CEc77N4rJCubMbfVKIDij2HKpMKkioLlX0dRqSKJp4AJ6p9lMicMFs6Kvg==';
const SEED = 'whsk_6Xb/dCcHpPea21PS1N9VY/NZW723CEc77N4rJCubMbc=';
const PUBLIC = 'whpk_1SiA4o9hyqTCpIqC5V9HUakiiaeACeqfZTInDBbOir4=';
const PRIVATE_SIGNS =
  'v1a,hnO3f9T8Ytu9HwrXslvumlUpqtNVqkhqw/enGzPCXe5BdqzCInXqYXFymVJaA7AZdpXwVLPo3mNl8EM+m7TBAg==';

const keysOf = (...secrets: string[]) => secrets.map((secret) => ({ secret }));
const signatureOf = (secret: string, id = ID, at = AT, body: string | Uint8Array = BODY) =>
  signedHeaders(keysOf(secret), id, at, body)['webhook-signature'];
const sharedOf = (bytes: number) => `whsec_${Buffer.alloc(bytes, 7).toString('base64')}`;

describe('the vectors of the standard', () => {
  it('come out of v1, and of v1a from the seed or from the pair', () => {
    expect(signatureOf(SHARED)).toBe(SHARED_SIGNS);
    expect(signatureOf(PRIVATE)).toBe(PRIVATE_SIGNS);
    expect(signatureOf(SEED)).toBe(PRIVATE_SIGNS);
  });

  it('are verified, with the private key and with the public one alone', () => {
    const headers = signedHeaders(keysOf(SHARED, PRIVATE), ID, AT, BODY);
    expect(headers).toEqual({
      'webhook-id': ID,
      'webhook-timestamp': '1614265330',
      'webhook-signature': `${SHARED_SIGNS} ${PRIVATE_SIGNS}`,
    });
    for (const secret of [SHARED, PRIVATE, SEED, PUBLIC]) {
      const received = { keys: keysOf(secret), headers, body: BODY, atMs: AT };
      expect(verifySignature(received)).toEqual({ ok: true });
      expect(verifySignature({ ...received, body: Buffer.from(BODY) })).toEqual({ ok: true });
    }
  });
});

describe('what is signed', () => {
  const anyBody = fc.string({ unit: 'binary', maxLength: 400 });
  const anyId = fc.stringMatching(/^[A-Za-z0-9_-]{1,60}$/);
  const anyTime = fc.integer({ min: 1_000, max: 4_000_000_000_000 });
  const anySecret = fc.uint8Array({ minLength: 24, maxLength: 64 });

  it('is byte for byte what standardwebhooks writes', () => {
    fc.assert(
      fc.property(anyBody, anyId, anyTime, anySecret, (body, id, at, bytes) => {
        const secret = `whsec_${Buffer.from(bytes).toString('base64')}`;
        expect(signatureOf(secret, id, at, body)).toBe(
          new Webhook(secret).sign(id, new Date(at), body),
        );
      }),
    );
  });

  it('is accepted by both official libraries, also while two keys overlap', () => {
    const keys = [freshKey('v1'), freshKey('v1a'), freshKey('v1')];
    const body = JSON.stringify({ type: 'task.requested', data: { subject: 'tsk_1' } });
    // Their clock is the machine's own.
    const headers = signedHeaders(keys, 'evt_1', Date.now(), body);
    for (const { secret } of keys.filter((key) => key.secret.startsWith('whsec_'))) {
      expect(new Webhook(secret).verify(body, headers)).toEqual(JSON.parse(body));
      expect(() => new Svix(secret).verify(body, headers)).not.toThrow();
    }
    const { secret: other } = freshKey('v1');
    expect(() => new Webhook(other).verify(body, headers)).toThrow();
    expect(() => new Svix(other).verify(body, headers)).toThrow();
  });

  it('is verified for v1a by node:crypto with nothing but the public key', () => {
    const { secret, public: text = '' } = freshKey('v1a');
    const code = signatureOf(secret)?.slice('v1a,'.length) ?? '';
    const x = Buffer.from(text.slice('whpk_'.length), 'base64').toString('base64url');
    const key = { key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' } as const;
    const signed = Buffer.from(`${ID}.${AT / 1000}.${BODY}`);
    expect(verify(null, signed, key, Buffer.from(code, 'base64'))).toBe(true);
    expect(verify(null, Buffer.from('other'), key, Buffer.from(code, 'base64'))).toBe(false);
  });

  it.each([
    ['an id with a dot, which could pass for an earlier time', [ID.replace('_', '.'), AT]],
    ['an id with a line break', ['evt_1\r\nx: y', AT]],
    ['no id', ['', AT]],
    ['a time before 1970', [ID, -5_000]],
    ['no time', [ID, Number.NaN]],
  ] as const)('is never %s', (_, [id, at]) => {
    expect(() => signedHeaders(keysOf(SHARED), id, at, BODY)).toThrow(TypeError);
  });

  it.each([
    ['nothing', []],
    ['a secret of 23 bytes', keysOf(sharedOf(23))],
    ['a secret of 65 bytes', keysOf(sharedOf(65))],
    ['a secret without its prefix', keysOf(SHARED.slice('whsec_'.length))],
    ['a public key', keysOf(PUBLIC)],
    ['a pair that does not belong together', keysOf(`${SEED.slice(0, -1)}A${PUBLIC.slice(5)}`)],
  ])('is never signed with %s, and the fault does not show the key', (_, keys) => {
    const fault = () => signedHeaders(keys, ID, AT, BODY);
    expect(fault).toThrow(TypeError);
    for (const { secret } of keys) expect(fault).not.toThrow(secret.slice(6));
  });
});

describe('a fresh key', () => {
  it('is of 32 random bytes, told as the standard tells keys apart', () => {
    const shared = freshKey('v1');
    expect(shared).toEqual({ secret: expect.stringMatching(/^whsec_[A-Za-z0-9+/]{43}=$/) });
    const pair = freshKey('v1a');
    expect(pair.secret).toMatch(/^whsk_[A-Za-z0-9+/]{43}=$/);
    expect(pair.public).toMatch(/^whpk_[A-Za-z0-9+/]{43}=$/);
    expect(freshKey('v1').secret).not.toBe(shared.secret);
    expect(freshKey('v1a').secret).not.toBe(pair.secret);
  });

  it('has the public key that belongs to its seed', () => {
    const seed = Buffer.from(SEED.slice('whsk_'.length), 'base64');
    expect(freshKey('v1a', () => seed)).toEqual({ secret: SEED, public: PUBLIC });
  });
});

describe('a message from outside', () => {
  const good = signedHeaders(keysOf(SHARED, PRIVATE), ID, AT, BODY);
  const check = (over: object, headers: object = {}) =>
    verifySignature({
      keys: keysOf(SHARED),
      headers: { ...good, ...headers },
      body: BODY,
      atMs: AT,
      ...over,
    });
  const refused = (because: string) => ({ ok: false, because });

  it.each([
    [0, { ok: true }],
    [300_999, { ok: true }],
    [-300_000, { ok: true }],
    [301_000, refused('too-old')],
    [-301_000, refused('too-new')],
    [-300_001, refused('too-new')],
  ])('that is %i ms old', (age, answer) => {
    expect(check({ atMs: AT + age })).toEqual(answer);
  });

  it.each([
    '1614265330abc',
    ' 1614265330',
    '1614265330.0',
    '+1614265330',
    '-1614265330',
    '01614265330',
    '1.61426533e9',
    '0x60377B32',
    '',
    '１６１４２６５３３０',
    '1614265330123456',
    'NaN',
  ])('with the timestamp "%s" is refused for it', (timestamp) => {
    expect(check({}, { 'webhook-timestamp': timestamp })).toEqual(refused('timestamp-malformed'));
  });

  it.each(['webhook-id', 'webhook-timestamp', 'webhook-signature'])('needs %s', (name) => {
    expect(check({}, { [name]: undefined })).toEqual(refused('header-missing'));
    expect(check({}, { [name]: ['a', 'b'] })).toEqual(refused('header-missing'));
    expect(check({}, { [name]: 7 })).toEqual(refused('header-missing'));
    expect(check({}, { [name.toUpperCase()]: 'x' })).toEqual(refused('header-doubled'));
  });

  it('may spell the names of its headers as it likes', () => {
    const headers = Object.fromEntries(
      Object.entries(good).map(([name, value]) => [name.toUpperCase(), value]),
    );
    expect(check({ headers })).toEqual({ ok: true });
  });

  it.each([
    ['another body', { body: BODY.replace('4', '5') }, {}],
    ['another id', {}, { 'webhook-id': 'msg_other' }],
    ['another time', {}, { 'webhook-timestamp': '1614265331' }],
    ['another key', { keys: keysOf(sharedOf(32)) }, {}],
    ['no signature of its scheme', {}, { 'webhook-signature': PRIVATE_SIGNS }],
    ['half a signature', {}, { 'webhook-signature': SHARED_SIGNS.slice(0, 20) }],
    ['an empty signature', {}, { 'webhook-signature': 'v1,' }],
    ['no scheme', {}, { 'webhook-signature': SHARED_SIGNS.slice(3) }],
    ['another scheme', {}, { 'webhook-signature': SHARED_SIGNS.replace('v1', 'v2') }],
    ['something behind it', {}, { 'webhook-signature': `${SHARED_SIGNS},x` }],
    ['other letters', {}, { 'webhook-signature': SHARED_SIGNS.toLowerCase() }],
    ['a v1 code called v1a', { keys: keysOf(PUBLIC) }, { 'webhook-signature': 'v1a,AAAA' }],
    [
      'a v1a code with other padding',
      { keys: keysOf(PUBLIC) },
      { 'webhook-signature': PRIVATE_SIGNS.replace('Ag==', 'Ah==') },
    ],
  ])('with %s is not verified', (_, over, headers) => {
    expect(check(over, headers)).toEqual(refused('signature-wrong'));
  });

  it('is not the same message cut elsewhere', () => {
    const moved = signedHeaders(keysOf(SHARED), 'msg_1', AT, `${AT / 1000}.${BODY}`);
    const headers = { ...moved, 'webhook-id': `msg_1.${AT / 1000}` };
    expect(check({ headers })).toEqual(refused('id-malformed'));
  });

  it('may carry signatures of keys and schemes unknown to us, within reason', () => {
    const wrong = `v1,${Buffer.alloc(32).toString('base64')}`;
    const list = [wrong, 'v9,x', wrong, SHARED_SIGNS].join(' ');
    expect(check({}, { 'webhook-signature': list })).toEqual({ ok: true });
    const flood = [...Array<string>(10_000).fill(wrong), SHARED_SIGNS].join(' ');
    expect(check({}, { 'webhook-signature': flood })).toEqual(refused('too-many-signatures'));
  });

  it.each([
    ['no key', []],
    ['a key of one byte', keysOf('whsec_AA==')],
    ['a key of 23 bytes', keysOf(sharedOf(23))],
    ['a key of 65 bytes', keysOf(sharedOf(65))],
    ['a key that is no base64', keysOf(`whsec_${'*'.repeat(40)}`)],
    ['a key with a trailing space', keysOf(`${SHARED} `)],
  ])('is not verified where we hold %s', (_, keys) => {
    expect(check({ keys })).toEqual(refused('no-usable-key'));
    expect(check({ keys: [...keys, { secret: SHARED }] })).toEqual({ ok: true });
  });

  it('of whatever kind is answered, never thrown at, and never verified', () => {
    const anything = fc.oneof(fc.string({ unit: 'binary' }), fc.anything());
    const headers = fc.record({
      'webhook-id': anything,
      'webhook-timestamp': fc.oneof(anything, fc.constant('1614265330')),
      'webhook-signature': fc.oneof(anything, fc.constant(`v1,${'A'.repeat(43)}=`)),
    });
    fc.assert(
      fc.property(headers, fc.string(), (given, body) => {
        const keys = keysOf(SHARED, PUBLIC);
        expect(verifySignature({ keys, headers: given, body, atMs: AT }).ok).toBe(false);
      }),
    );
  });
});

describe('keys that are kept parsed', () => {
  it('stay right when thousands pass by', () => {
    for (let i = 0; i < 2_500; i += 1) {
      const bytes = Buffer.alloc(24, i % 256);
      bytes.writeUInt32BE(i);
      const secret = `whsec_${bytes.toString('base64')}`;
      const text = `${ID}.${AT / 1000}.${BODY}`;
      const expected = createHmac('sha256', bytes).update(text).digest('base64');
      expect(signatureOf(secret)).toBe(`v1,${expected}`);
    }
    expect(signatureOf(SHARED)).toBe(SHARED_SIGNS);
  });

  it('take the keys of others: one made by node:crypto', () => {
    const { publicKey, privateKey } = generateKeyPairSync('ed25519');
    const raw = publicKey.export({ format: 'der', type: 'spki' }).subarray(-32);
    const code = sign(null, Buffer.from(`${ID}.${AT / 1000}.${BODY}`), privateKey);
    const headers = {
      'webhook-id': ID,
      'webhook-timestamp': String(AT / 1000),
      'webhook-signature': `v1a,${code.toString('base64')}`,
    };
    const keys = keysOf(`whpk_${raw.toString('base64')}`);
    expect(verifySignature({ keys, headers, body: BODY, atMs: AT })).toEqual({ ok: true });
  });
});
