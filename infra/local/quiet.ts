import { setTimeout as delay } from 'node:timers/promises';
import { Temporal } from 'temporal-polyfill';
import type { Activity } from './activity.ts';
import type { Clock } from './clock.ts';
import type { Trigger } from './event-source.ts';
import type { ClockMove } from './local-routes.ts';
import type { Schedules } from './schedules.ts';

/** Asking every queue and stream is work too: what is not quiet soon is asked less often. */
const SHORTEST_PAUSE_MS = 10;
const LONGEST_PAUSE_MS = 100;

/** Waits until nothing runs, no message is in flight and no record is unread. */
export async function untilIdle(
  activity: Activity,
  triggers: readonly Trigger[],
  timeoutMs: number,
): Promise<void> {
  const deadline = performance.now() + timeoutMs;
  let pause = SHORTEST_PAUSE_MS;
  for (;;) {
    const begun = activity.begun;
    const still = activity.running === 0;
    const quiet = still && (await allQuiet(triggers));
    if (quiet && activity.running === 0 && activity.begun === begun) return;
    if (performance.now() > deadline) throw new Error(`Not idle after ${timeoutMs} ms.`);
    await delay(pause);
    if (still) pause = Math.min(pause * 2, LONGEST_PAUSE_MS);
  }
}

const allQuiet = async (triggers: readonly Trigger[]) =>
  (await Promise.all(triggers.map((trigger) => trigger.quiet()))).every(Boolean);

interface Movement {
  readonly clock: Clock;
  readonly schedules: Schedules;
  readonly activity: Activity;
  readonly idle: (timeoutMs: number) => Promise<void>;
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
const PATIENCE_MS = 15_000;

/**
 * Moves the clock, then fires the schedules again and again until they set nothing off any more.
 * What began before the move ends before it, at its own time.
 */
export async function move(to: ClockMove, movement: Movement): Promise<Moved> {
  const { clock, schedules, activity, idle } = movement;
  const calm = () =>
    idle(PATIENCE_MS).then(
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
