import type { Digests, Hash } from '../../domain/journal-log/hash.ts';
import { type Edge, EMPTY, grow, WIDTH } from '../../domain/journal-log/tree.ts';
import { ConditionFailed, type Table } from '../table.ts';
import { type Item, type Key, putIfAbsent, putOver, type Write } from '../write.ts';
import { leafKey, leavesKey, logKey, nodeKey } from './keys.ts';
import { asList, joined } from './packed.ts';

/** A leaf that is to be added: for which entry, and by which salt its key can be found again. */
export interface NewLeaf {
  readonly of: Key;
  readonly salt: Uint8Array;
  readonly hash: Hash;
}

interface Options {
  readonly table: Pick<Table, 'get' | 'getAll' | 'transact'>;
  readonly digests: Pick<Digests, 'sha256'>;
  readonly newToken: () => string;
}

/** Each leaf brings its mark beside the entry; a transaction holds a hundred writes. */
const TOGETHER = 90;
/** Other environments may add at the same time; each of them wins once. */
const TRIES = 40;

const placeOf = ({ pk, sk }: Key): string => `${pk}\n${sk}`;

/** The log itself: one head, changed only by whoever read it, with all that follows from the change. */
export const journalLog = ({ table, digests, newToken }: Options) => {
  let known: Edge | undefined;

  const read = async (): Promise<Edge> => {
    const item = await table.get(logKey);
    return item ? { size: Number(item.version), roots: asList(item.roots) } : EMPTY;
  };

  /** What has no leaf yet. */
  const unmarked = async (leaves: readonly NewLeaf[]): Promise<NewLeaf[]> => {
    const marks = await table.getAll(
      leaves.map(({ of }) => leafKey(of)),
      ['pk', 'sk'],
    );
    const marked = new Set(marks.map((mark) => placeOf(mark as unknown as Key)));
    return leaves.filter(({ of }) => !marked.has(placeOf(leafKey(of))));
  };

  /** Adds some, all or none; `undefined` where somebody else was quicker. */
  async function add(edge: Edge, leaves: readonly NewLeaf[], at: string) {
    const next = grow(
      digests,
      edge,
      leaves.map(({ hash }) => hash),
    );
    try {
      await table.transact(writesOf(edge, next, leaves, at), newToken());
      return next.edge;
    } catch (error) {
      if (error instanceof ConditionFailed) return undefined;
      throw error;
    }
  }

  return {
    /** As it stands now. */
    edge: read,

    /**
     * Adds the leaves that are not there yet, in this order, and answers how many those were. A
     * repetition adds nothing: the mark of each leaf is written with it or not at all.
     */
    async append(leaves: readonly NewLeaf[], at: string): Promise<number> {
      let left = [...new Map(leaves.map((leaf) => [placeOf(leaf.of), leaf])).values()];
      let edge = known ?? (await read());
      let added = 0;
      for (let tries = 0; left.length > 0; ) {
        // Leaves that are kept together stay within the 256 of their partition.
        const some = left.slice(0, Math.min(TOGETHER, WIDTH - (edge.size % WIDTH)));
        known = await add(edge, some, at);
        if (known) {
          edge = known;
          added += some.length;
          left = left.slice(some.length);
          continue;
        }
        tries += 1;
        if (tries === TRIES) throw new Error('the journal log could not be made longer');
        [edge, left] = await Promise.all([read(), unmarked(left)]);
      }
      return added;
    },
  };
};
export type JournalLog = ReturnType<typeof journalLog>;

type Grown = ReturnType<typeof grow>;

/** The head over the one that was read, the leaves and nodes, and a mark beside each entry. */
function writesOf(
  { size }: Edge,
  { edge, nodes }: Grown,
  leaves: readonly NewLeaf[],
  at: string,
): Write[] {
  const head: Item & Key = {
    ...logKey,
    what: 'log',
    version: edge.size,
    roots: joined(edge.roots),
    at,
  };
  const together = {
    ...leavesKey(size),
    what: 'leaves',
    first: size,
    of: leaves.map(({ of: { pk, sk } }) => ({ pk, sk })),
    hashes: joined(leaves.map(({ hash }) => hash)),
    at,
  };
  return [
    size === 0 ? putIfAbsent('log', head) : putOver('log', head, size),
    putIfAbsent('leaves', together),
    ...nodes.map(({ height, index, hash }) =>
      putIfAbsent('node', { ...nodeKey(height, index), what: 'node', hash }),
    ),
    ...leaves.map(({ of, salt }, i) =>
      putIfAbsent('leaf', { ...leafKey(of), what: 'leaf', index: size + i, salt }),
    ),
  ];
}
