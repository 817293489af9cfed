const NAMESPACE = 'Ertad';

/**
 * Counts what happened as a line of the log that CloudWatch reads as a metric (embedded metric format).
 * By hand for the one function that has no room for the library.
 */
export const counted =
  (service: string, write: (line: string) => void) =>
  (metric: string, howMany: number): void =>
    write(lineOf(metric, howMany, { service }));

/** The same of the hub as a whole, whichever function it happens in. */
export const countedOfHub =
  (write: (line: string) => void) =>
  (metric: string): void =>
    write(lineOf(metric, 1, {}));

const lineOf = (metric: string, howMany: number, of: Readonly<Record<string, string>>): string =>
  `${JSON.stringify({
    _aws: {
      Timestamp: Date.now(),
      CloudWatchMetrics: [
        {
          Namespace: NAMESPACE,
          Dimensions: [Object.keys(of)],
          Metrics: [{ Name: metric, Unit: 'Count' }],
        },
      ],
    },
    ...of,
    [metric]: howMany,
  })}\n`;
