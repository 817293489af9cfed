import type { Digests, Hash } from '../../domain/journal-log/hash.ts';
import {
  consistencyRanges,
  inclusionRanges,
  perfectTrees,
} from '../../domain/journal-log/proof.ts';
import { type Edge, EMPTY, grow, rootOf, STEP, WIDTH } from '../../domain/journal-log/tree.ts';
import type { Table } from '../table.ts';
import type { Item, Key } from '../write.ts';
import { leavesKey, nodeKey } from './keys.ts';
import { asList } from './packed.ts';

type Tree = ReturnType<typeof perfectTrees>[number];

interface Options {
  readonly table: Pick<Table, 'startingWith'>;
  readonly digests: Pick<Digests, 'sha256'>;
}

/** An entry's place in the log. */
export interface Placed {
  readonly index: number;
  readonly of: Key;
  readonly leaf: Hash;
}

/** Proofs out of what the log keeps: leaves, and the roots of every 256, 65 536 … of them. */
export const logProofs = ({ table, digests }: Options) => {
  /** A proof needs a handful of partitions, some of them several times. */
  function reading() {
    const pages = new Map<string, Promise<Item[]>>();
    return ({ pk }: Key): Promise<Item[]> => {
      const page = pages.get(pk) ?? table.startingWith(pk, '');
      pages.set(pk, page);
      return page;
    };
  }
  type Read = ReturnType<typeof reading>;

  /** The root of one perfect tree, made of those one kept height below. */
  async function rootOfTree(read: Read, { height, index }: Tree): Promise<Hash> {
    const base = Math.floor(height / STEP) * STEP;
    const count = 2 ** (height - base);
    const first = index * count;
    const page = base === 0 ? await leaves(read, first) : await nodes(read, base, first);
    const own = page.slice(first % WIDTH, (first % WIDTH) + count);
    if (own.length < count) throw new Error(`the journal log lacks nodes at ${base}, ${first}`);
    return rootOf(digests, grow(digests, EMPTY, own).edge);
  }

  const leaves = async (read: Read, first: number): Promise<Hash[]> =>
    (await read(leavesKey(first))).flatMap(({ hashes }) => asList(hashes));
  const nodes = async (read: Read, height: number, first: number): Promise<Hash[]> =>
    (await read(nodeKey(height, first))).flatMap(({ hash }) => asList(hash));

  const rootsOf = async (ranges: ReturnType<typeof inclusionRanges>): Promise<Hash[]> => {
    const read = reading();
    return Promise.all(
      ranges.map(async (range) => {
        const roots = await Promise.all(perfectTrees(range).map((one) => rootOfTree(read, one)));
        return rootOf(digests, { roots });
      }),
    );
  };

  return {
    inclusion: (index: number, size: number) => rootsOf(inclusionRanges(index, size)),
    consistency: (from: number, to: number) => rootsOf(consistencyRanges(from, to)),

    /** The log as it was at an earlier size. */
    async edgeAt(size: number): Promise<Edge> {
      const read = reading();
      const trees = perfectTrees({ from: 0, to: size });
      return { size, roots: await Promise.all(trees.map((one) => rootOfTree(read, one))) };
    },

    /** Entries by their places, from one on, at most to the end of its 256. */
    async placed(from: number): Promise<Placed[]> {
      const items = await table.startingWith(leavesKey(from).pk, '');
      const all = items.flatMap(({ first, of, hashes }) =>
        asList(hashes).map((leaf, i) => {
          const index = Number(first) + i;
          return { index, leaf, of: (of as Key[])[i] ?? { pk: '', sk: '' } };
        }),
      );
      return all.filter(({ index }) => index >= from);
    },
  };
};
export type LogProofs = ReturnType<typeof logProofs>;
