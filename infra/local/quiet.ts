import { setTimeout as delay } from 'node:timers/promises';
import { Temporal } from 'temporal-polyfill';
import type { Activity } from './activity.ts';
import type { Clock } from './clock.ts';
import type { Trigger } from './event-source.ts';
import type { ClockMove } from './local-routes.ts';
import type { Schedules } from './schedules.ts';

/** Waits until nothing runs, no message is in flight and no record is unread. */
export async function untilIdle(
  activity: Activity,
  triggers: readonly Trigger[],
  timeoutMs: number,
): Promise<void> {
  const deadline = performance.now() + timeoutMs;
  for (;;) {
    const begun = activity.begun;
    const quiet = activity.running === 0 && (await allQuiet(triggers));
    if (quiet && activity.running === 0 && activity.begun === begun) return;
    if (performance.now() > deadline) throw new Error(`Not idle after ${timeoutMs} ms.`);
    await delay(10);
  }
}

const allQuiet = async (triggers: readonly Trigger[]) =>
  (await Promise.all(triggers.map((trigger) => trigger.quiet()))).every(Boolean);

interface Movement {
  readonly clock: Clock;
  readonly schedules: Schedules;
  readonly activity: Activity;
  readonly idle: () => Promise<void>;
}

/** A chain of clocks, each set off by the one before, is played to its end, but not for ever. */
const ROUNDS = 25;

/**
 * Moves the clock, then fires the schedules again and again until they set nothing off any more.
 * What began before the move ends before it, at its own time.
 */
export async function move(to: ClockMove, movement: Movement): Promise<string> {
  const { clock, schedules, activity, idle } = movement;
  await idle();
  clock.moveTo(target(to, clock.now()));
  for (let round = 0; round < ROUNDS; round += 1) {
    const before = activity.begun;
    const fired = await schedules.fireAll();
    await idle();
    if (activity.begun - before <= fired) break;
  }
  return new Date(clock.now()).toISOString();
}

function target(to: ClockMove, now: number): number {
  if ('set' in to) return Temporal.Instant.from(to.set).epochMilliseconds;
  const utc = Temporal.Instant.fromEpochMilliseconds(Math.round(now)).toZonedDateTimeISO('UTC');
  return utc.add(to.advance).epochMilliseconds;
}
