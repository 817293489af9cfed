import { Temporal } from 'temporal-polyfill';
import type { ClosedBy, DaySheet } from '../booking/day-sheet.ts';
import type { Availability } from './resource.ts';

/** A day that is taken off, by what, and which field of the submission says so. */
interface Closing {
  readonly by: ClosedBy;
  readonly pointer: string;
}

/** One day sheet that is closed, or opened again; `seen` is the version it had, if it was there. */
export interface DayChange {
  readonly day: string;
  readonly closed: ClosedBy | undefined;
  readonly seen: number | undefined;
}

/** Planned absences wait for what is booked; illness and a broken room do not. */
const PLANNED: readonly ClosedBy[] = ['leave', 'training'];

function daysOf(from: string, to: string): string[] {
  const days: string[] = [];
  const last = Temporal.PlainDate.from(to);
  let day = Temporal.PlainDate.from(from);
  for (; Temporal.PlainDate.compare(day, last) <= 0; day = day.add({ days: 1 })) {
    days.push(day.toString());
  }
  return days;
}

const later = (a: string, b: string): string => (a > b ? a : b);

/** The days from today on that are taken off as a whole: leave, and exceptions without any hours. */
export function closingsOf(
  { leave, exceptions }: Pick<Availability, 'leave' | 'exceptions'>,
  today: string,
): ReadonlyMap<string, Closing> {
  const empty = exceptions.flatMap(({ date, hours }, i): [string, Closing][] =>
    hours.length === 0 && date >= today
      ? [[date, { by: 'leave', pointer: `/availability/exceptions/${i}` }]]
      : [],
  );
  const away = leave.flatMap(({ from, to, kind }, i): [string, Closing][] =>
    daysOf(later(from, today), to).map((day) => [
      day,
      { by: kind, pointer: `/availability/leave/${i}` },
    ]),
  );
  return new Map([...empty, ...away]);
}

/** What has to change on the day sheets so that they say what the closings say. */
export function dayChanges(
  closings: ReadonlyMap<string, Closing>,
  sheets: ReadonlyMap<string, DaySheet>,
): DayChange[] {
  const reopened = [...sheets.values()].filter(({ day, closed }) => closed && !closings.has(day));
  return [...new Set([...closings.keys(), ...reopened.map(({ day }) => day)])].flatMap((day) => {
    const sheet = sheets.get(day);
    const closed = closings.get(day)?.by;
    return sheet?.closed?.by === closed ? [] : [{ day, closed, seen: sheet?.version }];
  });
}

/** Bookings that stand on a sheet, each once; a hold that ran out so many seconds ago is gone. */
export const standingOn = (sheet: DaySheet | undefined, expired: number): string[] => [
  ...new Set(
    [...(sheet?.quarters.values() ?? [])]
      .filter(({ until }) => until === undefined || until >= expired)
      .map(({ by }) => by),
  ),
];

/** A planned absence on a day on which something is booked. */
export interface Collision {
  readonly day: string;
  readonly pointer: string;
  readonly bookings: readonly string[];
}

/** Days that are to be closed by plan and are not free; a day closed already is no news. */
export const collisions = (
  changes: readonly DayChange[],
  closings: ReadonlyMap<string, Closing>,
  sheets: ReadonlyMap<string, DaySheet>,
  expired: number,
): Collision[] =>
  changes.flatMap(({ day, closed }) => {
    const sheet = sheets.get(day);
    const bookings = standingOn(sheet, expired);
    const { pointer = '' } = closings.get(day) ?? {};
    const planned = closed && PLANNED.includes(closed) && !sheet?.closed;
    return planned && bookings.length > 0 ? [{ day, pointer, bookings }] : [];
  });
