import { Temporal } from 'temporal-polyfill';
import type * as z from 'zod';
import type { WorkingCalendar } from '../calendar/calendar.ts';
import { holiday, isWeekend } from '../calendar/days.ts';
import {
  addWorkingDays,
  addWorkingHours,
  daysBetween,
  firstCountedDay,
  nextWorkingInstant,
  subtractWorkingHours,
} from '../calendar/working-time.ts';
import type { CallWay, LadderRole, LadderWay } from '../call/call.ts';
import { type ClockDefinition, isElapsed, type Length } from './definition.ts';
import type { ExplainStep } from './state.ts';

type Step = z.infer<typeof ExplainStep>;

/** Something that ends a clock earlier than its length, such as the child leaving the school. */
export interface NotAfter {
  readonly at: Temporal.Instant;
  readonly because:
    | 'child-leaves'
    | 'end-of-next-school-day'
    | 'review-agreed'
    | 'measure-ends'
    | 'interview-tier'
    | 'traces-fade';
}

export interface ComputedClock {
  readonly startedAt: Temporal.Instant;
  readonly dueAt: Temporal.Instant;
  readonly warnAt: Temporal.Instant;
  /** When somebody is called where nothing of the agency has taken the task; never after the end. */
  readonly reach: { readonly by: CallWay; readonly at: Temporal.Instant } | undefined;
  /** Who is called after the deadline, each at its own instant, in the order of the pack. */
  readonly ladder: readonly {
    readonly role: LadderRole;
    readonly by: LadderWay;
    readonly at: Temporal.Instant;
  }[];
  /** Why it is due then; stored with the clock and put into words by `explain`. */
  readonly steps: readonly Step[];
}

const earlier = (a: Temporal.Instant, b: Temporal.Instant) =>
  Temporal.Instant.compare(a, b) <= 0 ? a : b;
const later = (a: Temporal.Instant, b: Temporal.Instant) =>
  Temporal.Instant.compare(a, b) >= 0 ? a : b;

/** The end of a length of time that begins at `from`. */
function addLength(
  calendar: WorkingCalendar,
  from: Temporal.Instant,
  { amount, unit }: Length,
): Temporal.Instant {
  if (unit === 'working-hours') return addWorkingHours(calendar, from, amount);
  if (unit === 'working-days') return addWorkingDays(calendar, from, amount);
  return from.add({ [unit]: amount });
}

const before = (calendar: WorkingCalendar, end: Temporal.Instant, { amount, unit }: Length) =>
  unit === 'working-hours'
    ? subtractWorkingHours(calendar, end, amount)
    : end.subtract({ [unit]: amount });

const countsFrom = (calendar: WorkingCalendar, from: Temporal.Instant, length: Length) => {
  if (isElapsed(length)) return from;
  return length.unit === 'working-days'
    ? firstCountedDay(calendar, from)
    : nextWorkingInstant(calendar, from);
};

/** The civil time in the pack's zone, to the minute: what a reader of the explanation sees. */
const local = (calendar: WorkingCalendar, instant: Temporal.Instant): string =>
  instant.toZonedDateTimeISO(calendar.zone).toPlainDateTime().toString({ smallestUnit: 'minute' });

/** The days a working clock rests on: each holiday by name, weekends as one number. */
function restSteps(
  calendar: WorkingCalendar,
  from: Temporal.Instant,
  to: Temporal.Instant,
): Step[] {
  const days = daysBetween(calendar, from, to);
  const weekend = days.filter((day) => isWeekend(calendar, day)).length;
  const holidays = days.flatMap((day): Step[] => {
    const name = isWeekend(calendar, day) ? undefined : holiday(calendar, day);
    return name
      ? [{ code: 'holiday', values: { date: day.toString(), ka: name.ka, en: name.en } }]
      : [];
  });
  return weekend > 0 ? [...holidays, { code: 'weekend', values: { days: weekend } }] : holidays;
}

function steps(
  calendar: WorkingCalendar,
  definition: ClockDefinition,
  startedAt: Temporal.Instant,
  end: Temporal.Instant,
): Step[] {
  const { length } = definition;
  const from = local(calendar, startedAt);
  const starts: Step = isElapsed(length)
    ? { code: 'starts-at-once', values: { from } }
    : {
        code: 'starts',
        values: { from, at: local(calendar, countsFrom(calendar, startedAt, length)) },
      };
  const rests = isElapsed(length) ? [] : restSteps(calendar, startedAt, end);
  return [starts, ...rests, { code: `adds-${length.unit}`, values: { amount: length.amount } }];
}

/** At the deadline a person is called anyway: a shortened clock has no such point after its end. */
function reachOf(
  { reach }: ClockDefinition,
  startedAt: Temporal.Instant,
  dueAt: Temporal.Instant,
  calendar: WorkingCalendar,
): ComputedClock['reach'] {
  const at = reach && addLength(calendar, startedAt, reach.after);
  return at && Temporal.Instant.compare(at, dueAt) < 0 ? { by: reach.by, at } : undefined;
}

/**
 * Deadline, warning and ladder of a clock, with the steps that lead there. An earlier end
 * (`notAfter`) shortens it, though never to before its start.
 */
export function computeClock(
  definition: ClockDefinition,
  startedAt: Temporal.Instant,
  calendar: WorkingCalendar,
  notAfter: readonly NotAfter[] = [],
): ComputedClock {
  const end = addLength(calendar, startedAt, definition.length);
  const sooner = notAfter
    .filter(({ at }) => Temporal.Instant.compare(at, end) < 0)
    .sort((a, b) => Temporal.Instant.compare(a.at, b.at))[0];
  const dueAt = sooner ? later(startedAt, sooner.at) : end;
  const reach = reachOf(definition, startedAt, dueAt, calendar);
  const shortened: Step[] = sooner
    ? [{ code: `not-after-${sooner.because}`, values: { at: local(calendar, sooner.at) } }]
    : [];
  return {
    startedAt,
    dueAt,
    warnAt: later(startedAt, earlier(dueAt, before(calendar, dueAt, definition.warnBefore))),
    reach,
    ladder: definition.ladder.map(({ role, by = 'feed', after }) => ({
      role,
      by,
      at: addLength(calendar, dueAt, after),
    })),
    steps: [
      ...steps(calendar, definition, startedAt, end),
      ...shortened,
      { code: 'due', values: { at: local(calendar, dueAt) } },
      ...(reach ? [{ code: 'reach', values: { at: local(calendar, reach.at) } }] : []),
    ],
  };
}
