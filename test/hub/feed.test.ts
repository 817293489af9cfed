import { createHash, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { operatorTable } from '../../infra/local/operator.ts';
import {
  getFeedDigest,
  getFeedPosition,
  listFeedDigests,
  putFeedPosition,
  readFeed,
  reconcileFeed,
  rewindFeed,
} from '../../shared/contract/feed.ts';
import { AgencyId, EventId } from '../../shared/domain/ids.ts';
import { members } from '../../shared/store/members.ts';
import { feedOf, routed } from './steps.ts';
import { early } from './submissions.ts';
import { refusal, startWorld, type World } from './world.ts';

const SERVICE = 'municipality-zestaponi';
const OVERSIGHT = 'oversight-national';
const PERSON = 'person-irakli-municipality-zestaponi';

let world: World;
beforeAll(async () => {
  world = await startWorld();
  for (let i = 0; i < 3; i += 1) await work();
});
afterAll(() => world?.stop());

/** Something for the municipal service to do, in its feed. */
async function work() {
  const from = 'resource-centre-zestaponi';
  const { task } = await routed(world, early({ 'low-income': 'yes', isolated: 'yes' }), { from });
  await world.hub.idle();
  return task('support-family');
}
const own = () => feedOf(world, SERVICE);
const last = async () => (await position()).last;
const position = async (as = SERVICE) => (await world.as(as)(getFeedPosition)).body;
const take = (sequence: number, ifMatch: number, as = SERVICE) =>
  world.as(as)(putFeedPosition, { body: { sequence }, ifMatch });
const reads = async () =>
  (await world.table.all('access')).filter(
    ({ pk, list }) => pk === `ACCESS#${SERVICE}` && list === 'feed',
  );
/** By `sha256sum`: a number, a blank, an id and a line feed for each entry. */
const hashOf = (entries: readonly { sequence: number; id: string }[]): string =>
  createHash('sha256')
    .update(entries.map(({ sequence, id }) => `${sequence} ${id}\n`).join(''))
    .digest('hex');
const idsOf = (entries: readonly { id: string }[]) => entries.map(({ id }) => EventId.parse(id));

describe('a long poll', () => {
  it('is answered as soon as something comes', async () => {
    const after = await last();
    const asked = world.as(SERVICE)(readFeed, { query: { after, wait: 20 } });
    const from = performance.now();
    const task = await work();
    const { body } = await asked;
    expect(body.items.map(({ subject }) => subject.id)).toContain(task);
    expect(body.items[0]?.sequence).toBe(after + 1);
    expect(performance.now() - from).toBeLessThan(19_000);
  });

  it('ends with nothing when its time is up, and leaves no entry of a page that showed nothing', async () => {
    const [after, before] = [await last(), await reads()];
    const from = performance.now();
    const { body } = await world.as(SERVICE)(readFeed, { query: { after, wait: 2 } });
    expect(body).toEqual({ items: [], last: after });
    expect(performance.now() - from).toBeGreaterThan(1900);
    expect(await reads()).toHaveLength(before.length);
    await world.as(SERVICE)(readFeed, { query: { after: after - 1, wait: 20 } });
    expect(await reads()).toHaveLength(before.length + 1);
  });

  it('is answered at once where the feed has not come so far: something was lost on either side', async () => {
    const from = performance.now();
    const { body } = await world.as(SERVICE)(readFeed, { query: { after: 9999, wait: 20 } });
    expect(body.items).toEqual([]);
    expect(body.last).toBeLessThan(9999);
    expect(performance.now() - from).toBeLessThan(10_000);
  });

  it('of one account ends when the same account asks anew: one system holds one environment', async () => {
    const query = { after: await last(), wait: 20 };
    const from = performance.now();
    const [one, again, other] = [SERVICE, SERVICE, PERSON].map((who) =>
      world
        .as(who)(readFeed, { query })
        .then(({ body }) => body.items.length),
    );
    // Whichever of the two comes to the hub later is the one that goes on.
    expect(await Promise.race([one, again])).toBe(0);
    expect(performance.now() - from).toBeLessThan(19_000);
    await work();
    expect((await Promise.all([one, again])).filter((lines) => lines === 0)).toHaveLength(1);
    expect(await other).toBeGreaterThan(0);
  });

  it('gives nothing to whoever has lost the membership meanwhile', async () => {
    const store = members(operatorTable(world.hub));
    const after = await last();
    const asked = refusal(world.as(PERSON)(readFeed, { query: { after, wait: 20 } }));
    await world.as(PERSON)(readFeed, { query: { after } });
    await store.remove(PERSON, randomUUID());
    await work();
    expect(await asked).toMatchObject({ status: 401, code: 'not-signed-in' });
  });

  it.each(['wait=21', 'wait=-1', 'wait=x'])('does not take %s', async (query) => {
    expect((await world.raw(SERVICE, 'GET', `/v1/feed?${query}`)).status).toBe(400);
  });
});

describe('the kept position', () => {
  it('is where reading goes on, and moves forward only', async () => {
    expect(await position()).toMatchObject({ sequence: 0, version: 0, agency: SERVICE });
    const head = await last();
    const first = await take(head - 3, 0);
    expect(first).toMatchObject({
      etag: '"1"',
      body: { sequence: head - 3, version: 1, last: head },
    });
    const { body } = await world.as(SERVICE)(readFeed);
    expect(body.items.map(({ sequence }) => sequence)).toEqual([head - 2, head - 1, head]);
    expect((await take(head - 3, 0)).body.version).toBe(1);
    expect(await refusal(take(head, 0))).toMatchObject({ status: 412 });
    expect(await refusal(take(head + 1, 1))).toMatchObject({
      status: 409,
      code: 'beyond-the-feed',
    });
    expect(await refusal(take(1, 1))).toMatchObject({ status: 409, code: 'position-behind' });
    const two = [take(head - 1, 1), take(head, 1)].map((one) =>
      one.then(
        () => 200,
        ({ status }) => status,
      ),
    );
    expect((await Promise.all(two)).toSorted()).toEqual([200, 412]);
    expect((await position()).version).toBe(2);
  });

  it('is the agency’s own: neither another agency nor a worker without the role moves it', async () => {
    const worker = 'person-giorgi-agency-imereti';
    expect(await refusal(take(1, 0, worker))).toMatchObject({ status: 404 });
    expect(await position('agency-imereti')).toMatchObject({
      agency: 'agency-imereti',
      version: 0,
    });
    const foreign = { query: { agency: AgencyId.parse(SERVICE) } };
    expect(await refusal(world.as('police-imereti')(getFeedPosition, foreign))).toMatchObject({
      status: 404,
    });
    expect((await world.as(OVERSIGHT)(getFeedPosition, foreign)).body.agency).toBe(SERVICE);
  });
});

describe('a rewind', () => {
  const back = (as: string, body: { to: number; reason: string; agency?: string }) =>
    world.as(as)(rewindFeed, {
      body: {
        to: body.to,
        reason: body.reason,
        ...(body.agency && { agency: AgencyId.parse(body.agency) }),
      },
    });

  it('reads again from any number, is journalled, and is not undone by whoever did not see it', async () => {
    const before = await position();
    const { body } = await back(SERVICE, { to: 2, reason: 'restored' });
    expect(body).toMatchObject({ sequence: 2, version: before.version + 1 });
    const again = (await world.as(SERVICE)(readFeed)).body.items;
    expect(again[0]?.sequence).toBe(3);
    expect(await refusal(take(before.sequence, before.version))).toMatchObject({ status: 412 });
    const events = await world.table.all('event');
    expect(events.filter(({ type }) => type === 'feed.rewound')).toMatchObject([
      {
        by: { sub: SERVICE },
        codes: { from: String(before.sequence), to: '2', reason: 'restored' },
      },
    ]);
  });

  it('is made by oversight for any agency, which hears of it', async () => {
    const key = randomUUID();
    const call = {
      body: { to: 0, reason: 'new-system', agency: AgencyId.parse(SERVICE) },
      idempotencyKey: key,
    };
    const { body } = await world.as(OVERSIGHT)(rewindFeed, call);
    expect(body).toMatchObject({ agency: SERVICE, sequence: 0 });
    expect((await world.as(OVERSIGHT)(rewindFeed, call)).body.version).toBe(body.version);
    await world.hub.idle();
    expect((await own()).at(-1)).toMatchObject({
      type: 'feed.rewound',
      subject: { kind: 'agency', id: SERVICE },
      links: { subject: '/v1/feed/position' },
    });
    expect((await world.as(SERVICE)(readFeed)).body.items[0]?.sequence).toBe(1);
  });

  it.each([
    ['by another agency', 'police-imereti', { to: 0, reason: 'restored', agency: SERVICE }, 404],
    [
      'of an agency that does not exist',
      OVERSIGHT,
      { to: 0, reason: 'restored', agency: 'nobody' },
      400,
    ],
    ['for no known reason', SERVICE, { to: 0, reason: 'because' }, 400],
    ['forward', SERVICE, { to: 0, reason: 'restored' }, 409],
  ])('is refused %s', async (_, as, body, status) => {
    expect(await refusal(back(as, body))).toMatchObject({ status });
  });
});

describe('a day of the feed', () => {
  const today = () => world.now();
  const civil = (at: string) => new Date(Date.parse(at) + 4 * 3_600_000).toISOString().slice(0, 10);

  it('is the same on both sides, and never changes once it is over', async () => {
    const day = civil(today());
    const running = (await world.as(SERVICE)(getFeedDigest, { path: { day } })).body;
    const before = await own();
    expect(running).toMatchObject({
      day,
      final: false,
      count: before.length,
      first: 1,
      last: before.length,
    });
    expect(running.hash).toBe(hashOf(before));

    await world.advance('PT26H');
    await world.hub.idle();
    const kept = (await world.as(SERVICE)(getFeedDigest, { path: { day } })).body;
    expect(kept.final).toBe(true);
    const whole = await own();
    const ofDay = whole.filter(({ sequence }) => sequence <= kept.last);
    expect(kept).toMatchObject({ first: 1, count: ofDay.length, hash: hashOf(ofDay) });
    await work();
    expect((await world.as(SERVICE)(getFeedDigest, { path: { day } })).body).toEqual(kept);

    const { items } = (await world.as(SERVICE)(listFeedDigests)).body;
    expect(items).toHaveLength(7);
    expect(items.map(({ count }) => count).reduce((sum, one) => sum + one)).toBe(
      (await own()).length,
    );
    for (const { first, last, count, hash } of items) {
      const mine = (await own()).filter(
        ({ sequence }) => first && sequence >= first && sequence <= last,
      );
      expect([count, hash]).toEqual([mine.length, hashOf(mine)]);
    }
    // Before the hub had anything for it: an empty day is the hash of nothing.
    expect(items[0]).toMatchObject({ count: 0, last: 0, hash: hashOf([]), final: true });
    expect(items[0]).not.toHaveProperty('first');
  });

  it.each([
    ['/v1/feed/digests/2099-01-01', 400],
    ['/v1/feed/digests?to=2099-01-01', 400],
    ['/v1/feed/digests?from=2020-01-01', 400],
    ['/v1/feed/digests/yesterday', 404],
  ])('%s answers %i', async (path, status) => {
    expect((await world.raw(SERVICE, 'GET', path)).status).toBe(status);
  });
});

describe('a comparison', () => {
  const ask = (body: Parameters<typeof call>[0]) => call(body);
  const call = async (body: object, as = SERVICE) => {
    const answer = await world.raw(as, 'POST', '/v1/feed/reconcile', {
      body: JSON.stringify(body),
    });
    return {
      status: answer.status,
      body: reconcileFeed.answers[200].parse(JSON.parse(answer.text)),
    };
  };

  it('names exactly what was taken out of the partner’s copy, and what was never sent', async () => {
    const whole = await own();
    const lost = [whole[1], whole[4]].flatMap((one) => one ?? []);
    const held = whole.filter((one) => !lost.includes(one));
    const strange = 'evt_22222222222222222222';
    const ids = [...idsOf(held), strange];
    const { body } = await ask({ from: 1, to: whole.length + 50, ids });
    expect(body).toMatchObject({
      equal: false,
      from: 1,
      to: whole.length,
      unknown: [strange],
      compare: [],
    });
    expect(body.missing.map(({ id, sequence, links }) => [id, sequence, links.subject])).toEqual(
      lost.map(({ id, sequence, links }) => [id, sequence, links.subject]),
    );
    expect((await ask({ from: 1, to: whole.length, ids: idsOf(whole) })).body.equal).toBe(true);
  });

  it('says when the system itself confirmed what it now lacks', async () => {
    const { version } = await position();
    await take(5, version);
    const { body } = await ask({ from: 2, to: 3, ids: [] });
    expect(body.missing.map(({ takenOverAt }) => takenOverAt !== undefined)).toEqual([true, true]);
    const end = (await own()).length;
    const { missing } = (await ask({ from: end, to: end, ids: [] })).body;
    expect(missing).toMatchObject([{ sequence: end, deliveries: [] }]);
    expect(missing[0]?.takenOverAt).toBeUndefined();
    expect(body.position).toMatchObject({ sequence: 5, version: version + 1 });
  });

  it('by a day’s hash names the tail that is missing, and asks for the ids of the rest', async () => {
    const { items } = (await world.as(SERVICE)(listFeedDigests)).body;
    const digest = items.find(({ count }) => count > 3);
    if (digest?.first === undefined) throw new Error('no day with entries');
    const { day, count, first, last: end, hash } = digest;
    const same = await ask({ day, count, last: end, hash });
    expect(same.body).toMatchObject({ equal: true, missing: [], compare: [] });
    const tail = await ask({ day, count: count - 2, last: end - 2, hash: hashOf([]) });
    expect(tail.body.missing.map(({ sequence }) => sequence)).toEqual([end - 1, end]);
    expect(tail.body.compare).toEqual([{ from: first, to: end - 2 }]);
    const hole = await ask({ day, count: count - 1, last: end, hash: hashOf([]) });
    expect(hole.body).toMatchObject({
      equal: false,
      missing: [],
      compare: [{ from: first, to: end }],
    });
  });

  it('is of the own feed only', async () => {
    const ids = idsOf(await own());
    const answer = await call({ from: 1, to: 1000, ids }, 'police-tbilisi');
    expect(answer.body.missing.filter(({ id }) => ids.some((one) => one === id))).toEqual([]);
    expect(answer.body.unknown).toHaveLength(ids.length);
    expect(JSON.stringify(answer.body.missing)).not.toContain('tsk_');
  });

  it.each([
    { from: 1, to: 1001, ids: [] },
    { from: 5, to: 4, ids: [] },
    { from: 1, to: 5, ids: ['ნინო'] },
    { day: '2026-11-24', count: 1, last: 1, hash: 'x' },
    { from: 1, to: 5 },
  ])('does not take %j', async (body) => {
    const given = { body: JSON.stringify(body) };
    expect((await world.raw(SERVICE, 'POST', '/v1/feed/reconcile', given)).status).toBe(400);
  });
});

describe('the catalogue of events', () => {
  it('is open to everybody, as AsyncAPI', async () => {
    const { status, text, headers } = await world.raw(undefined, 'GET', '/asyncapi.json');
    expect(status).toBe(200);
    expect(headers['content-type']).toMatch(/^application\/json/);
    expect(JSON.parse(text)).toMatchObject({ asyncapi: '3.0.0', channels: { endpoint: {} } });
  });
});
