import { Worker } from 'node:worker_threads';
import type { EndpointId } from '../../shared/domain/ids.ts';
import type { WebhookPayload } from '../../shared/domain/webhook/payload.ts';
import { must, until } from '../stage/until.ts';

/** What the municipality's system is asked. */
export type ToSystem =
  | { readonly kind: 'play-again' }
  | { readonly kind: 'power'; readonly on: boolean }
  | { readonly kind: 'rotate' }
  | { readonly kind: 'stop' };

/** What it says of itself. */
export type FromSystem =
  | {
      readonly kind: 'registered';
      readonly endpoint: EndpointId;
      readonly url: string;
      readonly state: string;
    }
  | { readonly kind: 'sent-away'; readonly id: string }
  | { readonly kind: 'power'; readonly on: boolean }
  | { readonly kind: 'rotated'; readonly signing: number }
  | Verified
  | { readonly kind: 'refused'; readonly why: string }
  | { readonly kind: 'played-again'; readonly why: string | undefined }
  | { readonly kind: 'stopped' };

/** A webhook that stood up to the official library, with what was found behind its link. */
export interface Verified {
  readonly kind: 'verified';
  readonly payload: WebhookPayload;
  /** Why the library refuses a copy that was changed by one sign. */
  readonly forged: string | undefined;
  /** Status of the call that followed the link. */
  readonly fetched: number;
  /** How many keys have signed it. */
  readonly signatures: number;
}

export interface MunicipalitySystem {
  readonly endpoint: EndpointId;
  readonly url: string;
  /** Whether the hub knows the address to be its own. */
  readonly state: string;
  readonly verified: readonly Verified[];
  readonly refused: readonly string[];
  /** The ids of what knocked while the power was off, each time it did. */
  readonly sentAway: readonly string[];
  /** The webhook about this subject, once it has come. */
  arrival(type: string, subject: string): Promise<Verified>;
  /** Why the first webhook is refused when somebody plays it again. */
  playAgain(): Promise<string | undefined>;
  /** Switches the power of its machines off or on. */
  power(on: boolean): Promise<void>;
  /** Takes a new key; for two days the old one signs as well. Answers how many sign now. */
  rotate(): Promise<number>;
  /** Removes the endpoint and ends the thread. */
  stop(): Promise<void>;
}

type Kind = FromSystem['kind'];
type Of<K extends Kind> = Extract<FromSystem, { kind: K }>;

/** Starts the system of an agency: a small server that receives webhooks (municipality-worker.ts). */
export async function startSystem(hub: string, agency: string): Promise<MunicipalitySystem> {
  const file = new URL('./worker.ts', import.meta.url);
  const worker = new Worker(file, { workerData: { hub, agency } });
  const said: FromSystem[] = [];
  let broken: unknown;
  worker.on('message', (message: FromSystem) => said.push(message));
  worker.on('error', (error) => {
    broken = error;
  });
  const ask = (message: ToSystem) => worker.postMessage(message);
  const all = <K extends Kind>(kind: K) =>
    said.filter((message): message is Of<K> => message.kind === kind);
  const heard = <K extends Kind>(kind: K): Promise<Of<K>> =>
    until(`the system of ${agency}: ${kind}`, () => {
      must(broken === undefined, `the system of ${agency} broke: ${String(broken)}`);
      return all(kind)[0];
    });

  try {
    const { endpoint, url, state } = await heard('registered');
    return {
      endpoint,
      url,
      state,
      get verified() {
        return all('verified');
      },
      get refused() {
        return all('refused').map(({ why }) => why);
      },
      get sentAway() {
        return all('sent-away').map(({ id }) => id);
      },
      arrival: (type, subject) =>
        until(`webhook ${type}`, () =>
          all('verified').find(
            ({ payload }) => payload.type === type && payload.data.subject.id === subject,
          ),
        ),
      async playAgain() {
        ask({ kind: 'play-again' });
        return (await heard('played-again')).why;
      },
      async power(on) {
        const before = all('power').length;
        ask({ kind: 'power', on });
        await until('the power is switched', () => all('power').length > before || undefined);
      },
      async rotate() {
        ask({ kind: 'rotate' });
        return (await heard('rotated')).signing;
      },
      async stop() {
        ask({ kind: 'stop' });
        await heard('stopped').finally(() => worker.terminate());
      },
    };
  } catch (error) {
    await worker.terminate();
    throw error;
  }
}
