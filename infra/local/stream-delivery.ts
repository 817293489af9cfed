import { setTimeout as delay } from 'node:timers/promises';
import type { Activity } from './activity.ts';
import { type EventSourceMapping, failedItems } from './event-source.ts';
import type { Lambda } from './lambda.ts';
import type { StreamRecord } from './stream-client.ts';

export interface DeliveryOptions {
  readonly mapping: EventSourceMapping;
  readonly target: Lambda;
  readonly activity: Activity;
  readonly region: string;
  /** Takes what was given up, as Lambda describes it to a destination. */
  readonly discard: (notice: object) => Promise<void>;
}

/** Delivers the records of one shard, in order, until they are done or given up. */
type Deliver = (shard: string, records: StreamRecord[]) => Promise<void>;

const LONGEST_BACKOFF_MS = 2_000;

/**
 * Delivery with Lambda's rules: repeats from the first failed record on, halves a batch that
 * failed whole, gives up by attempts and age. `mayGoOn` holds it while the trigger is paused.
 */
export function delivery(options: DeliveryOptions, mayGoOn: () => Promise<boolean>): Deliver {
  const { mapping, target } = options;

  async function deliver(shard: string, records: StreamRecord[]): Promise<void> {
    let left = records;
    for (let attempt = 0; left.length > 0 && (await mayGoOn()); attempt += 1) {
      left = await withoutOld(shard, left);
      const done = await invoke(left);
      left = left.slice(done);
      if (left.length === 0) return;
      if (done > 0) attempt = 0;
      if (mapping.BisectBatchOnFunctionError && done === 0 && left.length > 1)
        return bisect(shard, left);
      const { MaximumRetryAttempts } = mapping;
      if (MaximumRetryAttempts >= 0 && attempt >= MaximumRetryAttempts)
        return giveUp(shard, left, 'RetryAttemptsExhausted');
      await delay(Math.min(LONGEST_BACKOFF_MS, 50 * 2 ** attempt));
    }
  }

  async function bisect(shard: string, records: StreamRecord[]): Promise<void> {
    const half = Math.ceil(records.length / 2);
    await deliver(shard, records.slice(0, half));
    await deliver(shard, records.slice(half));
  }

  /** How many records from the first on are done. */
  async function invoke(records: StreamRecord[]): Promise<number> {
    if (records.length === 0) return 0;
    const done = options.activity.begin();
    try {
      const answer = await target.invoke({ Records: records.map(asEvent) });
      if (!mapping.FunctionResponseTypes.includes('ReportBatchItemFailures')) return records.length;
      const sequences = records.map((each) => each.dynamodb.SequenceNumber);
      const failed = failedItems(answer, sequences);
      const first = sequences.findIndex((sequence) => failed.has(sequence));
      return first === -1 ? records.length : first;
    } catch {
      return 0; // The log has it; the batch is tried again.
    } finally {
      done();
    }
  }

  const asEvent = (record: StreamRecord) => ({
    ...record,
    awsRegion: options.region,
    eventSourceARN: mapping.EventSourceArn,
  });

  /** A record's age is the machine's time: a clock moved by a week makes no record old. */
  async function withoutOld(shard: string, records: StreamRecord[]): Promise<StreamRecord[]> {
    if (mapping.MaximumRecordAgeInSeconds < 0) return records;
    const horizon = Date.now() / 1000 - mapping.MaximumRecordAgeInSeconds;
    const isOld = (each: StreamRecord) => each.dynamodb.ApproximateCreationDateTime < horizon;
    const old = records.filter(isOld);
    if (old.length > 0) await giveUp(shard, old, 'RecordAgeExceeded');
    return records.filter((each) => !isOld(each));
  }

  async function giveUp(shardId: string, records: StreamRecord[], condition: string) {
    const first = records[0]?.dynamodb;
    const last = records.at(-1)?.dynamodb;
    await options.discard({
      requestContext: { functionArn: target.arn, condition },
      responseContext: { statusCode: 200, executedVersion: '$LATEST', functionError: 'Unhandled' },
      version: '1.0',
      timestamp: new Date().toISOString(),
      DDBStreamBatchInfo: {
        shardId,
        startSequenceNumber: first?.SequenceNumber,
        endSequenceNumber: last?.SequenceNumber,
        batchSize: records.length,
        streamArn: mapping.EventSourceArn,
      },
    });
  }

  return deliver;
}
