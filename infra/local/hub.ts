import type { Clock } from './clock.ts';
import type { Stores } from './stores/stores.ts';

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
  /** Runs once, when the tables were just created. */
  readonly seed?: (hub: LocalHub) => Promise<void>;
  /** The module that exports `synthesize`; `infra/app.ts` when absent. */
  readonly app?: URL;
}

/** One function of the template as it runs here. */
export interface HubFunction {
  /** The function's name without the stack's prefix: `referrals`, `fire-clocks`. */
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
  moveClock(to: { advance: string } | { set: string }): Promise<string>;
  /** Ends all environments of a function at once, whatever they are doing. Returns how many. */
  killEnvironments(functionName: string): Promise<number>;
  /** Stops a function's triggers (queues, streams, schedules); what waits stays waiting. */
  pause(functionName: string): void;
  resume(functionName: string): void;
  /** Resolves when no message is in flight, no record unread and no invocation running. */
  idle(timeoutMs?: number): Promise<void>;
  stop(): Promise<void>;
}

/** Starts the synthesized stack on this machine. */
export async function startHub(_options: HubOptions): Promise<LocalHub> {
  throw new Error('not started yet');
}
