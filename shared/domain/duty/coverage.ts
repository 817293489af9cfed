import type { Shift } from './roster.ts';

/** A stretch of time in which nobody is on duty; without an end where nothing is planned any more. */
export interface Gap {
  readonly from: string;
  readonly to?: string | undefined;
}

/** Every gap from an instant on, in order; the last one, after the last shift, has no end. */
export function gapsOf(shifts: readonly Pick<Shift, 'from' | 'to'>[], since: string): Gap[] {
  const gaps: Gap[] = [];
  let covered = since;
  for (const { from, to } of shifts.toSorted((a, b) => a.from.localeCompare(b.from))) {
    if (to <= covered) continue;
    if (from > covered) gaps.push({ from: covered, to: from });
    covered = to;
  }
  return [...gaps, { from: covered }];
}

/** Those of the gaps that begin before an instant. */
export const gapsBefore = (gaps: readonly Gap[], until: string): Gap[] =>
  gaps.filter(({ from }) => from < until);

/** Whether a gap lies within another one, or is that one. */
export const isWithin = (inner: Gap, outer: Gap): boolean =>
  outer.from <= inner.from &&
  (outer.to === undefined || (inner.to !== undefined && inner.to <= outer.to));
