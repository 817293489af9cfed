import type { Horizon, Mask, Span } from './question.ts';

const BITS = 32;
const ALL = 0xffffffff;

/** Nothing is free. */
export const nothing = ({ cells }: Pick<Horizon, 'cells'>): Mask =>
  new Uint32Array((cells + BITS - 1) >>> 5);

/** Everything is free. */
export function everything(horizon: Pick<Horizon, 'cells'>): Mask {
  const mask = nothing(horizon);
  setBits(mask, 0, horizon.cells);
  return mask;
}

/** The bits of its first word that belong to a span, and those of its last. */
const lowEnd = (from: number): number => ALL << (from & 31);
const highEnd = (to: number): number => ALL >>> (31 - ((to - 1) & 31));

/** Sets the bits from `from` up to, and without, `to`. */
export function setBits(mask: Mask, from: number, to: number): void {
  if (from >= to) return;
  const first = from >>> 5;
  const last = (to - 1) >>> 5;
  if (first === last) {
    mask[first] = (mask[first] ?? 0) | (lowEnd(from) & highEnd(to));
    return;
  }
  mask[first] = (mask[first] ?? 0) | lowEnd(from);
  for (let word = first + 1; word < last; word++) mask[word] = ALL;
  mask[last] = (mask[last] ?? 0) | highEnd(to);
}

export function setBit(mask: Mask, bit: number): void {
  mask[bit >>> 5] = (mask[bit >>> 5] ?? 0) | (1 << (bit & 31));
}

/** Clears the bits from `from` up to, and without, `to`. */
export function clearBits(mask: Mask, from: number, to: number): void {
  if (from >= to) return;
  const first = from >>> 5;
  const last = (to - 1) >>> 5;
  if (first === last) {
    mask[first] = (mask[first] ?? 0) & ~(lowEnd(from) & highEnd(to));
    return;
  }
  mask[first] = (mask[first] ?? 0) & ~lowEnd(from);
  for (let word = first + 1; word < last; word++) mask[word] = 0;
  mask[last] = (mask[last] ?? 0) & ~highEnd(to);
}

/** Makes the cells of a span free; what lies outside the horizon is left out. */
export const free = (mask: Mask, { from, cells }: Horizon, span: Span): void =>
  setBits(mask, Math.max(0, span.from - from), Math.min(cells, span.to - from));

/** Takes the cells of a span; what lies outside the horizon is left out. */
export const take = (mask: Mask, { from, cells }: Horizon, span: Span): void =>
  clearBits(mask, Math.max(0, span.from - from), Math.min(cells, span.to - from));

/** What is free in both, left in the first. */
export function and(into: Mask, other: Mask): void {
  for (let word = 0; word < into.length; word++)
    into[word] = (into[word] ?? 0) & (other[word] ?? 0);
}

/** What is free in one of them, left in the first. */
export function or(into: Mask, other: Mask): void {
  for (let word = 0; word < into.length; word++)
    into[word] = (into[word] ?? 0) | (other[word] ?? 0);
}

/** What is free in the first and not in the other, left in the first. */
export function andNot(into: Mask, other: Mask): void {
  for (let word = 0; word < into.length; word++)
    into[word] = (into[word] ?? 0) & ~(other[word] ?? 0);
}

/** Whether the bit is set; bits before and past the mask are not. */
export const has = (mask: Mask, bit: number): boolean =>
  bit >= 0 && (((mask[bit >>> 5] ?? 0) >>> (bit & 31)) & 1) === 1;

export const isEmpty = (mask: Mask): boolean => nextSet(mask, 0) < 0;

/** The first set bit from here on, or -1. The lowest bit of a word is found by counting zeros. */
export function nextSet(mask: Mask, from: number): number {
  let word = from >>> 5;
  let bits = (mask[word] ?? 0) & (ALL << (from & 31));
  while (bits === 0) {
    word += 1;
    if (word >= mask.length) return -1;
    bits = mask[word] ?? 0;
  }
  return (word << 5) + 31 - Math.clz32(bits & -bits);
}

/** How many bits are set from `from` up to, and without, `to`. */
export function countBetween(mask: Mask, from: number, to: number): number {
  let sum = 0;
  for (let bit = nextSet(mask, Math.max(0, from)); bit >= 0 && bit < to; ) {
    sum += 1;
    bit = nextSet(mask, bit + 1);
  }
  return sum;
}

/** How many bits are set. */
export const count = (mask: Mask): number => countBetween(mask, 0, mask.length * BITS);
