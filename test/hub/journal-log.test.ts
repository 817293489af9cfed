import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkLines } from '../../infra/operate/check-lines.ts';
import { pagesOf } from '../../infra/operate/journal-pages.ts';
import { readFeed } from '../../shared/contract/feed.ts';
import {
  exportJournal,
  getHead,
  listHeads,
  proveConsistency,
  proveInclusion,
  signHead,
} from '../../shared/contract/journal.ts';
import { isConsistent, isIncluded } from '../../shared/domain/journal-log/check-proof.ts';
import { bytesOfHex } from '../../shared/domain/journal-log/hash.ts';
import { headIdOf, signedBytes } from '../../shared/domain/journal-log/head.ts';
import { findingInWords } from '../../shared/domain/journal-log/verdict.ts';
import { digests } from '../../shared/platform/journal-digests.ts';
import { LEAF } from '../../shared/store/journal-log/keys.ts';
import type { Row } from './raw-table.ts';
import { accept, routed } from './steps.ts';
import { violence } from './submissions.ts';
import { refusal, settle, startWorld, type World } from './world.ts';

const NATIONAL = 'oversight-national';
const LEAD = 'agency-imereti';
const SCHOOL = 'school-zestaponi';
const WITNESS = 'prosecutor-imereti';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world?.stop());

const isEntry = ({ sk }: Row): boolean => /^(?:EVENT|ACCESS|SERVED)#/.test(sk);
const nameOf = ({ pk, sk }: Row): string => `${pk} ${sk}`;

/** What of the journal has a leaf, and what has none. */
async function sealing() {
  const rows = await world.table.rows();
  const entries = rows.filter(isEntry).map(nameOf);
  const leaves = rows.filter(({ sk }) => sk.startsWith(LEAF));
  const sealed = new Set(leaves.map(({ pk, sk }) => `${pk} ${sk.slice(LEAF.length)}`));
  return {
    entries: new Set(entries),
    sealed,
    missing: entries.filter((one) => !sealed.has(one)),
    places: leaves.map(({ index }) => Number(index)).toSorted((a, b) => a - b),
    size: Number(rows.find(({ pk, sk }) => pk === 'LOG#journal' && sk === 'HEAD')?.version ?? 0),
  };
}

/** Every entry has one leaf, and the places are numbered without a gap. */
async function expectSealed() {
  await world.hub.idle();
  const { missing, entries, sealed, places, size } = await sealing();
  expect(missing).toEqual([]);
  expect(sealed.size).toBe(entries.size);
  expect(places).toEqual(Array.from({ length: size }, (_, i) => i));
  return size;
}

const sign = async () => (await world.as(NATIONAL)(signHead)).body;

async function exported(from = 0): Promise<string[]> {
  const lines: string[] = [];
  for await (const page of pagesOf(world.as(NATIONAL), { from })) lines.push(...page);
  return lines;
}

async function* asFile(lines: readonly string[]) {
  yield Buffer.from(lines.map((line) => `${line}\n`).join(''));
}
const verdictOf = (lines: readonly string[]) => checkLines(asFile(lines));

