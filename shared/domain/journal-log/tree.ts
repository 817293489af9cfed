import { type Digests, type Hash, nodeHash } from './hash.ts';

type Hashing = Pick<Digests, 'sha256'>;

/**
 * All that has to be known of a log to make it longer: the roots of the perfect trees it consists
 * of, the largest first. A log of 13 leaves consists of trees of 8, 4 and 1.
 */
export interface Edge {
  readonly size: number;
  readonly roots: readonly Hash[];
}

/** The root of one perfect tree: that of the leaves from index·2^height on. */
export interface Node {
  readonly height: number;
  readonly index: number;
  readonly hash: Hash;
}

export const EMPTY: Edge = { size: 0, roots: [] };

/**
 * Heights whose nodes are kept for proofs: between two of them there are 256 nodes, so that any
 * other is made of one reading.
 */
export const STEP = 8;
export const WIDTH = 2 ** STEP;

/** The log with more leaves, and the nodes at kept heights that they completed. */
export function grow(hashing: Hashing, { size, roots }: Edge, leaves: readonly Hash[]) {
  const stack = [...roots];
  const nodes: Node[] = [];
  let count = size;
  for (const leaf of leaves) {
    let hash = leaf;
    let height = 0;
    // As often as a tree stands to the left that is as large.
    for (let index = count; index % 2 === 1; index = (index - 1) / 2) {
      const left = stack.pop();
      if (!left) throw new Error(`an edge of ${size} leaves lacks a root`);
      hash = nodeHash(hashing, left, hash);
      height += 1;
      if (height % STEP === 0) nodes.push({ height, index: (index - 1) / 2, hash });
    }
    stack.push(hash);
    count += 1;
  }
  const edge: Edge = { size: count, roots: stack };
  return { edge, nodes };
}

/** How many perfect trees a log of this size consists of. */
export function rootCount(size: number): number {
  let count = 0;
  for (let rest = size; rest > 0; rest = Math.floor(rest / 2)) count += rest % 2;
  return count;
}

/** The root of the whole log (RFC 9162, section 2.1.1). */
export function rootOf(hashing: Hashing, { roots }: Pick<Edge, 'roots'>): Hash {
  const [smallest, ...larger] = roots.toReversed();
  if (!smallest) return hashing.sha256(new Uint8Array());
  return larger.reduce((right, left) => nodeHash(hashing, left, right), smallest);
}
