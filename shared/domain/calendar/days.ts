import type { Temporal } from 'temporal-polyfill';
import type { Labels } from '../labels.ts';
import type { Hours, WorkingCalendar, WorkingWeek } from './calendar.ts';

const WEEKDAYS = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
] as const satisfies readonly (keyof WorkingWeek)[];

/** Working hours of one day as instants. */
export interface DayHours {
  readonly from: Temporal.Instant;
  readonly to: Temporal.Instant;
}

export const localDate = (
  calendar: WorkingCalendar,
  instant: Temporal.Instant,
): Temporal.PlainDate => instant.toZonedDateTimeISO(calendar.zone).toPlainDate();

export const dayAfter = (date: Temporal.PlainDate): Temporal.PlainDate => date.add({ days: 1 });

const weekday = (week: WorkingWeek, date: Temporal.PlainDate): Hours | undefined => {
  const name = WEEKDAYS[date.dayOfWeek - 1];
  return name && week[name];
};

/** Looked up for every day of every clock: the dated holidays of each calendar are indexed once. */
const dated = new WeakMap<WorkingCalendar, ReadonlyMap<string, Labels>>();

function datedHolidays(calendar: WorkingCalendar): ReadonlyMap<string, Labels> {
  const known = dated.get(calendar);
  if (known) return known;
  const days = [...calendar.movable, ...calendar.decreed];
  const index = new Map(days.flatMap(({ name, dates }) => dates.map((date) => [date, name])));
  dated.set(calendar, index);
  return index;
}

/** The name of the public holiday on this day, if it is one. */
export function holiday(calendar: WorkingCalendar, date: Temporal.PlainDate): Labels | undefined {
  const day = date.toString();
  const fixed = calendar.fixed.find(({ monthDay, observed }) => observed && day.endsWith(monthDay));
  return fixed?.name ?? datedHolidays(calendar).get(day);
}

/** True for a day of the week that is always off, whatever the holidays. */
export const isWeekend = (calendar: WorkingCalendar, date: Temporal.PlainDate): boolean =>
  weekday(calendar.week, date) === undefined;

export const isWorkingDay = (calendar: WorkingCalendar, date: Temporal.PlainDate): boolean =>
  !isWeekend(calendar, date) && holiday(calendar, date) === undefined;

const at = (calendar: WorkingCalendar, date: Temporal.PlainDate, time: string): Temporal.Instant =>
  date.toZonedDateTime({ timeZone: calendar.zone, plainTime: time }).toInstant();

/** Working hours on this day; undefined when it is off. */
export function hoursOn(calendar: WorkingCalendar, date: Temporal.PlainDate): DayHours | undefined {
  const hours = weekday(calendar.week, date);
  if (!hours || holiday(calendar, date)) return undefined;
  return { from: at(calendar, date, hours.from), to: at(calendar, date, hours.to) };
}

const isVacation = ({ school }: WorkingCalendar, date: Temporal.PlainDate): boolean =>
  school.vacations.some(({ from, to }) => from <= date.toString() && date.toString() <= to);

/** A longer search means that the pack knows no school day ahead. */
const SCHOOL_SEARCH_DAYS = 200;

/** The end of lessons on the next school day after today; undefined when the pack knows none. */
export function endOfNextSchoolDay(
  calendar: WorkingCalendar,
  instant: Temporal.Instant,
): Temporal.Instant | undefined {
  let date = dayAfter(localDate(calendar, instant));
  for (let i = 0; i < SCHOOL_SEARCH_DAYS; i++, date = dayAfter(date)) {
    const hours = weekday(calendar.school.week, date);
    if (hours && !holiday(calendar, date) && !isVacation(calendar, date))
      return at(calendar, date, hours.to);
  }
  return undefined;
}
