import { everything } from './mask.ts';
import type { Candidate, Horizon, Mask, Role, Window } from './question.ts';

/** A window is looked at in stretches of at most so many cells: two words hold all they touch. */
const STRETCH = 32;

/** The windows of a role, with the road before the first and after the last of whoever has one. */
export function windowsOf(
  { windows }: Pick<Role, 'windows'>,
  { travel }: Pick<Candidate, 'travel'>,
): readonly Window[] {
  if (!travel) return windows;
  const last = windows.length - 1;
  return windows.map(({ offset, cells }, i) => {
    const before = i === 0 ? travel.before : 0;
    const after = i === last ? travel.after : 0;
    return { offset: offset - before, cells: before + cells + after };
  });
}

/**
 * Takes out of `starts` all at which the mask is not free in all windows from end to end. It is
 * eroded per mask, before any masks are joined: otherwise somebody could stand in midway.
 */
export function keepStarts(starts: Mask, free: Mask, windows: readonly Window[]): void {
  for (const { offset, cells } of windows)
    for (let done = 0; done < cells; done += STRETCH)
      keepStretch(starts, free, offset + done, Math.min(STRETCH, cells - done));
}

/**
 * A bit stays when the bits at its `offset` and the following, `cells` together, are free: each
 * word with the one after it is shifted onto itself by 1, 2, 4 … and the rest. Outside the mask
 * nothing is free.
 */
function keepStretch(starts: Mask, free: Mask, offset: number, cells: number): void {
  const [far, by] = [offset >> 5, offset & 31];
  let next = shifted(free, far, by);
  for (let word = 0; word < starts.length; word++) {
    let low = next;
    next = shifted(free, word + far + 1, by);
    const open = (starts[word] ?? 0) | 0;
    if ((open & low) === 0) {
      starts[word] = 0;
      continue;
    }
    let high = next;
    let length = 1;
    for (; length * 2 <= cells; length *= 2) {
      low &= (low >>> length) | (high << (32 - length));
      high &= high >>> length;
    }
    const rest = cells - length;
    if (rest > 0) low &= (low >>> rest) | (high << (32 - rest));
    starts[word] = open & low;
  }
}

/** The 32 bits that begin so many bits into a word, as a signed integer: that keeps it one. */
function shifted(mask: Mask, word: number, by: number): number {
  const low = word >= 0 && word < mask.length ? (mask[word] ?? 0) | 0 : 0;
  if (by === 0) return low;
  const high = word + 1 >= 0 && word + 1 < mask.length ? (mask[word + 1] ?? 0) | 0 : 0;
  return (low >>> by) | (high << (32 - by));
}

/** The starts at which the mask is free in all windows. */
export function startsOf(horizon: Horizon, free: Mask, windows: readonly Window[]): Mask {
  const starts = everything(horizon);
  keepStarts(starts, free, windows);
  return starts;
}
