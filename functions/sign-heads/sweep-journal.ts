import { MetricUnit } from '@aws-lambda-powertools/metrics';
import { metrics } from '../../shared/platform/metrics.ts';
import { logger } from '../../shared/platform/observability.ts';
import type { Unsealed } from '../../shared/store/journal-log/unsealed.ts';
import type { Item } from '../../shared/store/write.ts';

interface Deps {
  readonly unsealed: Unsealed;
  readonly seal: (items: readonly Item[]) => Promise<number>;
  /** Milliseconds, of the machine: how long this run has taken. */
  readonly elapsed: () => number;
}

/** What the stream has not brought after this long, it will not bring. */
const OLD_MS = 15 * 60_000;
/** A run leaves off here and the next goes on: well within the function's time. */
const RUN_MS = 25_000;

/**
 * Once a day: looks over the whole table for entries of the journal without a leaf, and gives them
 * one. So nothing is missed that the stream lost, or that was written while nobody read it.
 */
export const sweepJournal =
  ({ unsealed, seal, elapsed }: Deps) =>
  async (day: string, at: string): Promise<boolean> => {
    const begun = elapsed();
    const until = new Date(Date.parse(at) - OLD_MS).toISOString();
    const known = await unsealed.sweep();
    if (known?.day === day && known.done) return true;
    let from = known?.day === day ? known.from : undefined;
    let late = 0;
    do {
      const { found, next } = await unsealed.page(from, until);
      late += await seal(found);
      from = next;
    } while (from && elapsed() - begun < RUN_MS);
    await unsealed.keep({ day, from, done: !from });
    metrics.addMetric('EntriesFoundUnsealed', MetricUnit.Count, late);
    if (late > 0) logger.warn('entries of the journal had no leaf', { late });
    return !from;
  };
