import { MetricUnit } from '@aws-lambda-powertools/metrics';
import { metrics } from '../../shared/platform/metrics.ts';

interface Deps {
  readonly seal: (items: readonly Record<string, unknown>[]) => Promise<number>;
}

/**
 * New entries of the journal → their leaves in the log. All of a batch or none: what is delivered
 * again finds the leaves it has and adds the others.
 */
export const sealJournal =
  ({ seal }: Deps) =>
  async (items: readonly Record<string, unknown>[]): Promise<void> => {
    const added = await seal(items);
    metrics.addMetric('EntriesSealed', MetricUnit.Count, added);
    metrics.publishStoredMetrics();
  };
