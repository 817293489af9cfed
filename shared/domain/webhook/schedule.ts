/** Pauses in seconds: from 12 h on they do not grow, so that whoever is back hears within half a day. */
const DAYS_OF_HALVES = Array<number>(7).fill(43_200);

/**
 * Pauses after each failed attempt, in seconds: fifteen attempts, over 72 h also when every pause is
 * a fifth shorter. Work is never held up by them, for the recipient's clocks run whatever the
 * machine does.
 */
export const PAUSES: readonly number[] = [5, 60, 300, 900, 3600, 7200, 14_400, ...DAYS_OF_HALVES];

/**
 * Up to a fifth earlier and a tenth later, so that endpoints that failed together do not come back
 * together. The other tenth is left to the way there: the queue, and the minute that looks.
 */
const EARLIER = 0.2;
const SPREAD = 0.3;

/** Waits up to this stand in the queue, whose seconds are whole; longer ones in the due index. */
export const BY_QUEUE_MOST = 900;

/** No webhook is given up sooner, however close together the attempts were. */
const TRIED_FOR_MS = 72 * 3_600_000;

interface Waiting {
  /** In [0, 1). */
  readonly random: number;
  /** Seconds the receiver asked for. */
  readonly retryAfter?: number;
}

/** Seconds until the next attempt after so many; past the end of the schedule its last pause. */
export function pauseAfter(tries: number, { random, retryAfter = 0 }: Waiting): number {
  const pause = PAUSES[Math.min(tries, PAUSES.length) - 1] ?? 0;
  const drawn = pause * (1 - EARLIER + SPREAD * random);
  return Math.max(retryAfter, pause < BY_QUEUE_MOST ? Math.floor(drawn) : drawn);
}

/** Whether a webhook has been tried often enough and for long enough. */
export const isTriedOut = (tries: number, forMs: number): boolean =>
  tries > PAUSES.length && forMs >= TRIED_FOR_MS;
