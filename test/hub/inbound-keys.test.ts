import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  createInboundKey,
  deleteInboundKey,
  listInboundKeys,
  rotateInboundKey,
} from '../../shared/contract/inbound.ts';
import { ed25519Pair, type Sign, send, signsWith } from './partner-system.ts';
import { becomePerson } from './persons.ts';
import { refusal, startWorld, type World } from './world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world?.stop());

const SERVICE = 'municipality-zestaponi';
/** Of no task: whoever could sign is told that there is none. */
const MESSAGE = {
  type: 'task.transition',
  data: { task: 'tsk_22222222222222222222', version: 1, to: 'received' },
};

const opened = async (agency: string) =>
  (await world.as(agency)(createInboundKey, { body: { scheme: 'v1' } })).body;
const closed = (agency: string, keyId: Awaited<ReturnType<typeof opened>>['id']) =>
  world.as(agency)(deleteInboundKey, { path: { keyId } });
const listed = async (agency: string) =>
  (await world.as(agency)(listInboundKeys)).body.items.map(({ id }) => id);
/** Whether what is signed so gets through to the tasks. */
const isHeard = async (agency: string, sign: Sign) =>
  (await send(world, agency, sign, MESSAGE)).code === 'not-found';

describe('a key of a system', () => {
  it('with a secret of the hub’s shows it once, and keeps it sealed', async () => {
    const call = { body: { scheme: 'v1' as const }, idempotencyKey: 'the-first-key' };
    const first = await world.as(SERVICE)(createInboundKey, call);
    const { secret = '', ...rest } = first.body;
    expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
    expect(rest).toMatchObject({
      account: SERVICE,
      keys: [{ number: 1, scheme: 'v1' }],
      version: 1,
      links: { inbound: `/v1/inbound/${SERVICE}` },
    });
    const again = await world.as(SERVICE)(createInboundKey, call);
    expect(again.body).toEqual(rest);
    const list = await world.raw(SERVICE, 'GET', '/v1/inbound-keys');
    expect(list.text).not.toContain('whsec_');
    expect(JSON.parse(list.text).items).toEqual([rest]);
    expect(JSON.stringify(await world.table.rows())).not.toContain(secret);
    expect(await isHeard(SERVICE, signsWith(secret))).toBe(true);
    const journal = (await world.table.all('event')).filter(({ pk }) => pk.endsWith(rest.id));
    expect(journal).toMatchObject([{ type: 'inbound.opened', by: { sub: SERVICE } }]);
    await closed(SERVICE, rest.id);
  });

  it('with a pair of the partner’s own has no secret here at all', async () => {
    const pair = ed25519Pair();
    const body = { scheme: 'v1a' as const, publicKey: pair.publicKey };
    const { body: made } = await world.as(SERVICE)(createInboundKey, { body });
    expect(made.secret).toBeUndefined();
    expect(made.keys).toMatchObject([{ scheme: 'v1a', publicKey: pair.publicKey }]);
    expect(await isHeard(SERVICE, pair.sign)).toBe(true);
    expect(await isHeard(SERVICE, ed25519Pair().sign)).toBe(false);
    await closed(SERVICE, made.id);
  });

  it.each([
    ['a private half', `whsk_${Buffer.alloc(32, 7).toString('base64')}`, 'malformed'],
    ['too few bytes', `whpk_${Buffer.alloc(31, 7).toString('base64')}`, 'malformed'],
    ['a point under which anybody can sign', `whpk_${'A'.repeat(43)}=`, 'not-a-public-key'],
  ])('is not made of %s', async (_, publicKey, code) => {
    const body = { scheme: 'v1a' as const, publicKey };
    const refused = await refusal(world.as(SERVICE)(createInboundKey, { body }));
    expect(refused).toMatchObject({ status: 400, code: 'body-invalid' });
    expect(refused.problem.errors).toMatchObject([{ pointer: '/publicKey', code }]);
  });

  it('is opened by the account of a system, never by that of a person', async () => {
    await becomePerson(world, 'court-kutaisi', { agency: SERVICE, kind: 'municipality' });
    const call = world.as('court-kutaisi')(createInboundKey, { body: { scheme: 'v1' } });
    expect(await refusal(call)).toMatchObject({ status: 409, code: 'system-account-needed' });
  });

  it('is one of a few', async () => {
    const few = [];
    for (let count = 0; count < 5; count += 1) few.push((await opened(SERVICE)).id);
    expect(await refusal(opened(SERVICE))).toMatchObject({
      status: 409,
      code: 'too-many-inbound-keys',
    });
    expect(await listed('agency-imereti')).toEqual([]);
    for (const id of few) await closed(SERVICE, id);
    expect(await listed(SERVICE)).toEqual([]);
  });
});

