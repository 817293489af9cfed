import type { Synthesized } from '../synthesize.ts';
import { type Activity, activity } from './activity.ts';
import { restApi } from './api.ts';
import type { Authorizer } from './authorizer.ts';
import type { Clock } from './clock.ts';
import type { Trigger } from './event-source.ts';
import { type RunningFunction, runFunctions } from './functions.ts';
import type { ClockMove } from './local-routes.ts';
import type { Phases } from './phases.ts';
import { pollingClient } from './queues.ts';
import { type Moved, move, untilIdle } from './quiet.ts';
import { createResources } from './resources.ts';
import { readRestApi } from './routes.ts';
import { startSchedules } from './schedules.ts';
import type { Respond } from './server.ts';
import type { Stores } from './stores/stores.ts';
import type { Disturbance } from './stream-client.ts';
import { type ResolvedTemplate, readTemplate } from './template.ts';
import { schedulesOf, startTriggers } from './triggers.ts';

export interface StackOptions {
  readonly synthesized: Synthesized;
  readonly stores: Stores;
  readonly clock: Clock;
  readonly authorize: Authorizer;
  /** Replaces environment variables that only make sense deployed. */
  readonly overrides: Readonly<Record<string, string>>;
  /** Tables of an earlier run: their streams go on from now. */
  readonly kept: boolean;
  /** See `HubOptions`. */
  readonly patience: number;
  /** See `HubOptions`. */
  readonly jitterMs: number;
  readonly log: (line: string) => void;
  readonly phase: Phases;
  /** Takes what has to be stopped, last started first. */
  readonly stopping: AsyncDisposableStack;
}

/** The template's functions with everything that calls them. */
export interface RunningStack {
  readonly functions: readonly RunningFunction[];
  readonly api: Respond;
  kill(functionName: string): Promise<number>;
  pause(functionName: string): void;
  resume(functionName: string): void;
  disturb(functionName: string, disturbance: Disturbance): () => void;
  idle(timeoutMs?: number): Promise<void>;
  moveClock(to: ClockMove): Promise<Moved>;
}

const ACCOUNT = '000000000000';
const IDLE_LIMIT_MS = 30_000;
const unchanged: Disturbance = (records) => records;

/** Creates the template's resources and lets its functions run. */
export async function runStack(options: StackOptions): Promise<RunningStack> {
  const { synthesized, stores, clock, phase, stopping } = options;
  const { region, stackName, code } = synthesized;
  const place = { region, account: ACCOUNT, stackName, gatewayUrl: stores.gatewayUrl };
  const template = readTemplate(synthesized.template, place);
  const created = await phase('tables and queues', createResources(template, stores));

  const functions = runFunctions({ ...options, template, code, region });
  stopping.defer(async () => void (await Promise.all(functions.map((each) => each.stop()))));
  const functionOf = (reference: string) => {
    const { name } = template.find('AWS::Lambda::Function', reference);
    return named(functions, name);
  };

  const going = activity();
  const sqs = pollingClient(stores.sqsUrl, region);
  const context = { ...options, ...created, template, functionOf, sqs, region };
  const disturbances = new Map<string, Disturbance>();
  const disturb = (name: string) => disturbances.get(name) ?? unchanged;
  const sources = { ...context, activity: going, disturb };
  const triggers = await phase('triggers', startTriggers(sources));
  stopping.defer(async () => void (await Promise.all(triggers.map((each) => each.stop()))));
  const schedules = startSchedules({
    schedules: schedulesOf(context),
    clock,
    activity: going,
    region,
    account: ACCOUNT,
  });
  stopping.defer(schedules.stop);

  const idle = (timeoutMs = IDLE_LIMIT_MS * options.patience) =>
    untilIdle(going, triggers, timeoutMs);
  const whole = { clock, schedules, activity: going, idle, patience: options.patience };
  return {
    functions,
    api: apiOf(template, { ...options, activity: going, functionOf }),
    kill: (name) => named(functions, name).kill(),
    pause(name) {
      for (const each of switches(name)) each.pause(named(functions, name).name);
    },
    resume(name) {
      for (const each of switches(name)) each.resume(named(functions, name).name);
    },
    disturb(name, disturbance) {
      const { name: target } = named(functions, name);
      disturbances.set(target, disturbance);
      return () => void disturbances.delete(target);
    },
    idle,
    moveClock: oneByOne((to) => move(to, whole)),
  };

  function switches(name: string) {
    const target = named(functions, name).name;
    const isIts = (trigger: Trigger) => trigger.functionName === target;
    return [...triggers.filter(isIts), schedules];
  }
}

interface ApiContext extends Pick<StackOptions, 'authorize' | 'clock' | 'patience'> {
  readonly activity: Activity;
  readonly functionOf: (reference: string) => RunningFunction;
}

function apiOf(template: ResolvedTemplate, context: ApiContext): Respond {
  const [resource, ...others] = template.ofType('AWS::ApiGateway::RestApi');
  if (!resource || others.length > 0) throw new Error('The local hub serves exactly one REST API.');
  const { logicalId, properties } = resource;
  const api = readRestApi(properties.Body, template.resolve);
  // A route to a function that is not there is found now, not by the first caller.
  for (const { functionReference } of api.routes) context.functionOf(functionReference);
  return restApi({ ...context, api, apiId: logicalId, account: ACCOUNT });
}

/** By the function's folder or by its name in the template. */
function named(functions: readonly RunningFunction[], name: string): RunningFunction {
  const found = functions.find((each) => each.name === name || each.shortName === name);
  if (!found) throw new Error(`The local hub runs no function ${name}.`);
  return found;
}

/** Two moves of the clock at the same time would wait for each other for ever. */
function oneByOne<A, R>(work: (argument: A) => Promise<R>): (argument: A) => Promise<R> {
  let last: Promise<unknown> = Promise.resolve();
  return (argument) => {
    const next = last.then(() => work(argument));
    last = next.catch(() => undefined);
    return next;
  };
}
