import { Temporal } from 'temporal-polyfill';
import type { WorkingCalendar } from '../calendar/calendar.ts';
import { dayAfter, holiday, localDate } from '../calendar/days.ts';
import { Weekday } from '../resource/resource.ts';
import type { Horizon, LocalDay, Span } from './question.ts';

/** A quarter-hour: the cell in which everything is counted. */
export const CELL_MILLISECONDS = 900_000;
export const CELLS_A_DAY = 96;

/** A civil day with what decides the hours on it. */
export interface CalendarDay extends LocalDay {
  readonly weekday: (typeof Weekday.options)[number];
  readonly holiday: boolean;
  /** The cell at which a local time of the day, `09:00` to `24:00`, lies; a fraction within a cell. */
  readonly at: (time: string) => number;
}

/** The cell in which an instant lies. */
export const cellOf = (instant: Temporal.Instant): number =>
  Math.floor(instant.epochMilliseconds / CELL_MILLISECONDS);

export const instantOf = (cell: number): Temporal.Instant =>
  Temporal.Instant.fromEpochMilliseconds(cell * CELL_MILLISECONDS);

/** All cells that a time touches: what is busy is rounded outwards. */
export const touched = ({ from, to }: { from: string; to: string }): Span => ({
  from: cellOf(Temporal.Instant.from(from)),
  to: Math.ceil(Temporal.Instant.from(to).epochMilliseconds / CELL_MILLISECONDS),
});

/** The cells that lie in a time as a whole: what is free is rounded inwards. */
export const contained = ({ from, to }: { from: string; to: string }): Span => ({
  from: Math.ceil(Temporal.Instant.from(from).epochMilliseconds / CELL_MILLISECONDS),
  to: cellOf(Temporal.Instant.from(to)),
});

/** The cells between two instants. */
export const horizonOf = (from: Temporal.Instant, to: Temporal.Instant): Horizon => {
  const first = cellOf(from);
  return { from: first, cells: Math.max(0, cellOf(to) - first) };
};

/** The civil days that the horizon touches, whole: local rules are looked up once for each of them. */
export function daysOf(calendar: WorkingCalendar, horizon: Horizon): readonly CalendarDay[] {
  const days: CalendarDay[] = [];
  const end = horizon.from + horizon.cells;
  let date = localDate(calendar, instantOf(horizon.from));
  for (let from = midnight(calendar, date); from < end; ) {
    const next = dayAfter(date);
    const to = midnight(calendar, next);
    days.push(dayOf(calendar, date, { from, to }));
    [date, from] = [next, to];
  }
  return days;
}

const midnight = ({ zone }: WorkingCalendar, date: Temporal.PlainDate): number =>
  cellOf(date.toZonedDateTime(zone).toInstant());

function dayOf(calendar: WorkingCalendar, date: Temporal.PlainDate, span: Span): CalendarDay {
  const weekday = Weekday.options[date.dayOfWeek - 1];
  if (!weekday) throw new Error(`no day of the week: ${date}`);
  return {
    ...span,
    date: date.toString(),
    weekday,
    holiday: holiday(calendar, date) !== undefined,
    at: span.to - span.from === CELLS_A_DAY ? plainly(span) : byZone(calendar, date, span),
  };
}

const quarters = (time: string): number =>
  Number(time.slice(0, 2)) * 4 + Number(time.slice(3, 5)) / 15;

/** On a day of 24 hours local times lie as far from midnight as they say. */
const plainly =
  ({ from }: Span) =>
  (time: string): number =>
    from + quarters(time);

/** On a day on which the clocks change, only the zone knows. */
const byZone =
  ({ zone }: WorkingCalendar, date: Temporal.PlainDate, { to }: Span) =>
  (time: string): number => {
    if (time === '24:00') return to;
    const instant = date.toZonedDateTime({ timeZone: zone, plainTime: time }).toInstant();
    return instant.epochMilliseconds / CELL_MILLISECONDS;
  };
