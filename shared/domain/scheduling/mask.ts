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

/** Sets the bits from `from` up to, and without, `to`. */
export function setBits(mask: Mask, from: number, to: number): void {
  if (from >= to) return;
  const [first, last] = [from >>> 5, (to - 1) >>> 5];
  for (let word = first; word <= last; word++)
    mask[word] = (mask[word] ?? 0) | within(word, first, last, from, to);
}

export function setBit(mask: Mask, bit: number): void {
  mask[bit >>> 5] = (mask[bit >>> 5] ?? 0) | (1 << (bit & 31));
}

/** Clears the bits from `from` up to, and without, `to`. */
export function clearBits(mask: Mask, from: number, to: number): void {
  if (from >= to) return;
  const [first, last] = [from >>> 5, (to - 1) >>> 5];
  for (let word = first; word <= last; word++)
    mask[word] = (mask[word] ?? 0) & ~within(word, first, last, from, to);
}

/** The bits of one word that lie between the two ends. */
function within(word: number, first: number, last: number, from: number, to: number): number {
  const low = word === first ? ALL << (from & 31) : ALL;
  return word === last ? low & (ALL >>> (31 - ((to - 1) & 31))) : low;
}

/** The part of a span that lies in the horizon, as bits; nothing when it lies outside. */
const clipped = ({ from, cells }: Horizon, span: Span): [number, number] => [
  Math.max(0, span.from - from),
  Math.min(cells, span.to - from),
];

/** Makes the cells of a span free; what lies outside the horizon is left out. */
export const free = (mask: Mask, horizon: Horizon, span: Span): void =>
  setBits(mask, ...clipped(horizon, span));

/** Takes the cells of a span. */
export const take = (mask: Mask, horizon: Horizon, span: Span): void =>
  clearBits(mask, ...clipped(horizon, span));

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

/** How many bits are set. */
export function count(mask: Mask): number {
  let sum = 0;
  for (let bit = nextSet(mask, 0); bit >= 0; bit = nextSet(mask, bit + 1)) sum += 1;
  return sum;
}
