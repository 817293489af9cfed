import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import {
  type Environment,
  type EnvironmentOptions,
  FunctionFailure,
  startEnvironment,
} from './environment.ts';

export interface LambdaOptions extends EnvironmentOptions {
  readonly timeoutMs: number;
  /** `ReservedConcurrentExecutions` of the template. */
  readonly reserved?: number;
  /** Each call begins up to so many milliseconds later, by chance. */
  readonly jitterMs?: number;
}

/** Every environment was busy and the template reserves no more: Lambda's 429. */
export class Throttled extends Error {
  override readonly name = 'Throttled';
}

export interface InvokeOptions {
  /** `refuse` throws `Throttled` when every environment is busy; else the event waits in line. */
  readonly whenFull?: 'refuse' | 'wait';
}

/** A function: as many environments as its load needs, each with one request at a time. */
export interface Lambda {
  readonly name: string;
  readonly arn: string;
  readonly reserved: number | undefined;
  /** Resolves with the function's result; rejects with `FunctionFailure` or `Throttled`. */
  invoke(event: unknown, options?: InvokeOptions): Promise<unknown>;
  /** Ends every environment at once, whatever it is doing. */
  kill(): Promise<number>;
  readonly environments: number;
  stop(): Promise<void>;
}

/** Without a reservation a function gets this many environments: enough for two cores. */
const DEFAULT_CAP = 10;
/** An environment unused for this long is given back. */
const IDLE_LIMIT_MS = 5 * 60_000;

/**
 * While others are at work, whoever waits is left to them this long before one more is started: what
 * the last start took, for most are free again before it. A busy machine must not be made busier by
 * starts that come too late. At least this, about what a start takes of a core.
 */
const PATIENCE_MS = 150;

interface Waiting {
  /** Has been left to the others for long enough. */
  overdue: boolean;
  give(environment: Environment): void;
  fail(reason: Error): void;
}

export function lambda(options: LambdaOptions): Lambda {
  const { name, arn } = options.birth;
  const { jitterMs = 0 } = options;
  const cap = options.reserved ?? DEFAULT_CAP;
  const alive = new Set<Environment>();
  const free: { environment: Environment; since: number }[] = [];
  const waiting: Waiting[] = [];
  let starting = 0;
  let startTook = PATIENCE_MS;
  let stopped = false;

  const reaper = setInterval(() => void giveBackUnused(), IDLE_LIMIT_MS / 5);
  reaper.unref();

  async function giveBackUnused(): Promise<void> {
    const limit = performance.now() - IDLE_LIMIT_MS;
    const old = free.filter(({ since }) => since < limit);
    for (const each of old) free.splice(free.indexOf(each), 1);
    await Promise.all(old.map(({ environment }) => end(environment)));
  }

  async function end(environment: Environment): Promise<void> {
    alive.delete(environment);
    await environment.kill();
  }

  function acquire(whenFull: 'refuse' | 'wait'): Promise<Environment> {
    for (let last = free.pop(); last; last = free.pop()) {
      if (!last.environment.dead) return Promise.resolve(last.environment);
      alive.delete(last.environment);
    }
    if (whenFull === 'refuse' && alive.size + waiting.length >= cap)
      return Promise.reject(new Throttled(`${name}: all ${cap} environments are busy`));
    return new Promise((give, fail) => {
      const one: Waiting = { overdue: false, give, fail };
      waiting.push(one);
      startMore();
      setTimeout(() => {
        one.overdue = true;
        startMore();
      }, startTook).unref();
    });
  }

  /** How many in the line have nobody to wait for, or have waited long enough. */
  const unserved = (): number =>
    alive.size === 0 ? waiting.length : waiting.filter(({ overdue }) => overdue).length;

  /** Starts what the line needs, two at a time: loading is work for a whole core. */
  function startMore(): void {
    if (stopped || starting >= Math.min(2, unserved()) || alive.size + starting >= cap) return;
    starting += 1;
    const from = performance.now();
    startEnvironment(options)
      .then(
        (environment) => {
          startTook = Math.max(PATIENCE_MS, performance.now() - from);
          alive.add(environment);
          release(environment);
        },
        (reason: Error) => {
          options.log(failureLine(name, reason));
          waiting.shift()?.fail(reason);
        },
      )
      .finally(() => {
        starting -= 1;
        startMore();
      });
  }

  function release(environment: Environment): void {
    if (stopped || environment.dead) {
      alive.delete(environment);
      void environment.kill();
      startMore();
      return;
    }
    const next = waiting.shift();
    if (next) next.give(environment);
    else free.push({ environment, since: performance.now() });
  }

  return {
    name,
    arn,
    reserved: options.reserved,
    async invoke(event, { whenFull = 'wait' } = {}) {
      if (stopped) throw new Throttled(`${name} is stopped`);
      if (jitterMs > 0) await pause(Math.random() * jitterMs);
      const environment = await acquire(whenFull);
      const requestId = randomUUID();
      try {
        const { timeoutMs } = options;
        return await environment.invoke({ requestId, event: JSON.stringify(event), timeoutMs });
      } catch (error) {
        options.log(failureLine(name, error, requestId));
        throw error;
      } finally {
        release(environment);
      }
    },
    async kill() {
      const all = [...alive];
      await Promise.all(all.map(end));
      return all.length;
    },
    get environments() {
      return alive.size + starting;
    },
    async stop() {
      stopped = true;
      clearInterval(reaper);
      for (const each of waiting.splice(0)) each.fail(new Throttled(`${name} is stopped`));
      await Promise.all([...alive].map(end));
    },
  };
}

function failureLine(name: string, reason: unknown, requestId?: string): string {
  const message = reason instanceof Error ? reason.message : String(reason);
  const kind = reason instanceof FunctionFailure ? reason.kind : 'fault';
  return JSON.stringify({ level: 'ERROR', function: name, requestId, kind, message });
}
