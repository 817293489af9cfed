import { createPrivateKey, createPublicKey, type JsonWebKey, X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { decodeJwt } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  endClientSecret,
  listClients,
  rotateClient,
  setClientCertificates,
} from '../../shared/contract/clients.ts';
import { endSession, endSignIns } from '../../shared/contract/people.ts';
import { certificate } from '../platform/certificate.ts';
import { attacks, type Forge, genuine } from '../platform/forged-tokens.ts';
import { signedIn, Visitor } from './sign-in-page.ts';
import { seen } from './whole/strangers.ts';
import { refusal, startWorld, type World } from './world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world?.stop());

const TAMAR = 'person-tamar-agency-imereti';
const GIORGI = 'person-giorgi-agency-imereti';
const ADMINISTRATOR = 'person-rusudan-agency-imereti';
const CLIENT = 'agency-imereti';

const wire = (token: string, method = 'GET', path = '/v1/tasks', body?: object) =>
  fetch(`${world.hub.url}${path}`, {
    method,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    ...(body && { body: JSON.stringify(body) }),
  });
const isLetIn = async (token: string): Promise<boolean> => (await wire(token)).status === 200;

/** A forger who has even the key of the hub's own identity provider. */
async function forger(client: string): Promise<Forge> {
  const { iat: _, exp: __, jti: ___, ...claims } = decodeJwt(await world.token(client));
  const file = readFileSync(join(world.hub.dataDir, 'identity-key.json'), 'utf8');
  const { kid, ...jwk } = JSON.parse(file) as JsonWebKey & { kid: string };
  const privateKey = createPrivateKey({ key: jwk, format: 'jwk' });
  const publicKey = createPublicKey(privateKey);
  const publicPem = publicKey.export({ format: 'pem', type: 'spki' }).toString();
  const publicJwk = publicKey.export({ format: 'jwk' });
  const now = Math.floor(world.hub.clock.now() / 1000);
  return { privateKey, publicJwk, publicPem, kid, claims, now };
}

const NOT_SIGNED_IN = 'https://ertad.ge/problems/not-signed-in';

describe('a forged token', () => {
  const answerTo = async (authorization: string, method: string, path: string) => {
    const headers = { authorization, 'idempotency-key': '"forged"' };
    const body = method === 'GET' ? {} : { body: '{}' };
    return seen(await world.raw(undefined, method, path, { headers, ...body }));
  };
  const PLACES = [
    ['GET', '/v1/tasks'],
    ['POST', '/v1/referrals'],
  ] as const;

  it('is answered as no token is, whatever it tries, at the gateway or behind it', async () => {
    const forge = await forger('school-zestaponi');
    expect(await isLetIn(genuine(forge))).toBe(true);
    const all = attacks(forge).map(([name, token]) => [name, `Bearer ${token}`] as const);
    const schemes = ['Basic ', '', 'Bearer Bearer ', 'DPoP '].map(
      (scheme) => [`scheme "${scheme}"`, `${scheme}${genuine(forge)}`] as const,
    );
    expect(all.length).toBeGreaterThan(100);
    const answers = PLACES.map(() => new Set<string>());
    // One place each in turn: both functions stand behind the same door.
    for (const [i, [name, authorization]] of [...all, ...schemes].entries()) {
      const [method, path] = PLACES[i % PLACES.length] ?? PLACES[0];
      const { status, headers, body } = await answerTo(authorization, method, path);
      expect([status, body.type], name).toEqual([401, NOT_SIGNED_IN]);
      answers[i % PLACES.length]?.add(JSON.stringify({ headers, body }));
    }
    // One of the gateway, which speaks both languages at once, and one of the functions.
    for (const each of answers) expect([...each]).toHaveLength(2);
  });
});

