import { andNot, free, nothing } from './mask.ts';
import type { Horizon, Mask, Span } from './question.ts';
import { grow } from './shift.ts';

/** What stands in the calendar of one civil day; quarters are counted from its midnight. */
export interface TakenDay {
  /** The cell of its midnight. */
  readonly from: number;
  /** Confirmed or closed: quarter 0 is the lowest bit of the first byte. */
  readonly bits: Uint8Array;
  /** Held until so many seconds of the epoch. */
  readonly holds: readonly { readonly from: number; readonly to: number; readonly until: number }[];
}

/** Cells kept free before and after each booking of a resource. */
export interface Buffers {
  readonly before: number;
  readonly after: number;
}

/** All that is taken: what is confirmed, what is held and not yet expired, and other busy times. */
export function taken(
  horizon: Horizon,
  days: readonly TakenDay[],
  others: readonly Span[],
  now: number,
): Mask {
  const mask = nothing(horizon);
  for (const { from, bits, holds } of days) {
    for (const quarter of quartersOf(bits))
      free(mask, horizon, { from: from + quarter, to: from + quarter + 1 });
    for (const hold of holds)
      if (hold.until > now) free(mask, horizon, { from: from + hold.from, to: from + hold.to });
  }
  for (const span of others) free(mask, horizon, span);
  return mask;
}

const quartersOf = (bits: Uint8Array): readonly number[] =>
  Array.from(bits).flatMap((byte, i) =>
    byte === 0 ? [] : OF_A_BYTE.filter((bit) => byte & (1 << bit)).map((bit) => i * 8 + bit),
  );

const OF_A_BYTE = [0, 1, 2, 3, 4, 5, 6, 7] as const;

/**
 * When it works, without what is taken; each taken time widened by the resource's own buffers, so
 * that whoever searches adds none. Between two bookings the time after the one and before the other
 * is the same pause: the longer of them is kept, not their sum. Of what lies outside the horizon
 * nothing is known: it begins and ends a buffer further out than the starts that are sought.
 */
export function freeOf(working: Mask, taken: Mask, { cells }: Horizon, buffers: Buffers): Mask {
  const pause = Math.max(buffers.before, buffers.after);
  const busy = taken.slice();
  grow(busy, cells, pause, pause);
  const left = working.slice();
  andNot(left, busy);
  return left;
}

/** When a party is present at a zone, with its arrival and departure: nobody it must not meet is. */
export function apartFrom(
  presence: Mask,
  { cells }: Horizon,
  { before, after }: Buffers,
  all: Mask,
): Mask {
  const busy = presence.slice();
  grow(busy, cells, before, after);
  const left = all.slice();
  andNot(left, busy);
  return left;
}
