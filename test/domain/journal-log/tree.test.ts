import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isConsistent, isIncluded } from '../../../shared/domain/journal-log/check-proof.ts';
import {
  bytesOfHex,
  type Hash,
  hex,
  leafHash,
  nodeHash,
} from '../../../shared/domain/journal-log/hash.ts';
import { consistencyRanges, inclusionRanges } from '../../../shared/domain/journal-log/proof.ts';
import { EMPTY, grow, rootCount, rootOf, WIDTH } from '../../../shared/domain/journal-log/tree.ts';
import { digests, proven, rootOfLeaves } from './log.ts';

/** The leaves and roots with which implementations of certificate transparency are compared. */
const LEAVES = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657'].concat(
  '606162636465666768696a6b6c6d6e6f',
);
const ROOTS = [
  'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
];

const vector = LEAVES.map((text) => leafHash(digests, bytesOfHex(text)));
const leavesOf = (count: number): Hash[] =>
  Array.from({ length: count }, (_, i) => leafHash(digests, Uint8Array.of(i, i >> 8)));

/** As the standard defines it: the slow way, in one line each. */
function standardRoot(leaves: readonly Hash[]): Hash {
  const [first] = leaves;
  if (!first) return digests.sha256(new Uint8Array());
  if (leaves.length === 1) return first;
  const k = 2 ** Math.floor(Math.log2(leaves.length - 1));
  return nodeHash(digests, standardRoot(leaves.slice(0, k)), standardRoot(leaves.slice(k)));
}

describe('the tree', () => {
  it.each(ROOTS.map((root, size) => [size, root] as const))(
    'has the known root with the first %i of the known leaves',
    (size, root) => {
      expect(hex(rootOfLeaves(vector.slice(0, size)))).toBe(root);
    },
  );

  it('is as the standard defines it at every size, however it grew', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 700 }), fc.integer({ min: 0, max: 700 }), (a, b) => {
        const [from, to] = [Math.min(a, b), Math.max(a, b)];
        const leaves = leavesOf(to);
        const { edge } = grow(digests, EMPTY, leaves.slice(0, from));
        const grown = grow(digests, edge, leaves.slice(from)).edge;
        expect(hex(rootOf(digests, grown))).toBe(hex(standardRoot(leaves)));
        expect(grown.roots).toHaveLength(rootCount(to));
      }),
      { numRuns: 40 },
    );
  });

  it('gives each node at a kept height once, when its last leaf comes', () => {
    const leaves = leavesOf(3 * WIDTH + 5);
    const { nodes } = grow(digests, EMPTY, leaves);
    expect(nodes.map(({ height, index }) => [height, index])).toEqual([
      [8, 0],
      [8, 1],
      [8, 2],
    ]);
    for (const { index, hash } of nodes) {
      const own = leaves.slice(index * WIDTH, (index + 1) * WIDTH);
      expect(hex(hash)).toBe(hex(standardRoot(own)));
    }
  });

  it('never takes a leaf for a node', () => {
    const [left, right] = leavesOf(2);
    if (!left || !right) throw new Error('two leaves');
    const both = new Uint8Array([...left, ...right]);
    expect(hex(leafHash(digests, both))).not.toBe(hex(nodeHash(digests, left, right)));
  });
});

describe('the known proofs', () => {
  it.each([
    [
      0,
      8,
      [
        '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7',
        '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
        '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4',
      ],
    ],
    [
      5,
      8,
      [
        'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
        'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
        'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
      ],
    ],
    [2, 3, ['fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125']],
    [
      1,
      5,
      [
        '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
        '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
        'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
      ],
    ],
  ])('leaf %i in %i', (index, size, path) => {
    expect(proven(vector, inclusionRanges(index, size)).map(hex)).toEqual(path);
  });

  it.each([
    [
      1,
      8,
      [
        '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7',
        '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
        '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4',
      ],
    ],
    [
      6,
      8,
      [
        '0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a',
        'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
        'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
      ],
    ],
    [
      2,
      5,
      [
        '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
        'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
      ],
    ],
  ])('%i to %i', (from, to, path) => {
    expect(proven(vector, consistencyRanges(from, to)).map(hex)).toEqual(path);
  });
});

describe('proofs', () => {
  const sizes = fc.integer({ min: 1, max: 300 });

  it('of inclusion hold for their leaf, place and root and for no other', () => {
    fc.assert(
      fc.property(sizes, fc.nat(), fc.nat(), (size, a, b) => {
        const [index, other] = [a % size, b % size];
        const leaves = leavesOf(size);
        const leaf = leaves[index] ?? new Uint8Array();
        const path = proven(leaves, inclusionRanges(index, size));
        const proof = { index, size, leaf, path, root: rootOfLeaves(leaves) };
        expect(isIncluded(digests, proof)).toBe(true);
        if (other !== index) expect(isIncluded(digests, { ...proof, index: other })).toBe(false);
        expect(isIncluded(digests, { ...proof, root: leafHash(digests, leaf) })).toBe(false);
        expect(isIncluded(digests, { ...proof, path: [...path, leaf] })).toBe(false);
        if (size > 1) expect(isIncluded(digests, { ...proof, path: path.slice(1) })).toBe(false);
      }),
      { numRuns: 60 },
    );
  });

  it('of consistency hold for a log that grew and for none that was rewritten', () => {
    fc.assert(
      fc.property(sizes, sizes, fc.nat(), (a, b, c) => {
        const [from, to] = [Math.min(a, b), Math.max(a, b)];
        const leaves = leavesOf(to);
        const path = proven(leaves, consistencyRanges(from, to));
        const earlier = rootOfLeaves(leaves.slice(0, from));
        const proof = { from, to, path, earlier, later: rootOfLeaves(leaves) };
        expect(isConsistent(digests, proof)).toBe(true);
        const rewritten = leaves.with(c % from, leafHash(digests, Uint8Array.of(9, 9, 9)));
        const other = {
          ...proof,
          path: proven(rewritten, consistencyRanges(from, to)),
          later: rootOfLeaves(rewritten),
        };
        expect(isConsistent(digests, other)).toBe(false);
        expect(isConsistent(digests, { ...proof, path: [...path, earlier] })).toBe(false);
      }),
      { numRuns: 60 },
    );
  });

  it('are asked for from nothing, and to the same', () => {
    const leaves = leavesOf(7);
    const [root, none] = [rootOfLeaves(leaves), rootOfLeaves([])];
    const empty = { from: 0, to: 7, path: [], earlier: none, later: root };
    expect(isConsistent(digests, empty)).toBe(true);
    expect(isConsistent(digests, { ...empty, from: 7, earlier: root })).toBe(true);
    expect(isConsistent(digests, { ...empty, from: 7, earlier: none })).toBe(false);
    expect(isConsistent(digests, { ...empty, from: 8 })).toBe(false);
    expect(isIncluded(digests, { index: 7, size: 7, leaf: root, path: [], root })).toBe(false);
  });
});
