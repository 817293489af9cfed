import { nothing } from './mask.ts';
import type { Candidate, Horizon, Mask, Role, Window } from './question.ts';
import { andShifted, erode, orShifted } from './shift.ts';

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
 * Leaves in `into` the starts at which the mask is free in all windows from end to end. Eroded per
 * mask, before any masks are joined: otherwise one person could stand in for another midway.
 */
export function startsInto(
  into: Mask,
  scratch: Mask,
  free: Mask,
  windows: readonly Window[],
): void {
  for (let i = 0; i < windows.length; i++) {
    const { offset, cells } = windows[i] ?? NO_WINDOW;
    scratch.set(free);
    erode(scratch, cells);
    if (i > 0) andShifted(into, scratch, offset);
    else {
      into.fill(0);
      orShifted(into, scratch, offset);
    }
  }
}

const NO_WINDOW: Window = { offset: 0, cells: 1 };

/** The same as a new mask. */
export function startsOf(horizon: Horizon, free: Mask, windows: readonly Window[]): Mask {
  const starts = nothing(horizon);
  startsInto(starts, nothing(horizon), free, windows);
  return starts;
}
