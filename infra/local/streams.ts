import { setTimeout as delay } from 'node:timers/promises';
import { matcher } from './event-patterns.ts';
import { type EventSourceMapping, STOPPING_MS, type Trigger } from './event-source.ts';
import {
  type Disturbance,
  type Position,
  type StreamClient,
  StreamError,
  type StreamRecord,
} from './stream-client.ts';
import { type DeliveryOptions, delivery } from './stream-delivery.ts';

interface StreamTriggerOptions extends DeliveryOptions {
  readonly client: StreamClient;
  /** Where to begin: a stream kept from an earlier run is read from now on. */
  readonly from: 'TRIM_HORIZON' | 'LATEST';
  readonly disturb: Disturbance;
}

interface OpenShard {
  readonly id: string;
  iterator: string | undefined;
  position: Position;
}

/** Pause between two looks at an idle stream. */
const IDLE_MS = 60;
/** The database does not say how long that takes; with less, records were missed. */
const SHOWS_UP_MS = 60;
/** Streams here get a new shard every few hours; looking for one is cheap but not free. */
const DISCOVERY_MS = 5_000;

/** Reads a stream in order and hands its records to a function, as Lambda does. */
export async function streamTrigger(options: StreamTriggerOptions): Promise<Trigger> {
  const { client, mapping, target } = options;
  const size = mapping.BatchSize ?? 100;
  const matches = filter(mapping);
  /** A batch was read already when the trigger was paused: it is kept until it goes on. */
  let holding = false;
  const deliver = delivery(options, async () => {
    holding = true;
    while (paused && !stopped) await delay(20);
    holding = false;
    return !stopped;
  });
  const open: OpenShard[] = [];
  const seen = new Set<string>();
  let paused = false;
  let stopped = false;
  let emptySweeps = 0;
  let sweeping = false;
  /** Ends the pause between two looks: somebody asks whether all is quiet. */
  let hurry = () => {};
  const rest = () =>
    new Promise<void>((done) => {
      const timer = setTimeout(done, IDLE_MS);
      hurry = () => {
        clearTimeout(timer);
        done();
      };
    });

  async function discover(type: 'TRIM_HORIZON' | 'LATEST'): Promise<void> {
    for (const shard of await client.shards()) {
      if (seen.has(shard.ShardId)) continue;
      seen.add(shard.ShardId);
      const closed = shard.SequenceNumberRange?.EndingSequenceNumber !== undefined;
      if (closed && type === 'LATEST') continue;
      const position: Position = { type };
      const iterator = await client.iterator(shard.ShardId, position);
      open.push({ id: shard.ShardId, iterator, position });
    }
  }

  /** Reads until the batch is full or its window has passed; `read` counts filtered records too. */
  async function gather(shard: OpenShard): Promise<{ batch: StreamRecord[]; read: number }> {
    const batch: StreamRecord[] = [];
    const until = performance.now() + mapping.MaximumBatchingWindowInSeconds * 1000;
    let read = 0;
    while (shard.iterator !== undefined) {
      const page = await client.records(shard.iterator, size - batch.length);
      const last = page.Records.at(-1);
      if (last) {
        const sequence = last.dynamodb.SequenceNumber;
        shard.position = { type: 'AFTER_SEQUENCE_NUMBER', sequence };
      }
      shard.iterator = page.NextShardIterator ?? undefined;
      read += page.Records.length;
      batch.push(...page.Records.filter(matches));
      if (batch.length === 0 || batch.length >= size || performance.now() >= until) break;
      if (page.Records.length === 0) await delay(IDLE_MS);
    }
    return { batch, read };
  }

  async function sweep(): Promise<number> {
    let read = 0;
    for (const shard of [...open]) {
      const gathered = await gather(shard).catch((error) => reopen(shard, error));
      read += gathered.read;
      await deliver(shard.id, [...options.disturb(gathered.batch)]);
      if (shard.iterator !== undefined) continue;
      open.splice(open.indexOf(shard), 1);
      await discover('TRIM_HORIZON');
    }
    return read;
  }

  /** Iterators live 15 minutes; what lies before the horizon is gone. */
  async function reopen(shard: OpenShard, error: unknown) {
    const code = error instanceof StreamError ? error.code : '';
    if (code === 'TrimmedDataAccessException') shard.position = { type: 'TRIM_HORIZON' };
    else if (code !== 'ExpiredIteratorException') throw error;
    shard.iterator = await client.iterator(shard.id, shard.position);
    return { batch: [], read: 0 };
  }

  async function read(): Promise<void> {
    let lookedAt = performance.now();
    while (!stopped) {
      try {
        sweeping = !paused;
        if (sweeping) emptySweeps = (await sweep()) === 0 ? emptySweeps + 1 : 0;
        sweeping = false;
        if (paused || emptySweeps > 0) await rest();
        if (performance.now() - lookedAt < DISCOVERY_MS) continue;
        lookedAt = performance.now();
        await discover('TRIM_HORIZON');
      } catch {
        // The server is being stopped or is out of reach: ask again, not too fast.
        if (!stopped) await delay(200);
      }
    }
  }

  await discover(options.from);
  const reading = read();
  return {
    functionName: target.name,
    pause: () => {
      paused = true;
    },
    resume: () => {
      paused = false;
    },
    /**
     * The sweep under way may have begun before the question, so two must find nothing; and a record
     * shows up in the stream a moment after its write, so the last of them lies that far behind it.
     */
    async standing() {
      emptySweeps = 0;
      const asked = performance.now();
      const hasShown = () => performance.now() - asked >= SHOWS_UP_MS;
      const found = () => (paused ? holding || !sweeping : emptySweeps >= 2 && hasShown());
      const isQuiet = () => found() || stopped;
      for (let waited = 0; waited < 1_000 && !isQuiet(); waited += 5) {
        hurry();
        await delay(5);
      }
      return isQuiet() ? 'quiet' : 'at-work';
    },
    // A stream’s records are tried again without a pause.
    bringBack: async () => {},
    async stop() {
      stopped = true;
      await Promise.race([reading, delay(STOPPING_MS)]);
    },
  };
}

function filter(mapping: EventSourceMapping): (record: StreamRecord) => boolean {
  const filters = mapping.FilterCriteria?.Filters ?? [];
  const matchers = filters.map(({ Pattern }) => matcher(JSON.parse(Pattern)));
  return (record) => matchers.length === 0 || matchers.some((matches) => matches(record));
}