describe('a person signs in', () => {
  it('by code, proof key and second factor; the token says when, and lives a quarter of an hour', async () => {
    const { tokens } = await signedIn(world.hub.url, TAMAR);
    const claims = decodeJwt(tokens.access_token);
    expect(claims).toMatchObject({ sub: TAMAR, client_id: 'console', token_use: 'access' });
    expect(Number(claims.exp) - Number(claims.iat)).toBe(15 * 60);
    const since = world.hub.clock.now() / 1000 - Number(claims.auth_time);
    expect(since).toBeLessThan(60);
    expect(await isLetIn(tokens.access_token)).toBe(true);
  });

  it('not with another proof key, nor twice with one code', async () => {
    const visitor = new Visitor(world.hub.url);
    await visitor.open();
    await visitor.enter(await visitor.choose(GIORGI));
    expect((await visitor.exchange(undefined, 'x'.repeat(43))).status).toBe(400);
    const again = new Visitor(world.hub.url);
    await world.advance('PT1M');
    await again.open();
    await again.enter(await again.choose(GIORGI));
    expect((await again.exchange()).status).toBe(200);
    expect((await again.exchange()).status).toBe(400);
  });

  it.each([
    ['without a proof key', { code_challenge: '' }],
    ['with a plain one', { code_challenge_method: 'plain' }],
    ['back to another address', { redirect_uri: 'https://elsewhere.example/' }],
    ['for a token in the address', { response_type: 'token' }],
  ])('not %s', async (_, over) => {
    const visitor = new Visitor(world.hub.url);
    const page = await visitor.open(over);
    expect(page).not.toContain('/sign-in/');
    expect(visitor.back.get('code')).toBeNull();
  });

  it('not with a wrong code, one that was used, or one of another time', async () => {
    await world.advance('PT2M');
    const visitor = new Visitor(world.hub.url);
    await visitor.open();
    const code = await visitor.choose(TAMAR);
    const wrong = String((Number(code) + 1) % 1_000_000).padStart(6, '0');
    expect(await visitor.enter(wrong)).toContain('role="alert"');
    await visitor.enter(code);
    expect(visitor.back.get('code')).toBeTruthy();

    const second = new Visitor(world.hub.url);
    await second.open();
    await second.choose(TAMAR);
    expect(await second.enter(code)).toContain('role="alert"');
    await world.advance('PT5M');
    const late = new Visitor(world.hub.url);
    await late.open();
    await late.choose(TAMAR);
    expect(await late.enter(code)).toContain('role="alert"');
  });

  it('not by trying: after five wrong codes the sign-in is over', async () => {
    await world.advance('PT2M');
    const visitor = new Visitor(world.hub.url);
    await visitor.open();
    const code = await visitor.choose(GIORGI);
    const wrong = String((Number(code) + 7) % 1_000_000).padStart(6, '0');
    for (let tries = 0; tries < 5; tries += 1) await visitor.enter(wrong);
    expect(visitor.back.get('error')).toBe('access_denied');
    expect(visitor.back.get('code')).toBeNull();
  });

  it('for a quarter of an hour, and goes on by refreshing; each refresh token counts once', async () => {
    await world.advance('PT2M');
    const { visitor, tokens } = await signedIn(world.hub.url, GIORGI);
    await world.advance('PT16M');
    expect(await isLetIn(tokens.access_token)).toBe(false);
    const next = await visitor.refresh(tokens.refresh_token);
    expect(next.status).toBe(200);
    expect(await isLetIn(next.tokens.access_token)).toBe(true);
    const [before, after] = [tokens, next.tokens].map((all) => decodeJwt(all.access_token));
    expect(after?.auth_time).toBe(before?.auth_time);
    expect(after?.origin_jti).toBe(before?.origin_jti);
    // Whoever shows the old one again has stolen it, or was stolen from: the whole line ends.
    expect((await visitor.refresh(tokens.refresh_token)).status).toBe(400);
    expect((await visitor.refresh(next.tokens.refresh_token)).status).toBe(400);
  });
});

