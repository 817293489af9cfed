import { setTimeout as delay } from 'node:timers/promises';
import { Temporal } from 'temporal-polyfill';
import type { Activity } from './activity.ts';
import type { Clock } from './clock.ts';
import type { Standing, Trigger } from './event-source.ts';
import type { ClockMove } from './local-routes.ts';
import type { Schedules } from './schedules.ts';

/** Asking every queue and stream is work too: what is not quiet soon is asked less often. */
const SHORTEST_PAUSE_MS = 10;
const LONGEST_PAUSE_MS = 100;

/**
 * Looks in a row, each at least the longest pause after the other, at which nothing was under way and
 * failed messages waited for their time. That time is minutes: nobody waits for it here, they come
 * back at once. One look would not do: a message is hidden a moment before its receiver has it.
 */
const PUT_OFF_LOOKS = 10;
/** What fails again and again is left to its time. */
const BROUGHT_BACK = 2;

/** Waits until nothing runs, no message is in flight and no record is unread. */
export async function untilIdle(
  activity: Activity,
  triggers: readonly Trigger[],
  timeoutMs: number,
): Promise<void> {
  const deadline = performance.now() + timeoutMs;
  let pause = SHORTEST_PAUSE_MS;
  let putOff = 0;
  let broughtBack = 0;
  for (;;) {
    const begun = activity.begun;
    const still = activity.running === 0;
    const found = still ? await standingOf(triggers) : 'at-work';
    const stands = activity.running === 0 && activity.begun === begun;
    if (stands && found === 'quiet') return;
    putOff = stands && found === 'put-off' ? putOff + 1 : 0;
    if (putOff === PUT_OFF_LOOKS) {
      if (broughtBack === BROUGHT_BACK) throw new Error('What failed goes on failing.');
      broughtBack += 1;
      putOff = 0;
      await Promise.all(triggers.map((trigger) => trigger.bringBack()));
    }
    if (performance.now() > deadline) throw new Error(`Not idle after ${timeoutMs} ms.`);
    await delay(pause);
    if (still) pause = Math.min(pause * 2, LONGEST_PAUSE_MS);
  }
}

async function standingOf(triggers: readonly Trigger[]): Promise<Standing> {
  const all = await Promise.all(triggers.map((trigger) => trigger.standing()));
  return all.find((one) => one === 'at-work') ?? all.find((one) => one === 'put-off') ?? 'quiet';
}

interface Movement {
  readonly clock: Clock;
  readonly schedules: Schedules;
  readonly activity: Activity;
  readonly idle: (timeoutMs: number) => Promise<void>;
  readonly patience: number;
}

/** Where the clock was moved to, and whether all that this set off has come to its end. */
export interface Moved {
  readonly now: string;
  /** False when something is still failing and being repeated. */
  readonly quiet: boolean;
}

/** A chain of clocks, each set off by the one before, is played to its end, but not for ever. */
const ROUNDS = 25;
/** A message that keeps failing must not hold up the clock. */
const FAILING_MS = 15_000;

/**
 * Moves the clock, then fires the schedules again and again until they set nothing off any more.
 * What began before the move ends before it, at its own time.
 */
export async function move(to: ClockMove, movement: Movement): Promise<Moved> {
  const { clock, schedules, activity, idle, patience } = movement;
  const calm = () =>
    idle(FAILING_MS * patience).then(
      () => true,
      () => false,
    );
  let quiet = await calm();
  clock.moveTo(target(to, clock.now()));
  for (let round = 0; round < ROUNDS; round += 1) {
    const before = activity.begun;
    const fired = await schedules.fireAll();
    quiet = await calm();
    if (!quiet || activity.begun - before <= fired) break;
  }
  return { now: new Date(clock.now()).toISOString(), quiet };
}

function target(to: ClockMove, now: number): number {
  if ('set' in to) return Temporal.Instant.from(to.set).epochMilliseconds;
  const utc = Temporal.Instant.fromEpochMilliseconds(Math.round(now)).toZonedDateTimeISO('UTC');
  return utc.add(to.advance).epochMilliseconds;
}
