import { ProblemError } from '../../shared/contract/client.ts';

/**
 * How it stands with what is being sent. There is a receipt only once the hub has answered: until
 * then it is not sent, whatever was tried.
 */
export type Sending<R> =
  | { readonly state: 'writing' }
  | { readonly state: 'sending'; readonly since: number }
  | { readonly state: 'unsent'; readonly since: number }
  | { readonly state: 'refused'; readonly error: ProblemError }
  | { readonly state: 'sent'; readonly receipt: R };

/** Between two tries while the line is bad: soon at first, then without wearing it out. */
const PAUSES_MS = [1000, 2000, 4000, 8000];

export interface SendOptions<R> {
  /** Called with the same idempotency key each time, so that it arrives once. */
  readonly attempt: () => Promise<R>;
  readonly tell: (sending: Sending<R>) => void;
  readonly now: () => number;
  /** Ends after so many milliseconds, or sooner when the line is back. */
  readonly pause: (ms: number) => Promise<void>;
}

/** The hub has decided: the same text would be refused again. */
const isDecided = (error: unknown): error is ProblemError =>
  error instanceof ProblemError &&
  error.status < 500 &&
  error.status !== 429 &&
  error.code !== 'still-running';

/** Tries until the hub has answered: with a receipt, or with what is wrong. */
export async function sendUntilAnswered<R>(options: SendOptions<R>): Promise<void> {
  const { attempt, tell, now, pause } = options;
  const since = now();
  tell({ state: 'sending', since });
  for (let tried = 0; ; tried += 1) {
    try {
      return tell({ state: 'sent', receipt: await attempt() });
    } catch (error) {
      if (isDecided(error)) return tell({ state: 'refused', error });
      tell({ state: 'unsent', since });
      await pause(PAUSES_MS[Math.min(tried, PAUSES_MS.length - 1)] ?? 0);
    }
  }
}
