import type { Availability } from '../resource/resource.ts';
import { type CalendarDay, contained } from './days.ts';
import { free, nothing, take } from './mask.ts';
import type { Horizon, Mask } from './question.ts';

/** Days on which it may be had at all: of a qualification or an accreditation; both belong to it. */
export interface Validity {
  readonly from: string;
  readonly to?: string | undefined;
}

export interface Times {
  readonly horizon: Horizon;
  /** The days of the horizon: looked up once for all resources. */
  readonly days: readonly CalendarDay[];
  /** For what cannot wait: time on call counts as well. */
  readonly onCall: boolean;
}

type Hours = Availability['exceptions'][number]['hours'];

/**
 * When a resource works. A dated exception stands above the weekly pattern and above the holiday;
 * leave stands above all of it, time on call too.
 */
export function working(availability: Availability, times: Times, validity?: Validity): Mask {
  const { horizon, days } = times;
  const mask = nothing(horizon);
  const exceptions = new Map(availability.exceptions.map(({ date, hours }) => [date, hours]));
  for (const day of days)
    for (const hours of exceptions.get(day.date) ?? patternOf(availability, day))
      free(mask, horizon, {
        from: Math.ceil(day.at(hours.from)),
        to: Math.floor(day.at(hours.to)),
      });
  if (times.onCall) for (const time of availability.onCall) free(mask, horizon, contained(time));
  for (const day of days)
    if (isAway(availability, day) || !isValid(day, validity)) take(mask, horizon, day);
  return mask;
}

const patternOf = ({ pattern, onHolidays }: Availability, day: CalendarDay): Hours =>
  day.holiday && !onHolidays ? [] : (pattern[day.weekday] ?? []);

const isAway = ({ leave }: Availability, { date }: CalendarDay): boolean =>
  leave.some(({ from, to }) => from <= date && date <= to);

const isValid = ({ date }: CalendarDay, validity?: Validity): boolean =>
  !validity || (validity.from <= date && (validity.to === undefined || date <= validity.to));
