import { Worker } from 'node:worker_threads';
import type { WebhookPayload } from '../../shared/domain/webhook/payload.ts';
import { must, until } from '../stage/until.ts';

/** What the municipality's system is asked. */
export type ToSystem = { readonly kind: 'play-again' } | { readonly kind: 'stop' };

/** What it says of itself. */
export type FromSystem =
  | { readonly kind: 'registered'; readonly endpoint: string; readonly url: string }
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
}

export interface MunicipalitySystem {
  readonly endpoint: string;
  readonly url: string;
  readonly verified: readonly Verified[];
  readonly refused: readonly string[];
  /** The webhook about this subject, once it has come. */
  arrival(type: string, subject: string): Promise<Verified>;
  /** Why the first webhook is refused when somebody plays it again. */
  playAgain(): Promise<string | undefined>;
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
    const { endpoint, url } = await heard('registered');
    return {
      endpoint,
      url,
      get verified() {
        return all('verified');
      },
      get refused() {
        return all('refused').map(({ why }) => why);
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
