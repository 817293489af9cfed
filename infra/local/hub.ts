import { join } from 'node:path';
import { activity } from './activity.ts';
import { restApi } from './api.ts';
import { authorizer } from './authorizer.ts';
import { type Clock, openClock } from './clock.ts';
import { dataFolder } from './data-folder.ts';
import { functionLog } from './function-log.ts';
import { type RunningFunction, runFunctions } from './functions.ts';
import { startIdentity } from './identity.ts';
import { type ClockMove, localRoutes } from './local-routes.ts';
import { clients, people } from './people.ts';
import { type Phases, phases } from './phases.ts';
import { pollingClient } from './queues.ts';
import { move, untilIdle } from './quiet.ts';
import { createResources } from './resources.ts';
import { readRestApi } from './routes.ts';
import { startSchedules } from './schedules.ts';
import { listen } from './server.ts';
import { type Stores, startStores } from './stores/stores.ts';
import { synthesizeAside } from './synthesis.ts';
import { readTemplate } from './template.ts';
import { requestToken } from './token.ts';
import { schedulesOf, startTriggers } from './triggers.ts';

export interface HubOptions {
  /** 0 takes any free port. */
  readonly port: number;
  /** Tables, keys, boxes, logs and the clock's offset are kept here. */
  readonly dataDir: string;
  /** Throws away what `dataDir` holds before starting. */
  readonly fresh?: boolean;
  /** Tables in memory only. */
  readonly inMemory?: boolean;
  /** Prints nothing. */
  readonly quiet?: boolean;
  /** Another DynamoDB-compatible server instead of the embedded one. */
  readonly dynamodbEndpoint?: string;
  /** Fills an empty hub; tried again at the next start if it does not come to its end. */
  readonly seed?: (hub: LocalHub) => Promise<void>;
  /** The module that exports `synthesize`; `infra/synthesize.ts` when absent. */
  readonly app?: URL;
}

/** One function of the template as it runs here. */
export interface HubFunction {
  /** The function's folder: `referrals`, `fire-clocks`. */
  readonly name: string;
  /** Its environment variables, exactly as its code sees them. */
  readonly environment: Readonly<Record<string, string>>;
  /** Where its bundle lies. */
  readonly directory: string;
}

export interface LocalHub {
  /** `http://localhost:4600` */
  readonly url: string;
  readonly dataDir: string;
  readonly stores: Stores;
  readonly functions: readonly HubFunction[];
  readonly clock: Clock;
  /** How long each phase of the start took, in milliseconds. */
  readonly phases: Readonly<Record<string, number>>;
  /** An access token of a client of `people.ts`, fresh each time. */
  token(clientId: string): Promise<string>;
  /** Moves the clock forward, fires what falls due and waits until all is quiet. */
  moveClock(to: ClockMove): Promise<string>;
  /** Ends all environments of a function at once, whatever they are doing. Returns how many. */
  killEnvironments(functionName: string): Promise<number>;
  /** Stops a function's triggers (queues, streams, schedules); what waits stays waiting. */
  pause(functionName: string): void;
  resume(functionName: string): void;
  /** Resolves when no message is in flight, no record unread and no invocation running. */
  idle(timeoutMs?: number): Promise<void>;
  stop(): Promise<void>;
}

const ACCOUNT = '000000000000';
const IDLE_LIMIT_MS = 30_000;
const SYNTHESIS = new URL('../synthesize.ts', import.meta.url);

/** Starts the synthesized stack here; throws `CannotStart` where something is in the way. */
export async function startHub(options: HubOptions): Promise<LocalHub> {
  const stack = new AsyncDisposableStack();
  try {
    return await start(options, stack);
  } catch (error) {
    await stack.disposeAsync();
    throw error;
  }
}