describe('a person signs out', () => {
  it('and the token is worth nothing at once, in every function, also after a refresh', async () => {
    await world.advance('PT2M');
    const here = await signedIn(world.hub.url, TAMAR);
    await world.advance('PT2M');
    const elsewhere = await signedIn(world.hub.url, TAMAR);
    const { access_token, refresh_token } = here.tokens;
    const submit = () => wire(access_token, 'PUT', '/v1/membership', {});
    expect((await submit()).status).toBe(200);
    const out = await wire(access_token, 'POST', '/v1/session/end', {});
    expect(await out.json()).toEqual({ ended: 'this' });
    expect(await isLetIn(access_token)).toBe(false);
    expect((await submit()).status).toBe(401);
    expect((await wire(access_token, 'POST', '/v1/session/end', {})).status).toBe(401);
    const refreshed = await here.visitor.refresh(refresh_token);
    expect(await isLetIn(refreshed.tokens.access_token)).toBe(false);
    expect(await isLetIn(elsewhere.tokens.access_token)).toBe(true);
  });

  it('everywhere, also where another telephone or computer is signed in', async () => {
    await world.advance('PT2M');
    const one = await signedIn(world.hub.url, TAMAR);
    await world.advance('PT2M');
    const other = await signedIn(world.hub.url, TAMAR);
    await wire(one.tokens.access_token, 'POST', '/v1/session/end', { everywhere: true });
    for (const { visitor, tokens } of [one, other]) {
      expect(await isLetIn(tokens.access_token)).toBe(false);
      expect((await visitor.refresh(tokens.refresh_token)).status).toBe(400);
    }
    await world.advance('PT2M');
    const again = await signedIn(world.hub.url, TAMAR);
    expect(await isLetIn(again.tokens.access_token)).toBe(true);
  });

  it('at the identity provider: nothing is refreshed, and the next sign-in asks anew', async () => {
    await world.advance('PT2M');
    const { visitor, tokens } = await signedIn(world.hub.url, GIORGI);
    const query = new URLSearchParams({
      id_token_hint: tokens.id_token,
      client_id: 'console',
      post_logout_redirect_uri: `${world.hub.url}/`,
    });
    await visitor.signOut(`/identity/sign-out?${query}`);
    expect((await visitor.refresh(tokens.refresh_token)).status).toBe(400);
    expect(await visitor.open()).toContain('/sign-in/');
  });

  it('with a system’s token there is nothing to sign out of', async () => {
    const call = world.as(CLIENT)(endSession, { body: {} });
    expect(await refusal(call)).toMatchObject({ status: 404 });
  });
});

describe('a telephone that was lost', () => {
  it('opens nothing any more: all sign-ins end, the second factor is another one', async () => {
    await world.advance('PT2M');
    const { tokens } = await signedIn(world.hub.url, GIORGI);
    const stolen = new Visitor(world.hub.url);
    await stolen.open();
    const call = { path: { account: GIORGI }, body: { resetSecondFactor: true } };
    await world.as(ADMINISTRATOR)(endSignIns, call);
    expect(await isLetIn(tokens.access_token)).toBe(false);
    await world.advance('PT1M');
    const fresh = new Visitor(world.hub.url);
    await fresh.open();
    await fresh.enter(await fresh.choose(GIORGI));
    expect((await fresh.exchange()).status).toBe(200);
    const events = (await world.table.all('event')).filter(({ type }) => type === 'session.ended');
    expect(events.at(-1)).toMatchObject({
      by: { sub: ADMINISTRATOR },
      codes: { which: 'all', secondFactor: 'reset' },
    });
  });
});

