import { createHmac, hash } from 'node:crypto';
import type { Digests, Hash } from '../../../shared/domain/journal-log/hash.ts';
import { perfectTrees } from '../../../shared/domain/journal-log/proof.ts';
import { EMPTY, grow, rootOf } from '../../../shared/domain/journal-log/tree.ts';

export const digests: Digests = {
  sha256: (bytes) => hash('sha256', bytes, 'buffer'),
  hmac: (key, bytes) => createHmac('sha256', key).update(bytes).digest(),
};

/** The root of a part of the leaves, by the tree itself. */
export const rootOfLeaves = (leaves: readonly Hash[]): Hash =>
  rootOf(digests, grow(digests, EMPTY, leaves).edge);

/** What a store answers for one range: the root of the perfect trees in it. */
export const proven = (leaves: readonly Hash[], ranges: readonly { from: number; to: number }[]) =>
  ranges.map((range) => {
    const roots = perfectTrees(range).map(({ height, index }) => {
      const from = index * 2 ** height;
      return rootOfLeaves(leaves.slice(from, from + 2 ** height));
    });
    return rootOf(digests, { roots });
  });
