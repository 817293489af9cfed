import { dayOf, hourOf } from '../words/moments.ts';

/** A proposal as the calendar needs it; its place in the list is its rank. */
interface Starts {
  readonly start: string;
}

export interface Cell {
  readonly hour: number;
  /** Places in the list, the earliest start first. */
  readonly places: readonly number[];
}
export interface Day {
  readonly day: string;
  readonly cells: readonly Cell[];
}
/** Monday to Sunday, with the hours in which anything begins. */
export interface Week {
  readonly days: readonly Day[];
  readonly hours: readonly number[];
}

const DAY_MS = 86_400_000;
const plus = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10);

/** The Monday of a day written `2026-11-24`. */
export const mondayOf = (day: string): string => plus(day, -((new Date(day).getUTCDay() + 6) % 7));

/** The weeks in which there are proposals, one after the other. */
export function weeksOf(slots: readonly Starts[]): Week[] {
  const placed = slots.map(({ start }, place) => ({
    place,
    start,
    day: dayOf(new Date(start)),
    hour: hourOf(start),
  }));
  placed.sort((one, other) => one.start.localeCompare(other.start));
  const hours = placed.map(({ hour }) => hour);
  const first = Math.min(...hours);
  const all = Array.from({ length: Math.max(...hours) - first + 1 }, (_, i) => first + i);
  const weeks = Map.groupBy(placed, ({ day }) => mondayOf(day));
  return [...weeks].map(([monday, inWeek]) => ({
    hours: all,
    days: Array.from({ length: 7 }, (_, i) => plus(monday, i)).map((day) => ({
      day,
      cells: [
        ...Map.groupBy(
          inWeek.filter((one) => one.day === day),
          ({ hour }) => hour,
        ),
      ].map(([hour, those]) => ({ hour, places: those.map(({ place }) => place) })),
    })),
  }));
}

const placesOf = ({ cells }: Day): number[] => cells.flatMap(({ places }) => places);

/** In which of the weeks a proposal stands. */
export const weekWith = (weeks: readonly Week[], place: number): number =>
  weeks.findIndex(({ days }) => days.some((day) => placesOf(day).includes(place)));

/** Where a key leads to from a proposal: up and down the day, left and right to the days beside it. */
export function nextTo(weeks: readonly Week[], place: number, key: string): number | undefined {
  const days = weeks.flatMap(({ days }) => days.map(placesOf)).filter((all) => all.length > 0);
  const at = days.findIndex((all) => all.includes(place));
  const own = days[at];
  if (!own) return undefined;
  const row = own.indexOf(place);
  const beside = (other: readonly number[] | undefined) => other?.[Math.min(row, other.length - 1)];
  switch (key) {
    case 'ArrowDown':
      return own[row + 1] ?? days[at + 1]?.[0];
    case 'ArrowUp':
      return own[row - 1] ?? days[at - 1]?.at(-1);
    case 'ArrowRight':
      return beside(days[at + 1]);
    case 'ArrowLeft':
      return at > 0 ? beside(days[at - 1]) : undefined;
    case 'Home':
      return days[0]?.[0];
    case 'End':
      return days.at(-1)?.at(-1);
    default:
      return undefined;
  }
}
