import { Temporal } from 'temporal-polyfill';
import type { WorkingCalendar } from '../calendar/calendar.ts';
import { localDate } from '../calendar/days.ts';
import type { Resource } from '../resource/resource.ts';
import { type Times, working } from '../scheduling/availability.ts';
import { type CalendarDay, daysOf, horizonOf, touched } from '../scheduling/days.ts';
import { andNot, count, take } from '../scheduling/mask.ts';
import type { Horizon, Mask, Span } from '../scheduling/question.ts';
import { grow } from '../scheduling/shift.ts';
import { taken } from '../scheduling/taken.ts';
import type { Sought } from './sought.ts';
import { cellsOf } from './timeline.ts';

/** The span of time a search looks at, and all that is taken in it, by sheet. */
export interface Diary extends Times {
  readonly horizon: Horizon;
  readonly days: readonly CalendarDay[];
  /** What is taken of a sheet, without what the search may give back. */
  busy(sheet: string): Mask;
}

/** Whole days of the pack's zone: a visit, with the road to it and back, lies within one. */
export function diaryOf(sought: Sought, calendar: WorkingCalendar): Diary {
  const [from, to] = [sought.from, sought.to].map((at) => Temporal.Instant.from(at));
  if (!from || !to) throw new Error('a search has a beginning and an end');
  const midnight = (at: Temporal.Instant, days: number) =>
    localDate(calendar, at).add({ days }).toZonedDateTime(calendar.zone).toInstant();
  const horizon = horizonOf(midnight(from, 0), midnight(to, 1));
  const days = daysOf(calendar, horizon);
  const now = Math.floor(Temporal.Instant.from(sought.now).epochMilliseconds / 1000);
  const back = givenBack(sought, days);
  return {
    horizon,
    days,
    onCall: sought.onCall,
    busy(sheet) {
      const known = sought.calendars.get(sheet);
      const stands = days.flatMap(({ date, from: first }) => {
        const day = known?.get(date);
        return day ? [{ from: first, bits: day.bits, holds: day.holds }] : [];
      });
      const mask = taken(horizon, stands, [], now);
      for (const span of back.get(sheet) ?? []) take(mask, horizon, span);
      return mask;
    },
  };
}

/**
 * What the visit itself has, for a move gives it back in the same step; and what children of the
 * family share with it.
 */
function givenBack(sought: Sought, days: readonly CalendarDay[]): Map<string, Span[]> {
  const group = sought.interview.siblings?.group;
  const shared = sought.siblings.flatMap(({ booking }) =>
    (booking?.claims ?? []).filter((claim) => group !== undefined && claim.group === group),
  );
  const spans = new Map<string, Span[]>();
  for (const { sheet, day, from, to } of [...(sought.own?.claims ?? []), ...shared]) {
    const midnight = days.find(({ date }) => date === day)?.from;
    if (midnight === undefined) continue;
    const own = spans.get(sheet) ?? [];
    spans.set(sheet, [...own, { from: midnight + from, to: midnight + to }]);
  }
  return spans;
}

/**
 * Between two bookings one pause is kept, the longer of what the resource needs after the one and
 * before the other. It is claimed with the booking it follows, so no stale proposal can break it.
 */
export const pauseAfter = ({ buffers }: Pick<Resource, 'buffers'>): number =>
  cellsOf(Math.max(buffers.before, buffers.after));

/** When a resource can be had from end to end, and how full its working time is, 0 to 1. */
export function freeTimes(resource: Resource, diary: Diary): { free: Mask; load: number } {
  const { horizon } = diary;
  const at = working(resource.availability, diary);
  const busy = diary.busy(resource.id);
  const pause = pauseAfter(resource);
  const works = count(at);
  const left = at.slice();
  andNot(left, busy);
  const load = works === 0 ? 1 : 1 - count(left) / works;
  // What is booked carries its own pause behind it; an outside calendar knows of none.
  grow(busy, horizon.cells, pause, 0);
  andNot(left, busy);
  andNot(left, outside(resource, horizon, pause));
  return { free: left, load };
}

function outside({ outside: read }: Resource, horizon: Horizon, pause: number): Mask {
  const busy = taken(horizon, [], read?.busy.map(touched) ?? [], 0);
  grow(busy, horizon.cells, pause, pause);
  return busy;
}

/** Leaves only the days on which one of the qualifications of this code is valid. */
export function whileValid(
  mask: Mask,
  { qualifications }: Pick<Resource, 'qualifications'>,
  code: string,
  { horizon, days }: Pick<Diary, 'horizon' | 'days'>,
): Mask {
  const own = qualifications.filter((one) => one.code === code);
  const left = mask.slice();
  for (const day of days) {
    const valid = own.some(({ from, to }) => from <= day.date && (!to || day.date <= to));
    if (!valid) take(left, horizon, day);
  }
  return left;
}

/** Free unless one of these sheets is taken. */
export function unlessTaken(sheets: readonly string[], diary: Diary, all: Mask): Mask {
  const left = all.slice();
  for (const sheet of sheets) andNot(left, diary.busy(sheet));
  return left;
}
