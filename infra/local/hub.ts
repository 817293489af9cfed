import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Synthesized } from '../synthesize.ts';
import { authorizer } from './authorizer.ts';
import { type Clock, openClock } from './clock.ts';
import { dataFolder } from './data-folder.ts';
import { functionLog } from './function-log.ts';
import { startIdentity } from './identity.ts';
import { type ClockMove, localRoutes } from './local-routes.ts';
import { CannotStart } from './lock.ts';
import { clients, people } from './people.ts';
import { personToken } from './person-token.ts';
import { type Phases, phases } from './phases.ts';
import type { Moved } from './quiet.ts';
import { runStack } from './run-stack.ts';
import { listen } from './server.ts';
import { type Stores, startStores } from './stores/stores.ts';
import type { Disturbance } from './stream-client.ts';
import { synthesizeAside } from './synthesis.ts';
import { requestToken } from './token.ts';

export interface HubOptions {
  /** 0 takes any free port. */
  readonly port: number;
  /** Tables, keys, boxes, logs and the clock's offset are kept here. */
  readonly dataDir: string;
  /** Throws away what `dataDir` holds before starting. */
  readonly fresh?: boolean;
  /** Tables in memory only. */
  readonly inMemory?: boolean;
  /** Another DynamoDB-compatible server instead of the embedded one. */
  readonly dynamodbEndpoint?: string;
  /** In whose name it is called: hubs at one server may be kept apart by it. */
  readonly dynamodbAccessKey?: string;
  /**
   * How many times longer than deployed a function, a request and a wait may take; 1 when absent. A
   * machine that carries other work too stands still now and then.
   */
  readonly patience?: number;
  /** Each call of a function begins up to so many milliseconds later, by chance; 0 when absent. */
  readonly jitterMs?: number;
  /** An instant to come at which its clock stands at the first start; the machine's own when absent. */
  readonly startsAt?: string;
  /** Child centres that count as open here although the pack has them planned (`OPEN_HERE`). */
  readonly openCentres?: readonly string[];
  /** Fills an empty hub; tried again at the next start if it does not come to its end. */
  readonly seed?: (hub: LocalHub) => Promise<void>;
  /** The module that exports `synthesize` (`infra/synthesize.ts` when absent), or its result. */
  readonly app?: URL | Synthesized;
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
  /** An access token of a client or a person of `people.ts`, fresh each time. */
  token(id: string): Promise<string>;
  /** Moves the clock forward, fires what falls due and waits until all is quiet. */
  moveClock(to: ClockMove): Promise<Moved>;
  /** Ends all environments of a function at once, whatever they are doing. Returns how many. */
  killEnvironments(functionName: string): Promise<number>;
  /** Stops a function's triggers (queues, streams, schedules); what waits stays waiting. */
  pause(functionName: string): void;
  resume(functionName: string): void;
  /** Repeats, drops or reorders the records a function's stream gives it, until taken back. */
  disturb(functionName: string, disturbance: Disturbance): () => void;
  /** Resolves when no message is in flight, no record unread and no invocation running. */
  idle(timeoutMs?: number): Promise<void>;
  stop(): Promise<void>;
}

/** Planned in the pack as long as its opening is unverified; here there is no child to send astray. */
export const OPEN_HERE: readonly string[] = ['centre-kutaisi'];

const SYNTHESIS = new URL('../synthesize.ts', import.meta.url);

/** Starts the synthesized stack here; throws `CannotStart` where something is in the way. */
export async function startHub(options: HubOptions): Promise<LocalHub> {
  const stopping = new AsyncDisposableStack();
  try {
    return await start(options, stopping);
  } catch (error) {
    await stopping.disposeAsync();
    throw error;
  }
}