describe('the journal of a hub', () => {
  it('has a leaf for each event and each access, soon after', async () => {
    const { id, task } = await routed(world, violence());
    await accept(world, LEAD, task('assess-safety'));
    expect(id).toMatch(/^ref_/);
    expect(await expectSealed()).toBeGreaterThan(10);
  });

  it('is signed on demand, with a signature anybody can check, once for each size', async () => {
    await world.hub.idle();
    const head = await sign();
    const { id, size, root, at, key, signature, publicKey } = head;
    const signed = { size, root, at, key };
    expect(headIdOf(digests, signed)).toBe(id);
    const given = [publicKey, signature].map(bytesOfHex);
    const [known = new Uint8Array(), by = new Uint8Array()] = given;
    expect(digests.verify(known, signedBytes(signed), by)).toBe(true);
    expect((await world.as(SCHOOL)(getHead, { path: { headId: id } })).body).toEqual(head);
    const call = world.as(NATIONAL);
    const first = await call(signHead, { idempotencyKey: 'signed-twice' });
    // The log grows meanwhile, and another head is signed.
    await world.as(SCHOOL)(readFeed);
    await world.hub.idle();
    expect((await sign()).size).toBeGreaterThan(first.body.size);
    const again = await call(signHead, { idempotencyKey: 'signed-twice' });
    expect(again.body).toEqual(first.body);
  });

  it('is exported and found sound without the hub; a changed line is named', async () => {
    await world.hub.idle();
    await sign();
    const lines = await exported();
    const sound = await verdictOf(lines);
    expect(sound).toMatchObject({ from: 0, heads: expect.any(Number) });
    const place = lines.findIndex((line) => line.includes('"type":"referral.submitted"'));
    const changed = lines.with(
      place,
      lines[place]?.replace('referral.submitted', 'referral.withdrawn') ?? '',
    );
    const finding = await verdictOf(changed);
    expect(finding).toMatchObject({ wrong: 'entry-changed', line: place + 1 });
    if (!('wrong' in finding)) throw new Error('found nothing');
    expect(findingInWords(finding).en).toMatch(/^Entry \d+ was changed\./);
    expect(await verdictOf(lines.toSpliced(place, 1))).toMatchObject({ wrong: 'entry-missing' });
    expect(await verdictOf(lines.slice(0, -1))).toMatchObject({ wrong: 'entry-missing' });
  });

  it('is exported from an earlier head on, and joins it', async () => {
    const earlier = await sign();
    await world.as(SCHOOL)(readFeed);
    await world.hub.idle();
    const later = await sign();
    const lines = await exported(earlier.size);
    expect(await verdictOf(lines)).toMatchObject({ from: earlier.size, size: later.size });
  });

  it('that was changed in the table itself is found by its export', async () => {
    await world.hub.idle();
    await sign();
    const rows = await world.table.rows();
    const victim = rows.find(({ type }) => type === 'referral.submitted');
    if (!victim) throw new Error('no event');
    await world.table.put({ ...victim, at: '2020-01-01T00:00:00.000Z' });
    expect(await verdictOf(await exported())).toMatchObject({ wrong: 'entry-changed' });
    await world.table.remove(victim);
    expect(await verdictOf(await exported())).toMatchObject({ wrong: 'entry-gone' });
    await world.table.put(victim);
    expect(await verdictOf(await exported())).toMatchObject({ from: 0 });
  });

  it('holds nothing of what is told: neither its leaves nor its export', async () => {
    const kept = (await world.table.rows()).filter(
      ({ pk, sk }) => pk.startsWith('LOG#') || sk.startsWith(LEAF),
    );
    const written = JSON.stringify([kept, await exported()]);
    for (const told of ['სილურჯე', '555 12 34 56', 'თამარ']) expect(written).not.toContain(told);
  });
});

