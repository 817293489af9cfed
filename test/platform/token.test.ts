import { createHmac } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Tokens, tokens } from '../../shared/platform/token.ts';

const ISSUER = 'https://identity.example.ge/pool';
const CONSOLE = 'console-client';
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

const [ours, theirs] = await Promise.all([
  generateKeyPair('RS256', { extractable: true }),
  generateKeyPair('RS256', { extractable: true }),
]);
const jwk = await exportJWK(ours.publicKey);

let server: Server;
let check: Tokens;
let base: string;
const answers = { status: 200 };

beforeAll(async () => {
  server = createServer((_, response) => {
    response.writeHead(answers.status, { 'Content-Type': 'application/json' });
    response.end(JSON.stringify({ keys: [{ ...jwk, kid: 'one', alg: 'RS256', use: 'sig' }] }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  check = tokens({ issuer: ISSUER, jwksUri: `${base}/jwks`, consoleClient: CONSOLE });
});
afterAll(() => {
  server.close();
});

const CLAIMS = {
  sub: 'school-zestaponi',
  client_id: 'school-zestaponi',
  token_use: 'access',
  scope: 'openid ertad/api',
};
const SIGN_IN = {
  auth_time: Date.parse('2026-11-20T09:12:00Z') / 1000,
  origin_jti: 'sign-in-1',
};
const NINO = { sub: 'nino', client_id: CONSOLE, ...SIGN_IN };
const now = () => Math.floor(Date.now() / 1000);
const signed = (
  claims: JWTPayload = {},
  header: object = {},
  key = ours.privateKey,
): Promise<string> =>
  new SignJWT({ ...CLAIMS, iss: ISSUER, iat: now(), exp: now() + 300, ...claims })
    .setProtectedHeader({ alg: 'RS256', kid: 'one', ...header })
    .sign(key);
const without = (...names: string[]): JWTPayload =>
  Object.fromEntries(names.map((name) => [name, undefined]));

const refused = (authorization: string | undefined) =>
  expect(check(authorization)).rejects.toMatchObject({ code: 'not-signed-in', hindrances: [] });
const encoded = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');

describe('a token', () => {
  it('of a system gives its subject', async () => {
    expect(await check(`Bearer ${await signed()}`)).toEqual({ sub: 'school-zestaponi' });
    expect(await check(`bearer ${await signed()}`)).toEqual({ sub: 'school-zestaponi' });
  });

  it('of a system has no sign-in, whatever it says of one', async () => {
    expect(await check(`Bearer ${await signed(SIGN_IN)}`)).toEqual({ sub: 'school-zestaponi' });
  });

  it('of a person gives the person, through the console, and when it signed in', async () => {
    expect(await check(`Bearer ${await signed(NINO)}`)).toEqual({
      sub: 'nino',
      signedInAt: '2026-11-20T09:12:00.000Z',
      session: 'sign-in-1',
    });
  });

  it.each<[string, JWTPayload]>([
    ['of another issuer', { iss: 'https://elsewhere.example' }],
    ['of no issuer', without('iss')],
    ['that has expired', { exp: now() - 1 }],
    ['that never expires', without('exp')],
    ['that is not valid yet', { nbf: now() + 600 }],
    ['for another scope', { scope: 'ertad/apix openid' }],
    ['for no scope', without('scope')],
    ['whose scopes are a list', { scope: ['ertad/api'] }],
    ['that proves an identity only', { token_use: 'id' }],
    ['of no stated use', without('token_use')],
    ['of nobody', without('sub')],
    ['of an empty subject', { sub: '' }],
    ['of no client', without('client_id')],
    ['of a person through a system’s client', { ...NINO, client_id: 'school-zestaponi' }],
    ['of a person who signed in at no time', { ...NINO, ...without('auth_time') }],
    ['of a person whose sign-in has no time', { ...NINO, auth_time: 'yesterday' }],
    ['of a person of no sign-in', { ...NINO, ...without('origin_jti') }],
    ['of a system through another’s client', { client_id: 'police-imereti' }],
  ])('%s is refused', async (_, claims) => {
    await refused(`Bearer ${await signed(claims)}`);
  });

  it.each([
    undefined,
    '',
    'Bearer',
    'Bearer ',
    'Basic YTpi',
    'Bearer a.b',
    'Bearer a.b.c',
    'Bearer a.b.c.d.e',
    `Bearer ${'a'.repeat(9000)}.b.c`,
  ])('is not %s', async (authorization) => {
    await refused(authorization);
  });

  it('signed by another key is refused, also when it brings that key along', async () => {
    const own = await exportJWK(theirs.publicKey);
    await refused(`Bearer ${await signed({}, {}, theirs.privateKey)}`);
    await refused(`Bearer ${await signed({}, { jwk: own }, theirs.privateKey)}`);
    await refused(`Bearer ${await signed({}, { jwk: own, kid: 'two' }, theirs.privateKey)}`);
    await refused(`Bearer ${await signed({}, { jku: `${base}/theirs` }, theirs.privateKey)}`);
  });

  it('of a key nobody knows is refused', async () => {
    await refused(`Bearer ${await signed({}, { kid: 'three' })}`);
  });

  it('without a signature is refused, whatever it says of itself', async () => {
    const [, payload] = (await signed()).split('.');
    for (const alg of ['none', 'None', 'NONE', 'RS256']) {
      await refused(`Bearer ${encoded({ alg, kid: 'one' })}.${payload}.`);
      await refused(`Bearer ${encoded({ alg, kid: 'one' })}.${payload}.AAAA`);
    }
  });

  it('signed with the public key as a shared secret is refused', async () => {
    const [, payload] = (await signed()).split('.');
    const body = `${encoded({ alg: 'HS256', kid: 'one' })}.${payload}`;
    const signature = createHmac('sha256', JSON.stringify(jwk)).update(body).digest('base64url');
    await refused(`Bearer ${body}.${signature}`);
  });

  it('signed by another algorithm of the same key is refused', async () => {
    const { privateKey } = await generateKeyPair('PS256');
    await refused(`Bearer ${await signed({}, { alg: 'PS256' }, privateKey)}`);
  });

  it('changed in what it says is refused', async () => {
    const [head, , signature] = (await signed()).split('.');
    const other = encoded({ ...CLAIMS, sub: 'police-imereti', iss: ISSUER, exp: now() + 300 });
    await refused(`Bearer ${head}.${other}.${signature}`);
  });

  it('has one spelling: what lenient decoders take for the same is refused', async () => {
    const token = await signed();
    const [head = '', payload = '', signature = ''] = token.split('.');
    // The last sign of 256 bytes carries two bits; the other four say nothing.
    const last = ALPHABET.indexOf(signature.at(-1) ?? '');
    const twin = signature.slice(0, -1) + ALPHABET[last ^ 1];
    expect(Buffer.from(twin, 'base64url')).toEqual(Buffer.from(signature, 'base64url'));
    await refused(`Bearer ${head}.${payload}.${twin}`);
    for (const spelling of [
      `${token}=`,
      `${token}==`,
      `${token} `,
      `${token}\n`,
      token.replace('.', '. '),
    ]) {
      await refused(`Bearer ${spelling}`);
    }
    await refused(`Bearer ${token.replaceAll('-', '+').replaceAll('_', '/')}=`);
  });
});

describe('an identity provider that does not answer', () => {
  it('is a fault of the hub, not of the caller', async () => {
    answers.status = 500;
    const fresh = tokens({ issuer: ISSUER, jwksUri: `${base}/jwks`, consoleClient: CONSOLE });
    const away = tokens({
      issuer: ISSUER,
      jwksUri: 'http://127.0.0.1:1/jwks',
      consoleClient: CONSOLE,
    });
    for (const broken of [fresh, away]) {
      const failure = await broken(`Bearer ${await signed()}`).catch((error: unknown) => error);
      expect(failure).toBeInstanceOf(Error);
      expect(failure).not.toHaveProperty('code', 'not-signed-in');
    }
    answers.status = 200;
    expect(await fresh(`Bearer ${await signed()}`)).toEqual({ sub: 'school-zestaponi' });
  });
});
