import { Temporal } from 'temporal-polyfill';
import type { WorkingCalendar } from '../calendar/calendar.ts';
import {
  addWorkingDays,
  addWorkingTime,
  firstCountedDay,
  workingTimeBetween,
} from '../calendar/working-time.ts';
import type { EventId } from '../ids.ts';
import type { Decision } from '../journal/decision.ts';
import { text } from '../time.ts';
import { type ClockDefinition, isElapsed } from './definition.ts';
import type { Clock, Pause } from './state.ts';

/** What a clock may wait for. */
export type PauseReason = 'question' | 'on-hold';

/** A clock that guards nobody and may rest. One that guards a child is never of this type. */
type Pausable = Clock & { readonly guardsChild: false; readonly pause: Pause };

const isPausable = (clock: Clock): clock is Pausable =>
  !clock.guardsChild && clock.pause !== undefined && clock.endedAt === undefined;

const instant = (at: string) => Temporal.Instant.from(at);

/** What may be paused of a clock: the answer to the referrer, and early identification; nothing else. */
export function pauseOf(
  { subject, startedAt, case: opened }: Pick<Clock, 'subject' | 'startedAt' | 'case'>,
  { pausable, guardsChild, length }: ClockDefinition,
  calendar: WorkingCalendar,
): Pause | undefined {
  const ofACase = subject.kind === 'case' || (subject.kind === 'task' && opened !== undefined);
  if (pausable === false || guardsChild || ofACase) return undefined;
  const left = capOf(pausable.cap, instant(startedAt), calendar);
  return { working: !isElapsed(length), left, because: [] };
}

/** The cap in milliseconds: whole working days are as long as those that follow the start. */
function capOf(
  { amount, unit }: Exclude<ClockDefinition['pausable'], false>['cap'],
  from: Temporal.Instant,
  calendar: WorkingCalendar,
): number {
  if (unit === 'working-days') {
    const [first, last] = [firstCountedDay(calendar, from), addWorkingDays(calendar, from, amount)];
    return amount === 0 ? 0 : workingTimeBetween(calendar, first, last);
  }
  const hours = unit === 'working-hours' ? { hours: amount } : { [unit]: amount };
  return Temporal.Duration.from(hours).total('milliseconds');
}

/** Nothing added leaves it at the end of its day, not at the beginning of the next. */
function plus(calendar: WorkingCalendar, at: string, working: boolean, milliseconds: number) {
  if (milliseconds === 0) return at;
  const from = instant(at);
  return text(working ? addWorkingTime(calendar, from, milliseconds) : from.add({ milliseconds }));
}

const between = (calendar: WorkingCalendar, from: string, to: string, working: boolean): number =>
  working
    ? workingTimeBetween(calendar, instant(from), instant(to))
    : Math.max(0, Date.parse(to) - Date.parse(from));

/** The civil time in the pack's zone, to the minute. */
const local = (calendar: WorkingCalendar, at: string): string =>
  instant(at)
    .toZonedDateTimeISO(calendar.zone)
    .toPlainDateTime()
    .toString({ smallestUnit: 'minute' });

/**
 * Lets those clocks rest that may, within what is left of their cap; gives only the clocks that
 * changed. What guards a child goes on, and what is overdue stays overdue.
 */
export const pauseAll = (
  clocks: readonly Clock[],
  reason: PauseReason,
  at: string,
  calendar: WorkingCalendar,
): Clock[] =>
  clocks
    .filter(isPausable)
    .filter(({ pause, dueAt }) => pause.left > 0 && at < dueAt && !pause.because.includes(reason))
    .map((clock) => rested(clock, reason, at, calendar));

function rested(
  clock: Pausable,
  reason: PauseReason,
  at: string,
  calendar: WorkingCalendar,
): Clock {
  const { pause, version } = clock;
  const because = [...pause.because, reason];
  if (pause.since) return { ...clock, version: version + 1, pause: { ...pause, because } };
  const until = plus(calendar, at, pause.working, pause.left);
  const values = { from: local(calendar, at), until: local(calendar, until), because: reason };
  return {
    ...clock,
    version: version + 1,
    pause: { ...pause, because, since: at, until },
    steps: [...clock.steps, { code: 'resting', values }],
  };
}

/** One reason to rest is gone; clocks without another go on. Gives only the clocks that changed. */
export const resumeAll = (
  clocks: readonly Clock[],
  reason: PauseReason,
  at: string,
  calendar: WorkingCalendar,
): Clock[] =>
  clocks
    .filter(isPausable)
    .filter(({ pause }) => pause.since !== undefined && pause.because.includes(reason))
    .map((clock) => {
      const because = clock.pause.because.filter((one) => one !== reason);
      return because.length > 0
        ? { ...clock, version: clock.version + 1, pause: { ...clock.pause, because } }
        : resumed(clock, at, calendar);
    });

/** The cap is used up: the clock goes on by itself; undefined while it may still rest. */
export const resumedByCap = (
  clock: Clock,
  at: string,
  calendar: WorkingCalendar,
): Clock | undefined =>
  isPausable(clock) && clock.pause.until !== undefined && clock.pause.until <= at
    ? resumed(clock, clock.pause.until, calendar)
    : undefined;

/** What is still to come moves by the time of the pause, and by no more than the cap had left. */
function resumed(clock: Pausable, at: string, calendar: WorkingCalendar): Clock {
  const { since = at, working, left, because } = clock.pause;
  const used = Math.min(left, between(calendar, since, at, working));
  const move = (point: string) => plus(calendar, point, working, used);
  const dueAt = move(clock.dueAt);
  const values = {
    from: local(calendar, since),
    to: local(calendar, at),
    because: because[0] ?? '',
  };
  return {
    ...clock,
    version: clock.version + 1,
    dueAt,
    points: clock.points.map((point, i) =>
      i < clock.fired ? point : { ...point, at: move(point.at) },
    ),
    pause: { working, left: left - used, because: [] },
    steps: [
      ...clock.steps.filter(({ code }) => code !== 'resting'),
      { code: 'paused', values },
      { code: 'due', values: { at: local(calendar, dueAt) } },
    ],
  };
}

/** The clock as another agency takes it over: what the former one waited for is not its pause. */
export const awake = (clock: Clock): Clock =>
  clock.pause?.since
    ? {
        ...clock,
        pause: { working: clock.pause.working, left: clock.pause.left, because: [] },
        steps: clock.steps.filter(({ code }) => code !== 'resting'),
      }
    : clock;

/** Nobody resumed it: what the cap brought about is told to whoever holds it. */
export const goesOn = (resumed: Clock, at: string, id: EventId): Decision => ({
  kept: [resumed],
  events: [
    {
      id,
      type: 'clock.resumed',
      at,
      subject: resumed.subject,
      version: resumed.version,
      clock: resumed.name,
      by: { sub: 'clock' },
      file: resumed.file,
      referral: resumed.referral,
      case: resumed.case,
      to: [resumed.holder],
      deadline: resumed.dueAt,
      urgency: resumed.urgency,
      codes: { clock: resumed.name },
      policy: resumed.policy,
    },
  ],
});
