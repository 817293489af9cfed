import { randomBytes, randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { isConsistent, isIncluded } from '../../shared/domain/journal-log/check-proof.ts';
import { entryKey, leafOf } from '../../shared/domain/journal-log/entry.ts';
import { hex } from '../../shared/domain/journal-log/hash.ts';
import { type Edge, rootOf } from '../../shared/domain/journal-log/tree.ts';
import { digests } from '../../shared/platform/journal-digests.ts';
import { sealEntries } from '../../shared/platform/sealing-journal.ts';
import { entryOf } from '../../shared/store/journal-log/entry.ts';
import { leafKey } from '../../shared/store/journal-log/keys.ts';
import { journalLog } from '../../shared/store/journal-log/log.ts';
import { logProofs } from '../../shared/store/journal-log/nodes.ts';
import { logPlaces } from '../../shared/store/journal-log/places.ts';
import { unsealed } from '../../shared/store/journal-log/unsealed.ts';
import type { Table } from '../../shared/store/table.ts';
import type { Item, Key } from '../../shared/store/write.ts';
import { memoryTable } from '../deliveries/memory-table.ts';

const SECRET = new Uint8Array(32).fill(5);
const AT = '2026-11-24T09:00:00.000Z';

const entry = (i: number): Item & Key => ({
  pk: `CASE#cas_${i % 40}`,
  sk: `${['EVENT', 'ACCESS', 'SERVED'][i % 3]}#${String(i).padStart(6, '0')}`,
  at: '2026-11-24T08:00:00.000Z',
  n: i,
  box: Uint8Array.of(i % 256, 1),
});
const entries = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, i) => entry(from + i));

/** A log over a table that may fail, with all that reads it. */
function opened(over: (table: Table) => Table = (table) => table) {
  const memory = memoryTable();
  const table = over(memory.table);
  const sealer = () =>
    sealEntries({
      log: journalLog({ table, digests, newToken: randomUUID }),
      secret: async () => SECRET,
      bytes: randomBytes,
      now: () => AT,
    });
  const proofs = logProofs({ table: memory.table, digests });
  const log = journalLog({ table: memory.table, digests, newToken: randomUUID });
  const keep = (items: readonly (Item & Key)[]) => {
    for (const item of items) memory.put(item);
    return items;
  };
  const places = logPlaces(memory.table, proofs);
  return { memory, keep, sealer, log, proofs, places, unsealed: unsealed(memory.table) };
}
type Opened = ReturnType<typeof opened>;

/** Every entry stands in the log just once, and its leaf opens with its own key. */
async function expectWhole({ log, places }: Opened, size: number) {
  expect((await log.edge()).size).toBe(size);
  const seen = new Set<string>();
  for (let at = 0; at < size; ) {
    const found = await places.entries(at, size);
    for (const [i, { index, of, leaf, salt, entry: kept }] of found.entries()) {
      expect(index).toBe(at + i);
      if (!kept || !salt) throw new Error(`entry ${index} is gone`);
      expect(hex(leafOf(digests, entryKey(digests, SECRET, salt), kept))).toBe(hex(leaf));
      seen.add(`${of.pk} ${of.sk}`);
    }
    at += found.length;
  }
  expect(seen.size).toBe(size);
}

const rootAt = (edge: Edge) => rootOf(digests, edge);

