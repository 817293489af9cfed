import { generateKeyPairSync } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Tokens, tokens } from '../../shared/platform/token.ts';
import { attacks, genuine } from './forged-tokens.ts';

const ISSUER = 'https://identity.example.ge/pool';
const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const publicJwk = publicKey.export({ format: 'jwk' });
const forge = {
  privateKey,
  publicJwk,
  publicPem: publicKey.export({ format: 'pem', type: 'spki' }).toString(),
  kid: 'key-One+1=',
  claims: {
    iss: ISSUER,
    sub: 'school-zestaponi',
    client_id: 'school-zestaponi',
    token_use: 'access',
    scope: 'ertad/api',
  },
  now: Math.floor(Date.now() / 1000),
};

let server: Server;
let check: Tokens;
const asked: string[] = [];
beforeAll(async () => {
  server = createServer((request, response) => {
    asked.push(request.url ?? '');
    const key = { ...publicJwk, kid: forge.kid, alg: 'RS256', use: 'sig' };
    response.writeHead(200, { 'Content-Type': 'application/json' });
    response.end(JSON.stringify({ keys: [key] }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const jwksUri = `http://127.0.0.1:${port}/jwks`;
  check = tokens({ issuer: ISSUER, jwksUri, consoleClient: 'console' });
});
afterAll(() => {
  server.close();
});

describe('a token', () => {
  it('as it should be comes in', async () => {
    expect(await check(`Bearer ${genuine(forge)}`)).toMatchObject({ sub: 'school-zestaponi' });
  });

  it.each(attacks(forge))('with %s is refused', async (_, token) => {
    const refused = check(`Bearer ${token}`);
    await expect(refused).rejects.toMatchObject({ code: 'not-signed-in', hindrances: [] });
  });

  it.each([
    ['another scheme', 'Basic '],
    ['no scheme', ''],
    ['two schemes', 'Bearer Bearer '],
    ['a tab for the blank', 'Bearer\t'],
    ['a proof of possession', 'DPoP '],
  ])('behind %s is refused', async (_, scheme) => {
    const refused = check(`${scheme}${genuine(forge)}`);
    await expect(refused).rejects.toMatchObject({ code: 'not-signed-in' });
  });

  it('makes the hub ask nobody but its own issuer for keys', () => {
    expect(new Set(asked)).toEqual(new Set(['/jwks']));
    // Keys nobody knows do not make it ask again and again.
    expect(asked.length).toBeLessThan(4);
  });
});
