import { instantOf } from '../words/moments.ts';

const QUARTER_MS = 900_000;
const DAY_MS = 86_400_000;
const QUARTERS_AN_HOUR = 4;
/** A day is shown at least from and to these hours, so that an empty one looks like a day. */
const USUAL = { from: 9, to: 18 };

interface Span {
  readonly from: string;
  readonly to: string;
}

/** Whether an address, or what is being typed, names a day of this century. */
export const isDay = (said: string | null): said is string =>
  said !== null && /^20\d{2}-\d{2}-\d{2}$/.test(said) && !Number.isNaN(Date.parse(said));

/** `2026-11-23` for one day after `2026-11-22`. */
export const dayFrom = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);

/** Quarters from midnight in Georgia; what reaches past the day ends with it. */
export const quarterOf = (instant: string, day: string): number =>
  Math.min(
    24 * QUARTERS_AN_HOUR,
    Math.max(0, (Date.parse(instant) - Date.parse(instantOf(`${day}T00:00`))) / QUARTER_MS),
  );

/** Whole hours in which everything lies that is taken. */
export function hoursOf(taken: readonly Span[], day: string): { from: number; to: number } {
  const from = taken.map((one) => Math.floor(quarterOf(one.from, day) / QUARTERS_AN_HOUR));
  const to = taken.map((one) => Math.ceil(quarterOf(one.to, day) / QUARTERS_AN_HOUR));
  return { from: Math.min(USUAL.from, ...from), to: Math.max(USUAL.to, ...to) };
}

/** A family may share a place: what overlaps stands in lines of its own. */
export function lanesOf<T extends Span>(taken: readonly T[]): T[][] {
  const lanes: T[][] = [];
  for (const one of taken.toSorted((a, b) => a.from.localeCompare(b.from))) {
    const lane = lanes.find((there) => (there.at(-1)?.to ?? '') <= one.from);
    if (lane) lane.push(one);
    else lanes.push([one]);
  }
  return lanes.length > 0 ? lanes : [[]];
}

interface Cell<T> {
  readonly at: number;
  readonly quarters: number;
  /** Absent: free. */
  readonly one?: T;
}

/** One line of the board: what is taken, and the free time between, hour by hour. */
export function cellsOf<T extends Span>(
  lane: readonly T[],
  hours: { readonly from: number; readonly to: number },
  day: string,
): Cell<T>[] {
  const cells: Cell<T>[] = [];
  let at = hours.from * QUARTERS_AN_HOUR;
  const until = (end: number) => {
    if (end > at) cells.push({ at, quarters: end - at });
    at = Math.max(at, end);
  };
  for (const one of lane) {
    until(quarterOf(one.from, day));
    const end = quarterOf(one.to, day);
    cells.push({ at, quarters: end - at, one });
    at = end;
  }
  until(hours.to * QUARTERS_AN_HOUR);
  return cells;
}