describe('a system', () => {
  const path = { clientId: CLIENT };
  const tokenBy = async (secret: string) => {
    const answer = await fetch(`${world.hub.url}/identity/token`, {
      method: 'POST',
      headers: { authorization: `Basic ${btoa(`${CLIENT}:${secret}`)}` },
      body: new URLSearchParams({ grant_type: 'client_credentials', scope: 'ertad/api' }),
    });
    return answer.ok ? ((await answer.json()) as { access_token: string }).access_token : undefined;
  };

  it('gets a new secret, good beside the old one until that is ended', async () => {
    const admin = () => world.as(ADMINISTRATOR);
    const once = { path, body: {}, idempotencyKey: 'rotate-the-first' };
    const { body } = await admin()(rotateClient, once);
    expect(body.secrets).toHaveLength(2);
    const [old, next] = [`local-${CLIENT}`, body.secret ?? ''];
    for (const secret of [old, next]) expect(await tokenBy(secret)).toBeTruthy();
    expect((await admin()(rotateClient, once)).body.secret).toBeUndefined();
    const third = admin()(rotateClient, { path, body: {} });
    expect(await refusal(third)).toMatchObject({ status: 409, code: 'two-secrets-already' });

    const [first, second] = body.secrets.map(({ id }) => id);
    const end = (secretId = '') => admin()(endClientSecret, { path: { ...path, secretId } });
    expect((await end(first)).body.secrets).toHaveLength(1);
    expect(await tokenBy(old)).toBeUndefined();
    expect(await tokenBy(next)).toBeTruthy();
    expect(await refusal(end(second))).toMatchObject({ code: 'last-secret' });
    expect(JSON.stringify(await world.table.rows())).not.toContain(next);
    const types = (await world.table.all('event')).map(({ type }) => type);
    expect(types).toEqual(expect.arrayContaining(['client.rotated', 'client.secret-ended']));
  });

  it('is turned over by an administrator of its own agency alone, who is a person', async () => {
    for (const who of ['police-imereti', CLIENT, 'person-ketevan-agency-imereti']) {
      const call = world.as(who)(rotateClient, { path, body: {} });
      expect(await refusal(call), who).toMatchObject({ status: 404 });
    }
    const foreign = { path: { clientId: 'police-imereti' }, body: {} };
    expect(await refusal(world.as(ADMINISTRATOR)(rotateClient, foreign))).toMatchObject({
      code: 'account-unknown',
    });
    expect(await refusal(world.as('police-imereti')(listClients))).toMatchObject({ status: 404 });
  });

  it('is let in with its certificate alone, once one is registered', async () => {
    const system = 'agency-samegrelo-zemo-svaneti';
    const put = (certificates: string[]) =>
      world.as(ADMINISTRATOR)(setClientCertificates, { path, body: { certificates } });
    expect(await refusal(put(['x'.repeat(200)]))).toMatchObject({ code: 'certificate-invalid' });
    const { certificates } = (await put([certificate.cert])).body;
    expect(certificates).toEqual([
      new X509Certificate(certificate.cert).fingerprint256.replaceAll(':', '').toLowerCase(),
    ]);
    const { secret = '' } = (await world.as(ADMINISTRATOR)(rotateClient, { path, body: {} })).body;
    const token = (await tokenBy(secret)) ?? '';
    const get = async (bearer: string, der?: string) => {
      const shown = der ? { 'client-cert': `:${der}:` } : {};
      const headers = { authorization: `Bearer ${bearer}`, ...shown };
      return (await fetch(`${world.hub.url}/v1/tasks`, { headers })).status;
    };
    const der = new X509Certificate(certificate.cert).raw;
    const other = Buffer.from(der);
    other[other.length - 1] = (other.at(-1) ?? 0) ^ 1;
    expect(await get(token)).toBe(401);
    expect(await get(token, other.toString('base64'))).toBe(401);
    expect(await get(token, 'AAAA')).toBe(401);
    expect(await get(token, der.toString('base64'))).toBe(200);
    expect(await get(await world.token(system))).toBe(200);
    await put([]);
    expect(await get(token)).toBe(200);
  });
});