describe('a rotation', () => {
  it('lets old and new overlap for as long as asked, and no longer', async () => {
    const { id, secret = '' } = await opened(SERVICE);
    const [old, pair] = [signsWith(secret), ed25519Pair()];
    const rotate = (body: object, ifMatch: number) =>
      world.raw(SERVICE, 'POST', `/v1/inbound-keys/${id}/rotations`, {
        headers: { 'if-match': `"${ifMatch}"` },
        body: JSON.stringify(body),
      });
    const next = { scheme: 'v1a', publicKey: pair.publicKey };
    expect((await rotate({ ...next, overlapDays: 8 }, 1)).status).toBe(400);
    expect((await rotate({ ...next, overlapDays: 2 }, 7)).status).toBe(412);
    const { status, text } = await rotate({ ...next, overlapDays: 2 }, 1);
    expect(status).toBe(200);
    expect(JSON.parse(text)).toMatchObject({
      keys: [
        { number: 1, until: expect.any(String) },
        { number: 2, scheme: 'v1a' },
      ],
      version: 2,
    });
    for (const sign of [old, pair.sign]) expect(await isHeard(SERVICE, sign)).toBe(true);
    await world.advance('PT47H59M');
    expect(await isHeard(SERVICE, old)).toBe(true);
    await world.advance('PT2M');
    expect(await isHeard(SERVICE, old)).toBe(false);
    expect(await isHeard(SERVICE, pair.sign)).toBe(true);

    // One that became known: only the new one is left, at once.
    const leaked = await rotate({ scheme: 'v1', overlapDays: 0 }, 2);
    const fresh = signsWith(String(JSON.parse(leaked.text).secret));
    expect(await isHeard(SERVICE, pair.sign)).toBe(false);
    expect(await isHeard(SERVICE, fresh)).toBe(true);
    const types = (await world.table.all('event'))
      .filter(({ pk }) => pk.endsWith(id))
      .map(({ type }) => type);
    expect(types).toEqual(['inbound.opened', 'inbound.rotated', 'inbound.rotated']);
    await closed(SERVICE, id);
  });

  it('gives the new secret to the account that opened it, and to no colleague', async () => {
    const { id, version } = await opened(SERVICE);
    await becomePerson(world, 'court-tbilisi', {
      agency: SERVICE,
      kind: 'municipality',
      roles: ['system'],
    });
    const call = { path: { keyId: id }, body: { scheme: 'v1' as const, overlapDays: 0 } };
    const asked = (who: string) => world.as(who)(rotateInboundKey, { ...call, ifMatch: version });
    expect(await refusal(asked('court-tbilisi'))).toMatchObject({ code: 'key-of-other-account' });
    expect(await refusal(asked('agency-imereti'))).toMatchObject({ status: 404 });
    expect(await refusal(closed('agency-imereti', id))).toMatchObject({ status: 404 });
    expect((await asked(SERVICE)).body.version).toBe(2);
    // Closing is open to all of the agency: a key that leaked waits for nobody.
    await closed('court-tbilisi', id);
  });
});

describe('a key that was closed', () => {
  it('opens nothing any more, at once', async () => {
    const { id, secret = '' } = await opened(SERVICE);
    expect(await isHeard(SERVICE, signsWith(secret))).toBe(true);
    await closed(SERVICE, id);
    expect(await isHeard(SERVICE, signsWith(secret))).toBe(false);
    expect(await refusal(closed(SERVICE, id))).toMatchObject({ status: 404 });
  });
});