async function start(options: HubOptions, stack: AsyncDisposableStack): Promise<LocalHub> {
  const phase = phases();
  const data = dataFolder(options.dataDir, options.fresh === true);
  stack.defer(data.release);
  const dataDir = data.path;
  const server = await listen(options.port);
  stack.defer(server.stop);
  const url = `http://localhost:${server.port}`;
  const issuer = `${url}/identity`;
  const clock = openClock(join(dataDir, 'clock.json'));
  const log = functionLog(join(dataDir, 'functions.log'));
  stack.defer(log.close);

  const { synthesized, stores, identity } = await startParts(options, stack, {
    phase,
    dataDir,
    issuer,
    clock,
  });
  const { region, stackName, code } = synthesized;
  const place = { region, account: ACCOUNT, stackName, gatewayUrl: stores.gatewayUrl };
  const template = readTemplate(synthesized.template, place);
  const created = await phase('tables and queues', createResources(template, stores));

  const functions = runFunctions({
    template,
    code,
    stores,
    clock,
    region,
    overrides: onlyHere(issuer),
    log: log.line,
  });
  stack.defer(async () => void (await Promise.all(functions.map((each) => each.stop()))));
  const functionOf = (reference: string) => {
    const { name } = template.find('AWS::Lambda::Function', reference);
    return named(functions, (each) => each.name === name, reference);
  };

  const going = activity();
  const sqs = pollingClient(stores.sqsUrl, region);
  const { dynamodbUrl } = stores;
  const kept = data.filled && options.inMemory !== true;
  const sources = { ...created, template, functionOf, sqs, dynamodbUrl, region, kept };
  const triggers = await phase('triggers', startTriggers({ ...sources, activity: going }));
  stack.defer(async () => void (await Promise.all(triggers.map((each) => each.stop()))));
  const schedules = startSchedules({
    schedules: schedulesOf(template, functionOf),
    clock,
    activity: going,
    region,
    account: ACCOUNT,
  });
  stack.defer(schedules.stop);

  const idle = (timeoutMs = IDLE_LIMIT_MS) => untilIdle(going, triggers, timeoutMs);
  const moveClock = oneByOne((to: ClockMove) =>
    move(to, { clock, schedules, activity: going, idle }),
  );
  const authorize = authorizer(issuer, identity.jwks, clock);
  const answers = template.ofType('AWS::ApiGateway::RestApi').map(({ logicalId, properties }) =>
    restApi({
      api: readRestApi(properties.Body, template.resolve),
      apiId: logicalId,
      account: ACCOUNT,
      authorize,
      clock,
      activity: going,
      functionOf,
    }),
  );
  const [api] = answers;
  if (!api || answers.length > 1) throw new Error('The local hub serves exactly one REST API.');
  server.open(localRoutes({ stores, clock, moveClock, api }), identity.port);
  // A second time, so that stopping begins at the door.
  stack.defer(server.stop);

  const byShortName = (name: string) =>
    named(functions, (each) => each.shortName === name || each.name === name, name);
  const triggersOf = (name: string) =>
    triggers.filter((trigger) => trigger.functionName === byShortName(name).name);
  const hub: LocalHub = {
    url,
    dataDir,
    stores,
    functions: functions.map(({ shortName: name, environment, directory }) => ({
      name,
      environment,
      directory,
    })),
    clock,
    phases: phase.measured,
    token: (id) =>
      requestToken(
        identity.port,
        clients.find((each) => each.id === id),
      ),
    moveClock,
    killEnvironments: (name) => byShortName(name).kill(),
    pause(name) {
      for (const trigger of triggersOf(name)) trigger.pause();
      schedules.pause(byShortName(name).name);
    },
    resume(name) {
      for (const trigger of triggersOf(name)) trigger.resume();
      schedules.resume(byShortName(name).name);
    },
    idle,
    stop: () => stack.disposeAsync(),
  };
  if (!data.filled && options.seed) await phase('seed', options.seed(hub));
  data.markFilled();
  phase.ready();
  return hub;
}

interface Parts {
  readonly phase: Phases;
  readonly dataDir: string;
  readonly issuer: string;
  readonly clock: Clock;
}

/** What takes long, at the same time: CDK, Java, and the identity provider's keys. */
async function startParts(options: HubOptions, stack: AsyncDisposableStack, parts: Parts) {
  const { phase, dataDir, issuer, clock } = parts;
  const { inMemory, dynamodbEndpoint, app = SYNTHESIS } = options;
  const started = async <T extends { stop(): Promise<void> }>(starting: Promise<T>) => {
    const part = await starting;
    stack.defer(() => part.stop());
    return part;
  };
  const starting = [
    phase('synthesis', synthesizeAside(app, join(dataDir, 'assembly'))),
    started(
      phase('stores', startStores({ dataDir, inMemory, dynamodbEndpoint, clock: clock.now })),
    ),
    started(phase('identity', startIdentity(dataDir, { issuer, clock, clients, people }))),
  ] as const;
  // If one fails the others come to their end first, so that they can be stopped.
  await Promise.allSettled(starting);
  const [synthesized, stores, identity] = await Promise.all(starting);
  return { synthesized, stores, identity };
}

/** What the template takes from services that exist in the cloud only. */
const onlyHere = (issuer: string) => ({
  TOKEN_ISSUER: issuer,
  TOKEN_JWKS_URI: `${issuer}/jwks`,
  CONSOLE_CLIENT_ID: 'console',
  // A partner's system under development listens on this machine.
  ERTAD_ALLOW_LOOPBACK_WEBHOOKS: 'yes',
});

function named(
  functions: readonly RunningFunction[],
  is: (each: RunningFunction) => boolean,
  reference: string,
): RunningFunction {
  const found = functions.find(is);
  if (!found) throw new Error(`The local hub runs no function ${reference}.`);
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
