import * as z from 'zod';

/** Properties of an `AWS::Lambda::EventSourceMapping`, intrinsics resolved. */
export const EventSourceMapping = z.strictObject({
  FunctionName: z.string(),
  EventSourceArn: z.string(),
  Enabled: z.boolean().default(true),
  BatchSize: z.int().positive().optional(),
  MaximumBatchingWindowInSeconds: z.number().min(0).default(0),
  FunctionResponseTypes: z.array(z.literal('ReportBatchItemFailures')).default([]),
  FilterCriteria: z
    .object({ Filters: z.array(z.object({ Pattern: z.string() })).default([]) })
    .optional(),
  ScalingConfig: z.object({ MaximumConcurrency: z.int().min(2) }).optional(),
  StartingPosition: z.enum(['TRIM_HORIZON', 'LATEST']).optional(),
  BisectBatchOnFunctionError: z.boolean().default(false),
  /** −1: as long as the record lives. */
  MaximumRetryAttempts: z.int().default(-1),
  MaximumRecordAgeInSeconds: z.int().default(-1),
  DestinationConfig: z
    .object({ OnFailure: z.object({ Destination: z.string() }).optional() })
    .optional(),
  /** More lanes only help where one lane is too slow; here each shard has one. */
  ParallelizationFactor: z.int().optional(),
  Tags: z.unknown().optional(),
  MetricsConfig: z.unknown().optional(),
});
export type EventSourceMapping = z.infer<typeof EventSourceMapping>;

const Report = z
  .object({ batchItemFailures: z.array(z.object({ itemIdentifier: z.string().min(1) })).nullish() })
  .nullish();

/**
 * The items of a batch that failed. As Lambda: an answer that cannot be read, or that names an
 * item the batch does not hold, fails the whole batch.
 */
export function failedItems(answer: unknown, identifiers: readonly string[]): ReadonlySet<string> {
  const report = Report.safeParse(answer);
  if (!report.success) return new Set(identifiers);
  const failed = (report.data?.batchItemFailures ?? []).map((each) => each.itemIdentifier);
  return new Set(failed.every((each) => identifiers.includes(each)) ? failed : identifiers);
}

/** What is being done when the hub stops gets this long to come to its end; then it is cut. */
export const STOPPING_MS = 1_000;

/**
 * `quiet`: nothing waits or is under way, or the trigger is paused and stands still. `put-off`: nothing
 * is under way either, but messages that failed wait until they may be received again.
 */
export type Standing = 'quiet' | 'at-work' | 'put-off';

/** A poller of one event source. */
export interface Trigger {
  readonly functionName: string;
  pause(): void;
  resume(): void;
  standing(): Promise<Standing>;
  /** What failed may be received again at once, as if its time had passed. */
  bringBack(): Promise<void>;
  stop(): Promise<void>;
}