async function start(options: HubOptions, stopping: AsyncDisposableStack): Promise<LocalHub> {
  const phase = phases();
  const data = dataFolder(options.dataDir, options.fresh === true);
  stopping.defer(data.release);
  const server = await listen(options.port);
  stopping.defer(server.stop);
  const url = `http://localhost:${server.port}`;
  const issuer = `${url}/identity`;
  const clock = openClock(join(data.path, 'clock.json'), options.startsAt);
  const log = functionLog(join(data.path, 'functions.log'));
  stopping.defer(log.close);

  const parts = { phase, dataDir: data.path, issuer, clock, stopping };
  const { synthesized, stores, identity } = await startParts(options, parts);
  const running = await runStack({
    synthesized,
    stores,
    clock,
    authorize: authorizer(issuer, identity.jwks, clock),
    overrides: onlyHere(issuer, stores.gatewayUrl, options.openCentres ?? OPEN_HERE),
    kept: data.filled && options.inMemory !== true,
    patience: options.patience ?? 1,
    jitterMs: options.jitterMs ?? 0,
    log: log.line,
    phase,
    stopping,
  });
  const { moveClock, api } = running;
  server.open(localRoutes({ stores, clock, moveClock, api }), identity.port, clock.now);
  // A second time, so that stopping begins at the door.
  stopping.defer(server.stop);

  const hub: LocalHub = {
    url,
    dataDir: data.path,
    stores,
    functions: running.functions.map(({ shortName, environment, directory }) => ({
      name: shortName,
      environment,
      directory,
    })),
    clock,
    phases: phase.measured,
    token: (id) =>
      people.some(({ sub }) => sub === id) ? personToken(url, id) : requestToken(issuer, id),
    moveClock,
    killEnvironments: running.kill,
    pause: running.pause,
    resume: running.resume,
    disturb: running.disturb,
    idle: running.idle,
    stop: () => stopping.disposeAsync(),
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
  readonly stopping: AsyncDisposableStack;
}

/** What takes long, at the same time: CDK, Java, and the identity provider's keys. */
async function startParts(options: HubOptions, parts: Parts) {
  const { phase, dataDir, issuer, clock, stopping } = parts;
  const { inMemory, dynamodbEndpoint, dynamodbAccessKey, app = SYNTHESIS } = options;
  const assembly = join(dataDir, 'assembly');
  rmSync(assembly, { recursive: true, force: true });
  const started = async <T extends { stop(): Promise<void> }>(starting: Promise<T>) => {
    const part = await starting;
    stopping.defer(() => part.stop());
    return part;
  };
  const starting = [
    phase('synthesis', app instanceof URL ? synthesizeAside(app, assembly) : Promise.resolve(app)),
    started(
      phase(
        'stores',
        startStores({
          ...{ dataDir, inMemory, dynamodbEndpoint, dynamodbAccessKey },
          clock: clock.now,
        }).catch(outside),
      ),
    ),
    started(phase('identity', startIdentity(dataDir, { issuer, clock, clients, people }))),
  ] as const;
  // If one fails the others come to their end first, so that they can be stopped.
  await Promise.allSettled(starting);
  const [synthesized, stores, identity] = await Promise.all(starting);
  return { synthesized, stores, identity };
}

/** What the stores need and do not find, Java above all, is said in their own words. */
const outside = (error: Error): never => {
  throw new CannotStart(error.message, { cause: error });
};

/** What the template takes from services that exist in the cloud only. */
const onlyHere = (issuer: string, gatewayUrl: string, openCentres: readonly string[]) => ({
  TOKEN_ISSUER: issuer,
  TOKEN_JWKS_URI: `${issuer}/jwks`,
  CONSOLE_CLIENT_ID: 'console',
  AUTHORIZATION_URL: `${issuer}/authorize`,
  TOKEN_URL: `${issuer}/token`,
  SIGN_OUT_URL: `${issuer}/sign-out`,
  OPEN_CENTRES: openCentres.join(','),
  // Accounts made and ended by the hub are kept in a file.
  USER_POOL_URL: gatewayUrl,
  // Calls and mails go into the boxes of the gateway.
  VOICE_URL: gatewayUrl,
  MAIL_URL: gatewayUrl,
  // The bucket that cannot be emptied is a folder here.
  HEADS_URL: gatewayUrl,
  HUB_URL: new URL('/', issuer).href,
  // A partner's system under development listens on this machine.
  ERTAD_ALLOW_LOOPBACK_WEBHOOKS: 'yes',
});
