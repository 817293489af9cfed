const NAMESPACE = 'Ertad';

/**
 * Counts what happened as a line of the log that CloudWatch reads as a metric (embedded metric format).
 * By hand for the one function that has no room for the library.
 */
export const counted =
  (service: string, write: (line: string) => void) =>
  (metric: string, howMany: number): void =>
    write(
      `${JSON.stringify({
        _aws: {
          Timestamp: Date.now(),
          CloudWatchMetrics: [
            {
              Namespace: NAMESPACE,
              Dimensions: [['service']],
              Metrics: [{ Name: metric, Unit: 'Count' }],
            },
          ],
        },
        service,
        [metric]: howMany,
      })}\n`,
    );
