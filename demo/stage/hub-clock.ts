import { Temporal } from 'temporal-polyfill';
import * as z from 'zod';
import { isWorkingDay, localDate } from '../../shared/domain/calendar/days.ts';
import { policy } from '../../shared/policy/policy.ts';

/** The clock of a local hub, as anybody sees and moves it over HTTP. */
export interface HubClock {
  now(): Promise<Temporal.Instant>;
  /** By an ISO 8601 duration; waits until all that fell due has been done. */
  advance(duration: string): Promise<void>;
  /** To an instant. */
  to(instant: string): Promise<void>;
  /** To this time of day on the next working day; today counts if it is one and the time is ahead. */
  toWorkingDay(time: string): Promise<void>;
  /** To this time of day on the next Friday on which people work, before a holiday if one is near. */
  toFriday(time: string): Promise<void>;
  /** To this time of day on the next working day after today. */
  toNextWorkingDay(time: string): Promise<void>;
}

const Now = z.object({ now: z.iso.datetime() });
const Moved = Now.extend({ quiet: z.boolean() });

/** `onMoved` is told after every move: what was issued before may have lapsed by then. */
export function hubClock(hub: string, onMoved: () => void): HubClock {
  const address = `${hub}/local/clock`;

  async function now(): Promise<Temporal.Instant> {
    const answer = await fetch(address);
    if (!answer.ok) throw new Error(`the hub’s clock answered ${answer.status}`);
    return Temporal.Instant.from(Now.parse(await answer.json()).now);
  }

  async function move(to: object): Promise<void> {
    const answer = await fetch(address, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(to),
    });
    if (!answer.ok) throw new Error(`moving the clock was answered with ${answer.status}`);
    const { quiet } = Moved.parse(await answer.json());
    if (!quiet) throw new Error('something keeps failing in the hub; its log says what');
    onMoved();
  }

  return {
    now,
    advance: (duration) => move({ advance: duration }),
    to: (instant) => move({ set: instant }),
    toWorkingDay: async (time) => move({ set: workingTime(await now(), time, 0) }),
    toFriday: async (time) => move({ set: fridayTime(await now(), time) }),
    toNextWorkingDay: async (time) => move({ set: workingTime(await now(), time, 1) }),
  };
}

/** The calendar is the policy pack's: weekends and holidays of Georgia, in its zone. */
function workingTime(now: Temporal.Instant, time: string, daysAhead: number): string {
  const { calendar } = policy.at(now);
  const today = localDate(calendar, now);
  for (let date = today.add({ days: daysAhead }); ; date = date.add({ days: 1 })) {
    const at = date.toZonedDateTime({ timeZone: calendar.zone, plainTime: time }).toInstant();
    if (isWorkingDay(calendar, date) && Temporal.Instant.compare(at, now) > 0) return at.toString();
  }
}

/** Half a year: as long as the local hub's people have their duties published. */
const LOOK_WEEKS = 20;

/** A Friday before a Monday that is a holiday, if one comes in time; else the next Friday. */
function fridayTime(now: Temporal.Instant, time: string): string {
  const { calendar } = policy.at(now);
  const today = localDate(calendar, now);
  const first = today.add({ days: 1 + ((11 - today.dayOfWeek) % 7) });
  const fridays = Array.from({ length: LOOK_WEEKS }, (_, week) => first.add({ weeks: week }));
  const working = fridays.filter((friday) => isWorkingDay(calendar, friday));
  const long = working.find((friday) => !isWorkingDay(calendar, friday.add({ days: 3 })));
  const friday = long ?? working[0] ?? first;
  return friday
    .toZonedDateTime({ timeZone: calendar.zone, plainTime: time })
    .toInstant()
    .toString();
}
