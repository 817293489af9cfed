/** The `Date` of an answer is cut to the whole second. */
const SECOND_MS = 1000;

/**
 * What to add to this machine's clock, in milliseconds, to have a time at which the hub can have
 * answered: nothing while both may be right, else as little as needed. The hub wrote `date` at some
 * moment between `asked` and `heard`; all three in milliseconds since the epoch.
 */
export function correction(date: number, asked: number, heard: number): number {
  if (date > heard) return date - heard;
  const latest = date + SECOND_MS;
  return latest < asked ? latest - asked : 0;
}

let ahead = 0;

/**
 * Takes the hub's time from one of its answers; `asked` and `heard` are this machine's `Date.now()`.
 * Not from what may be kept: the browser gives it again with the date it once had.
 */
export function setByHub({ headers }: Response, asked: number, heard: number): void {
  if (!headers.get('cache-control')?.includes('no-store')) return;
  const date = Date.parse(headers.get('date') ?? '');
  if (!Number.isNaN(date)) ahead = correction(date, asked, heard);
}

/**
 * What time it is for the hub, which counts the deadlines: an old laptop's clock goes wrong by hours,
 * and "in 20 minutes" must be true all the same.
 */
export const hubNow = (): Date => new Date(Date.now() + ahead);
