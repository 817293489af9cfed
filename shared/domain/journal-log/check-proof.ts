import { type Digests, type Hash, nodeHash, same } from './hash.ts';

type Hashing = Pick<Digests, 'sha256'>;

interface Inclusion {
  readonly index: number;
  readonly size: number;
  readonly leaf: Hash;
  readonly path: readonly Hash[];
  readonly root: Hash;
}

const half = (value: number): number => Math.floor(value / 2);
const isOdd = (value: number): boolean => value % 2 === 1;

/** Whether a leaf is in the log with this root (RFC 9162, section 2.1.3.2). */
export function isIncluded(
  hashing: Hashing,
  { index, size, leaf, path, root }: Inclusion,
): boolean {
  if (index < 0 || index >= size) return false;
  let [node, last, hash] = [index, size - 1, leaf];
  for (const step of path) {
    if (last === 0) return false;
    if (isOdd(node) || node === last) {
      hash = nodeHash(hashing, step, hash);
      while (!isOdd(node) && node !== 0) [node, last] = [half(node), half(last)];
    } else {
      hash = nodeHash(hashing, hash, step);
    }
    [node, last] = [half(node), half(last)];
  }
  return last === 0 && same(hash, root);
}

interface Consistency {
  readonly from: number;
  readonly to: number;
  readonly path: readonly Hash[];
  readonly earlier: Hash;
  readonly later: Hash;
}

/** Whether the later log begins with the whole of the earlier one (RFC 9162, section 2.1.4.2). */
export function isConsistent(hashing: Hashing, asked: Consistency): boolean {
  const { from, to, path, earlier, later } = asked;
  if (from > to || from < 0) return false;
  if (from === to) return path.length === 0 && same(earlier, later);
  // Every log begins with the empty one.
  if (from === 0) return path.length === 0;
  const whole = Number.isInteger(Math.log2(from)) ? [earlier, ...path] : path;
  const [seed, ...steps] = whole;
  if (!seed) return false;
  let [node, last] = [from - 1, to - 1];
  while (isOdd(node)) [node, last] = [half(node), half(last)];
  let [old, fresh] = [seed, seed];
  for (const step of steps) {
    if (last === 0) return false;
    if (isOdd(node) || node === last) {
      old = nodeHash(hashing, step, old);
      fresh = nodeHash(hashing, step, fresh);
      while (!isOdd(node) && node !== 0) [node, last] = [half(node), half(last)];
    } else {
      fresh = nodeHash(hashing, fresh, step);
    }
    [node, last] = [half(node), half(last)];
  }
  return last === 0 && same(old, earlier) && same(fresh, later);
}
