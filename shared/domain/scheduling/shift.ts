import { clearBits } from './mask.ts';
import type { Mask } from './question.ts';

/** The word of a mask that is moved so that bit i takes the place of bit i - by. */
const wordFrom = (mask: Mask, word: number, far: number, by: number): number => {
  const low = mask[word + far] ?? 0;
  return by === 0 ? low : (low >>> by) | ((mask[word + far + 1] ?? 0) << (32 - by));
};

/**
 * Leaves bit i set only where bit i + `by` of the other mask is set too; `by` may be negative. What
 * lies outside the mask counts as not set. Both may be the same mask when `by` is not negative.
 */
export function andShifted(into: Mask, other: Mask, by: number): void {
  const [far, rest] = [by >> 5, by & 31];
  for (let word = 0; word < into.length; word++)
    into[word] = (into[word] ?? 0) & wordFrom(other, word, far, rest);
}

/** As `andShifted`, but sets bit i where bit i + `by` of the other mask is set. */
export function orShifted(into: Mask, other: Mask, by: number): void {
  const [far, rest] = [by >> 5, by & 31];
  for (let word = 0; word < into.length; word++)
    into[word] = (into[word] ?? 0) | wordFrom(other, word, far, rest);
}

/**
 * Leaves a bit set only where it and the following ones, `cells` together, were set: the starts at
 * which somebody is free for the whole length. By doubling: 1, 2, 4 … and the rest.
 */
export function erode(mask: Mask, cells: number): void {
  let length = 1;
  while (length * 2 <= cells) {
    andShifted(mask, mask, length);
    length *= 2;
  }
  if (cells > length) andShifted(mask, mask, cells - length);
}

/** Widens every run of set bits by so many before and after; `cells` is where the mask ends. */
export function grow(mask: Mask, cells: number, before: number, after: number): void {
  for (const by of steps(before)) orShifted(mask, mask.slice(), by);
  for (const by of steps(after)) orShifted(mask, mask.slice(), -by);
  clearBits(mask, cells, mask.length * 32);
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