describe('a witness', () => {
  it('hears of each day’s head in its feed, finds it in the locked folder, and proves the growth', async () => {
    await world.hub.idle();
    const before = (await world.as(WITNESS)(listHeads)).body.items;
    await world.advance('P1D');
    await settle(world);
    await world.advance('PT20M');
    await settle(world);
    const heads = (await world.as(WITNESS)(listHeads)).body.items;
    expect(heads.length).toBeGreaterThan(before.length);
    const [newest] = heads;
    const oldest = heads.at(-1);
    if (!newest || !oldest) throw new Error('no heads');
    const { items } = (await world.as(WITNESS)(readFeed, { query: { after: 0, limit: 100 } })).body;
    const told = items.filter(({ type }) => type === 'journal.sealed');
    expect(told.map(({ subject }) => subject.id)).toEqual(
      expect.arrayContaining([newest.id, oldest.id]),
    );
    expect(told[0]?.links.subject).toBe(`/v1/journal/heads/${told[0]?.subject.id}`);
    const query = { from: oldest.size, to: newest.size };
    const { path } = (await world.as(WITNESS)(proveConsistency, { query })).body;
    const roots = { earlier: bytesOfHex(oldest.root), later: bytesOfHex(newest.root) };
    const proof = { ...query, path: path.map(bytesOfHex), ...roots };
    expect(isConsistent(digests, proof)).toBe(true);
    const files = readdirSync(join(world.hub.dataDir, 'buckets'), { recursive: true });
    const file = files.map(String).find((name) => name.includes(`${newest.size}.json`)) ?? '';
    const published = JSON.parse(readFileSync(join(world.hub.dataDir, 'buckets', file), 'utf8'));
    const { links: _, ...head } = newest;
    expect(published).toEqual(head);
  });

  it('proves that an event of its own feed was sealed, and learns no more of it', async () => {
    const { items } = (await world.as(LEAD)(readFeed, { query: { after: 0, limit: 1 } })).body;
    const sequence = items[0]?.sequence ?? 0;
    await world.hub.idle();
    const head = await sign();
    const { body } = await world.as(LEAD)(proveInclusion, {
      query: { sequence, size: head.size },
    });
    expect(body.event).toBe(items[0]?.id);
    const path = body.path.map(bytesOfHex);
    const proof = { ...body, path, leaf: bytesOfHex(body.leaf), root: bytesOfHex(head.root) };
    expect(isIncluded(digests, proof)).toBe(true);
    expect(Object.keys(body).toSorted()).toEqual(['event', 'index', 'leaf', 'path', 'size']);
  });

  it('asks for what is not there in vain', async () => {
    const call = world.as(LEAD);
    const ahead = call(proveConsistency, { query: { from: 1, to: 10_000_000 } });
    expect(await refusal(ahead)).toMatchObject({ code: 'query-invalid' });
    const backwards = call(proveConsistency, { query: { from: 5, to: 2 } });
    expect(await refusal(backwards)).toMatchObject({ code: 'query-invalid' });
    const none = call(proveInclusion, { query: { sequence: 99_999 } });
    expect(await refusal(none)).toMatchObject({ status: 404 });
    const headId = `jhd_${'0'.repeat(56)}` as const;
    const unknown = call(getHead, { path: { headId: headId as never } });
    expect(await refusal(unknown)).toMatchObject({ status: 404 });
  });

  it('that is not the oversight body neither signs nor exports', async () => {
    for (const other of [LEAD, SCHOOL, WITNESS]) {
      expect(await refusal(world.as(other)(signHead))).toMatchObject({ status: 404 });
      expect(await refusal(world.as(other)(exportJournal))).toMatchObject({ status: 404 });
    }
  });
});

describe('a sealing worker that dies', () => {
  it('in the middle of its work loses nothing and seals nothing twice', async () => {
    for (let i = 0; i < 6; i += 1) {
      const sent = Promise.all([routed(world, violence()), world.as(SCHOOL)(readFeed)]);
      await world.hub.killEnvironments('seal-journal');
      await sent;
      await world.hub.killEnvironments('seal-journal');
    }
    await expectSealed();
  });

  it('whose batch is lost to the stream is made good by the look over the table', async () => {
    const back = world.hub.disturb('seal-journal', () => []);
    await routed(world, violence());
    await world.hub.idle();
    back();
    expect((await sealing()).missing.length).toBeGreaterThan(3);
    await world.advance('P1D');
    await settle(world);
    await world.advance('PT20M');
    await settle(world);
    await expectSealed();
    await sign();
    expect(await verdictOf(await exported())).toMatchObject({ from: 0 });
  });

  it('under failures of the store seals each entry once', async () => {
    const { faults } = world.hub.stores;
    const struck = faults.struck();
    for (const failure of ['conflict', 'throttle', 'drop-before', 'drop-after'] as const) {
      faults.add({
        when: ({ functionName }) => functionName.includes('JournalSeal'),
        do: failure,
        probability: 0.15,
      });
    }
    await Promise.all([routed(world, violence()), routed(world, violence())]);
    await routed(world, violence());
    expect(faults.struck()).toBeGreaterThan(struck);
    faults.clear();
    await expectSealed();
  });
});
