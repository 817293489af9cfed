import type { Node } from './tree.ts';

/** Leaves from one position up to, and without, another. */
interface Range {
  readonly from: number;
  readonly to: number;
}

/** The largest power of two below a size of two or more. */
function split(size: number): number {
  let half = 1;
  while (half * 2 < size) half *= 2;
  return half;
}

/** Whose roots prove that a leaf is in a log of this size (RFC 9162, section 2.1.3.1), nearest first. */
export function inclusionRanges(index: number, size: number): Range[] {
  const path = (from: number, to: number): Range[] => {
    if (to - from === 1) return [];
    const middle = from + split(to - from);
    return index < middle
      ? [...path(from, middle), { from: middle, to }]
      : [...path(middle, to), { from, to: middle }];
  };
  return path(0, size);
}

/** Whose roots prove that a log only grew from one size to another (RFC 9162, section 2.1.4.1). */
export function consistencyRanges(earlier: number, later: number): Range[] {
  if (earlier === 0 || earlier === later) return [];
  const path = (from: number, to: number, whole: boolean): Range[] => {
    if (earlier === to) return whole ? [] : [{ from, to }];
    const middle = from + split(to - from);
    return earlier <= middle
      ? [...path(from, middle, whole), { from: middle, to }]
      : [...path(middle, to, false), { from, to: middle }];
  };
  return path(0, later, true);
}

/** The perfect trees such a range consists of, the largest first: as in the edge of a log. */
export function perfectTrees({ from, to }: Range): Pick<Node, 'height' | 'index'>[] {
  const trees: Pick<Node, 'height' | 'index'>[] = [];
  let at = from;
  while (at < to) {
    let height = 0;
    while (at + 2 ** (height + 1) <= to && at % 2 ** (height + 1) === 0) height += 1;
    trees.push({ height, index: at / 2 ** height });
    at += 2 ** height;
  }
  return trees;
}
