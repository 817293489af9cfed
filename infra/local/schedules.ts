import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import type { Activity } from './activity.ts';
import type { Clock } from './clock.ts';
import type { Lambda } from './lambda.ts';

export interface Schedule {
  readonly arn: string;
  readonly everyMs: number;
  readonly target: Lambda;
  /** The event's JSON where the template fixes it. */
  readonly input: string | undefined;
  /** Takes the event of an invocation that failed, as Lambda describes it to a destination. */
  readonly discard: (notice: object) => Promise<void>;
}

export interface Schedules {
  /** Fires every schedule once, now, and waits for the functions. Returns how many fired. */
  fireAll(): Promise<number>;
  pause(functionName: string): void;
  resume(functionName: string): void;
  stop(): void;
}

const UNITS_MS = { minute: 60_000, hour: 3_600_000, day: 86_400_000 } as const;

/** Milliseconds between two firings; the local hub reads `rate(...)` only. */
export function rate(expression: string): number {
  const [, count, unit] = /^rate\((\d+) (minute|hour|day)s?\)$/.exec(expression) ?? [];
  if (!count || !unit) throw new Error(`The local hub cannot fire the schedule ${expression}.`);
  return Number(count) * UNITS_MS[z.enum(['minute', 'hour', 'day']).parse(unit)];
}

interface SchedulesOptions {
  readonly schedules: readonly Schedule[];
  readonly clock: Clock;
  readonly activity: Activity;
  readonly region: string;
  readonly account: string;
}

/** Fires schedules by the hub's clock. What a jump of the clock skipped fires once. */
export function startSchedules({
  schedules,
  clock,
  activity,
  ...place
}: SchedulesOptions): Schedules {
  const paused = new Set<string>();
  const next = new Map(schedules.map((each) => [each, clock.now() + each.everyMs]));
  const timer = setInterval(() => {
    const due = schedules.filter((each) => (next.get(each) ?? 0) <= clock.now());
    void Promise.all(due.map(fire));
  }, 250);

  async function fire(schedule: Schedule): Promise<boolean> {
    if (paused.has(schedule.target.name)) return false;
    next.set(schedule, clock.now() + schedule.everyMs);
    const done = activity.begin();
    const requestPayload = event(schedule);
    try {
      await schedule.target.invoke(requestPayload);
    } catch (error) {
      await schedule.discard(failureNotice(schedule, requestPayload, error));
    } finally {
      done();
    }
    return true;
  }

  const failureNotice = ({ target }: Schedule, requestPayload: unknown, error: unknown) => ({
    version: '1.0',
    timestamp: new Date(clock.now()).toISOString(),
    requestContext: {
      functionArn: `${target.arn}:$LATEST`,
      condition: 'RetriesExhausted',
      approximateInvokeCount: 1,
    },
    requestPayload,
    responseContext: { statusCode: 200, executedVersion: '$LATEST', functionError: 'Unhandled' },
    responsePayload: { errorMessage: error instanceof Error ? error.message : String(error) },
  });

  const event = ({ input, arn }: Schedule): unknown =>
    input === undefined
      ? {
          version: '0',
          id: randomUUID(),
          'detail-type': 'Scheduled Event',
          source: 'aws.events',
          ...place,
          time: `${new Date(clock.now()).toISOString().slice(0, 19)}Z`,
          resources: [arn],
          detail: {},
        }
      : JSON.parse(input);

  return {
    fireAll: async () => (await Promise.all(schedules.map(fire))).filter(Boolean).length,
    pause: (name) => void paused.add(name),
    resume: (name) => void paused.delete(name),
    stop: () => clearInterval(timer),
  };
}