describe('the log of a hub', () => {
  it('takes each entry once, however often and in whatever company it comes', async () => {
    const hub = opened();
    const all = hub.keep(entries(0, 300));
    const seal = hub.sealer();
    expect(await seal(all.slice(0, 1))).toBe(1);
    expect(await seal(all.slice(0, 200))).toBe(199);
    expect(await hub.sealer()([...all.slice(150), ...all.slice(140, 160)])).toBe(100);
    expect(await seal(all)).toBe(0);
    expect(await seal([])).toBe(0);
    await expectWhole(hub, 300);
  });

  it('is the same for two environments at once: none twice, none lost', async () => {
    const hub = opened();
    const all = hub.keep(entries(0, 400));
    const sealers = [hub.sealer(), hub.sealer(), hub.sealer()];
    const parts = [all.slice(0, 250), all.slice(100, 350), all.slice(200, 400)];
    const added = await Promise.all(sealers.map((seal, i) => seal(parts[i] ?? [])));
    expect(added.reduce((sum, one) => sum + one, 0)).toBe(400);
    await expectWhole(hub, 400);
  });

  it('survives a worker that dies before or after any of its writes', async () => {
    let calls = 0;
    const dying = (table: Table): Table => ({
      ...table,
      async transact(writes, token) {
        calls += 1;
        if (calls % 3 === 1) throw new Error('died before the write');
        await table.transact(writes, token);
        if (calls % 3 === 2) throw new Error('died after the write');
      },
    });
    const hub = opened(dying);
    const all = hub.keep(entries(0, 330));
    let seal = hub.sealer();
    let deaths = 0;
    for (let from = 0; from < all.length; ) {
      const died = await seal(all.slice(from, from + 50)).then(
        () => false,
        () => true,
      );
      if (died) {
        // The stream delivers the batch again, to a fresh environment.
        deaths += 1;
        seal = hub.sealer();
      } else from += 50;
    }
    expect(deaths).toBeGreaterThan(3);
    await expectWhole(hub, 330);
  });

  it('puts no more than a hundred writes into a transaction, and no partition gets more than 256', async () => {
    const hub = opened();
    await hub.sealer()(hub.keep(entries(0, 700)));
    const partitions = Map.groupBy(hub.memory.rows('LOG#journal#LEAVES#'), ({ pk }) => pk);
    const counts = [...partitions.values()].map((rows) =>
      rows.reduce((sum, { of }) => sum + (of as Key[]).length, 0),
    );
    expect(counts).toEqual([256, 256, 188]);
  });

  it('proves each entry and each growth out of what it keeps', async () => {
    const hub = opened();
    const sizes = [1, 3, 90, 256, 257, 511, 512, 600];
    const edges: Edge[] = [];
    for (const [i, size] of sizes.entries()) {
      await hub.sealer()(hub.keep(entries(sizes[i - 1] ?? 0, size)));
      edges.push(await hub.log.edge());
    }
    const last = edges.at(-1) ?? { size: 0, roots: [] };
    for (const [i, { size }] of edges.entries()) {
      const later = edges[i + 1] ?? last;
      const path = await hub.proofs.consistency(size, later.size);
      const roots = { earlier: rootAt(edges[i] ?? last), later: rootAt(later) };
      expect(isConsistent(digests, { from: size, to: later.size, path, ...roots })).toBe(true);
      expect((await hub.proofs.edgeAt(size)).roots.map(hex)).toEqual(
        (edges[i]?.roots ?? []).map(hex),
      );
    }
    for (const index of [0, 1, 255, 256, 300, 511, 599]) {
      const [placed] = await hub.proofs.placed(index);
      if (!placed) throw new Error(`no leaf at ${index}`);
      const path = await hub.proofs.inclusion(index, last.size);
      const proof = { index, size: last.size, leaf: placed.leaf, path, root: rootAt(last) };
      expect(isIncluded(digests, proof)).toBe(true);
    }
  });

  it('needs no salt to be whole: an entry whose salt is gone tells nobody any more what it said', async () => {
    const hub = opened();
    const [first] = hub.keep(entries(0, 5));
    await hub.sealer()(entries(0, 5));
    if (!first) throw new Error('an entry');
    const { salt: _, ...mark } = (hub.memory.read(leafKey(first)) ?? {}) as Item;
    hub.memory.put(mark as Item & Key);
    const [found] = await hub.places.entries(0, 5);
    expect(found?.salt).toBeUndefined();
    expect((await hub.proofs.edgeAt(5)).roots.map(hex)).toEqual(
      (await hub.log.edge()).roots.map(hex),
    );
  });
});

describe('the look over the whole journal', () => {
  it('finds what is old enough and has no leaf, and nothing else', async () => {
    const hub = opened();
    await hub.sealer()(hub.keep(entries(0, 30)));
    hub.keep(entries(30, 36));
    hub.keep([{ ...entry(36), at: '2026-11-24T08:59:00.000Z' }]);
    hub.keep([{ pk: 'CASE#cas_1', sk: 'STATE', at: AT }]);
    const { found, next } = await hub.unsealed.page(undefined, '2026-11-24T08:45:00.000Z');
    expect(found.map(({ n }) => n).toSorted()).toEqual([30, 31, 32, 33, 34, 35]);
    expect(next).toBeUndefined();
    expect(await hub.sealer()(found)).toBe(6);
    const again = await hub.unsealed.page(undefined, '2026-11-24T08:45:00.000Z');
    expect(again.found).toEqual([]);
  });

  it('remembers how far it came', async () => {
    const { unsealed: looking } = opened();
    expect(await looking.sweep()).toBeUndefined();
    const from = { pk: 'CASE#cas_1', sk: 'EVENT#000001' };
    await looking.keep({ day: '2026-11-24', from, done: false });
    expect(await looking.sweep()).toEqual({ day: '2026-11-24', from, done: false });
    await looking.keep({ day: '2026-11-24', done: true });
    expect(await looking.sweep()).toEqual({ day: '2026-11-24', from: undefined, done: true });
  });
});

describe('an entry', () => {
  it('says everything of its item, also what is sealed in it', () => {
    const item = { pk: 'a', list: [{ box: Uint8Array.of(1, 255) }], gone: undefined };
    expect(entryOf(item)).toEqual({ pk: 'a', list: [{ box: { bytes: '01ff' } }] });
  });
});
