import type { Failing } from './health.ts';
import { DAY_MS, DISABLED, WARNED_AFTER_MS, type Warning } from './patience.ts';

/** One more attempt that was not taken. */
export function failed(before: Failing | undefined, at: number): Failing {
  const today = Math.floor(at / DAY_MS);
  const { since = at, attempts = 0, days = [], told = [] } = before ?? {};
  // Enough are kept to tell that there were enough.
  const spread = days.includes(today) ? days : [...days, today].slice(-DISABLED.days);
  return { since, attempts: attempts + 1, days: spread, told };
}

const WARNINGS: readonly Warning[] = ['last', 'day', 'urgent'];

/** What the owner has to be told now: the gravest that is due and that nothing as grave was said of. */
export function warningDue({ since, told }: Failing, at: number, urgent: boolean) {
  const due = WARNINGS.filter((warning) => at - since >= WARNED_AFTER_MS[warning]);
  const [gravest] = due.filter((warning) => warning !== 'urgent' || urgent);
  if (!gravest) return undefined;
  const rank = WARNINGS.indexOf(gravest);
  return told.some(({ what }) => WARNINGS.indexOf(what) <= rank) ? undefined : gravest;
}

/** Days without an answer, many attempts, spread over days, and the owner warned a day ago. */
export function wornOut({ since, attempts, days, told }: Failing, at: number): boolean {
  const warned = told.some(
    ({ what, at: then }) => what === 'last' && at - then >= DISABLED.warnedMs,
  );
  return (
    warned &&
    at - since >= DISABLED.afterMs &&
    attempts >= DISABLED.attempts &&
    days.length >= DISABLED.days
  );
}
