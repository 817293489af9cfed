import { clearBits } from './mask.ts';
import type { Mask } from './question.ts';

/** Widens every run of set bits by so many before and after; `cells` is where the mask ends. */
export function grow(mask: Mask, cells: number, before: number, after: number): void {
  for (const by of steps(before)) orShifted(mask, mask.slice(), by);
  for (const by of steps(after)) orShifted(mask, mask.slice(), -by);
  clearBits(mask, cells, mask.length * 32);
}

/** Sets bit i where bit i + `by` of the other mask is set; `by` may be negative. */
function orShifted(into: Mask, other: Mask, by: number): void {
  const [far, rest] = [by >> 5, by & 31];
  for (let word = 0; word < into.length; word++) {
    const low = other[word + far] ?? 0;
    const high = rest === 0 ? 0 : (other[word + far + 1] ?? 0) << (32 - rest);
    into[word] = (into[word] ?? 0) | (low >>> rest) | high;
  }
}

/** Steps that double what is covered and add up to `most`: 1, 2, 4 … and the rest. */
function steps(most: number): number[] {
  const made: number[] = [];
  for (let covered = 0; covered < most; ) {
    const step = Math.min(covered + 1, most - covered);
    made.push(step);
    covered += step;
  }
  return made;
}
