import { Temporal } from 'temporal-polyfill';
import type { WorkingCalendar } from './calendar.ts';
import { type DayHours, dayAfter, hoursOn, localDate } from './days.ts';

/** A clock is wrong rather than long when a search for working time runs this far. */
const FARTHEST_DAYS = 3660;

const later = (a: Temporal.Instant, b: Temporal.Instant) =>
  Temporal.Instant.compare(a, b) >= 0 ? a : b;
const isBefore = (a: Temporal.Instant, b: Temporal.Instant) => Temporal.Instant.compare(a, b) < 0;

/** Working hours day by day, from the day of `start` on, forwards or backwards. */
function* workingDays(
  calendar: WorkingCalendar,
  start: Temporal.PlainDate,
  step: 1 | -1,
): Generator<DayHours> {
  let date = start;
  for (let i = 0; i < FARTHEST_DAYS; i++, date = date.add({ days: step })) {
    const hours = hoursOn(calendar, date);
    if (hours) yield hours;
  }
  throw new Error(`no working time within ${FARTHEST_DAYS} days of ${start}`);
}

/** The instant itself when it lies in working time, else the beginning of the next working day. */
export function nextWorkingInstant(
  calendar: WorkingCalendar,
  instant: Temporal.Instant,
): Temporal.Instant {
  for (const day of workingDays(calendar, localDate(calendar, instant), 1))
    if (isBefore(instant, day.to)) return later(instant, day.from);
  throw new Error('unreachable: workingDays throws before it ends');
}

/** The end of so many hours of working time from `instant`. */
export const addWorkingHours = (
  calendar: WorkingCalendar,
  instant: Temporal.Instant,
  hours: number,
): Temporal.Instant =>
  addWorkingTime(
    calendar,
    instant,
    Temporal.Duration.from({ minutes: Math.round(hours * 60) }).total('milliseconds'),
  );

/** The end of so much working time, in milliseconds, from `instant`. */
export function addWorkingTime(
  calendar: WorkingCalendar,
  instant: Temporal.Instant,
  milliseconds: number,
): Temporal.Instant {
  let left = milliseconds;
  for (const day of workingDays(calendar, localDate(calendar, instant), 1)) {
    if (!isBefore(instant, day.to)) continue;
    const from = later(instant, day.from);
    const room = day.to.epochMilliseconds - from.epochMilliseconds;
    if (left <= room) return from.add({ milliseconds: left });
    left -= room;
  }
  throw new Error('unreachable: workingDays throws before it ends');
}

/** The working time that lies between two instants, in milliseconds. */
export function workingTimeBetween(
  calendar: WorkingCalendar,
  from: Temporal.Instant,
  to: Temporal.Instant,
): number {
  return daysBetween(calendar, from, to).reduce((sum, date) => {
    const hours = hoursOn(calendar, date);
    if (!hours) return sum;
    const begins = later(hours.from, from);
    const ends = isBefore(to, hours.to) ? to : hours.to;
    return sum + Math.max(0, ends.epochMilliseconds - begins.epochMilliseconds);
  }, 0);
}

/** The instant that lies so many hours of working time before `instant`. */
export function subtractWorkingHours(
  calendar: WorkingCalendar,
  instant: Temporal.Instant,
  hours: number,
): Temporal.Instant {
  let left = Temporal.Duration.from({ minutes: Math.round(hours * 60) }).total('milliseconds');
  for (const day of workingDays(calendar, localDate(calendar, instant), -1)) {
    if (!isBefore(day.from, instant)) continue;
    const to = isBefore(instant, day.to) ? instant : day.to;
    const room = to.epochMilliseconds - day.from.epochMilliseconds;
    if (left <= room) return to.subtract({ milliseconds: left });
    left -= room;
  }
  throw new Error('unreachable: workingDays throws before it ends');
}

/** Days are counted from the working day after: this is where the count begins. */
export function firstCountedDay(
  calendar: WorkingCalendar,
  instant: Temporal.Instant,
): Temporal.Instant {
  for (const day of workingDays(calendar, dayAfter(localDate(calendar, instant)), 1))
    return day.from;
  throw new Error('unreachable: workingDays throws before it ends');
}

/** The end of the last of so many working days, the first of them the one after `instant`'s day. */
export function addWorkingDays(
  calendar: WorkingCalendar,
  instant: Temporal.Instant,
  days: number,
): Temporal.Instant {
  if (days === 0) return instant;
  let left = days;
  for (const day of workingDays(calendar, dayAfter(localDate(calendar, instant)), 1))
    if (--left === 0) return day.to;
  throw new Error('unreachable: workingDays throws before it ends');
}

/** The civil days from one instant to another, both included. */
export function daysBetween(
  calendar: WorkingCalendar,
  from: Temporal.Instant,
  to: Temporal.Instant,
): readonly Temporal.PlainDate[] {
  const first = localDate(calendar, from);
  const count = first.until(localDate(calendar, to)).total('days') + 1;
  return Array.from({ length: count }, (_, days) => first.add({ days }));
}
