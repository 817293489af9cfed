import { setTimeout as delay } from 'node:timers/promises';
import {
  ChangeMessageVisibilityBatchCommand,
  DeleteMessageBatchCommand,
  GetQueueAttributesCommand,
  type Message,
  type QueueAttributeName,
  ReceiveMessageCommand,
  SQSClient,
} from '@aws-sdk/client-sqs';
import type { Activity } from './activity.ts';
import {
  type EventSourceMapping,
  failedItems,
  STOPPING_MS,
  type Standing,
  type Trigger,
} from './event-source.ts';
import type { Lambda } from './lambda.ts';
import { entries, type QueueSource, RECEIVE_LIMIT, record } from './queue-messages.ts';

interface QueueTriggerOptions {
  readonly sqs: SQSClient;
  readonly queue: QueueSource;
  readonly mapping: EventSourceMapping;
  readonly target: Lambda;
  readonly activity: Activity;
}

/** Lambda starts with five pollers a queue. */
const DEFAULT_CONCURRENCY = 5;

/** Hidden for so long, a message comes back later than anybody waits for it here. */
const LONG_S = 10;

/** The client the pollers use: the raw server checks no signature. */
export const pollingClient = (endpoint: string, region: string): SQSClient =>
  new SQSClient({
    endpoint,
    region,
    credentials: { accessKeyId: 'poller', secretAccessKey: 'poller' },
    useQueueUrlAsEndpoint: false,
    // A connection nobody used for a while may be closed just as it is used again.
    maxAttempts: 3,
  });

/** Polls a queue and hands its messages to a function, as Lambda does. */
export function queueTrigger({
  sqs,
  queue,
  mapping,
  target,
  activity,
}: QueueTriggerOptions): Trigger {
  const QueueUrl = queue.rawUrl;
  const concurrency = mapping.ScalingConfig?.MaximumConcurrency ?? DEFAULT_CONCURRENCY;
  const stopping = new AbortController();
  const underWay = new Set<Promise<void>>();
  let paused = false;
  /** Failed here, and hidden until their time has passed. */
  const putOff = new Map<string, Message>();
  /** A batch is being gathered: its messages are hidden although nobody has failed them. */
  let gathering = false;

  async function receive(limit: number, waitSeconds: number): Promise<Message[]> {
    const { Messages } = await sqs.send(
      new ReceiveMessageCommand({
        QueueUrl,
        MaxNumberOfMessages: Math.min(limit, RECEIVE_LIMIT),
        WaitTimeSeconds: waitSeconds,
        MessageSystemAttributeNames: ['All'],
        MessageAttributeNames: ['All'],
      }),
      { abortSignal: stopping.signal },
    );
    return Messages ?? [];
  }

  /** Receives until the batch is full or its window has passed. */
  async function gather(): Promise<Message[]> {
    const size = mapping.BatchSize ?? RECEIVE_LIMIT;
    const batch = await receive(size, 2);
    gathering = batch.length > 0;
    const until = performance.now() + mapping.MaximumBatchingWindowInSeconds * 1000;
    while (batch.length > 0 && batch.length < size) {
      const left = until - performance.now();
      const more = left > 0 || size > RECEIVE_LIMIT ? await receive(size - batch.length, 0) : [];
      batch.push(...more);
      if (more.length === 0 && left <= 0) break;
      if (more.length === 0) await delay(Math.min(50, left));
    }
    return batch;
  }

  async function handle(messages: Message[]): Promise<void> {
    const done = activity.begin();
    try {
      const answer = await target.invoke({ Records: messages.map((each) => record(each, queue)) });
      const reports = mapping.FunctionResponseTypes.includes('ReportBatchItemFailures');
      const ids = messages.map(({ MessageId = '' }) => MessageId);
      const failed = reports ? failedItems(answer, ids) : new Set<string>();
      await remove(messages.filter(({ MessageId = '' }) => !failed.has(MessageId)));
      for (const one of messages) note(one, failed.has(one.MessageId ?? ''));
    } catch {
      // The log has it. Nothing is deleted: the messages come back after their visibility timeout.
      for (const one of messages) note(one, true);
    } finally {
      done();
    }
  }

  function note(message: Message, failed: boolean): void {
    const { MessageId = '' } = message;
    if (failed) putOff.set(MessageId, message);
    else putOff.delete(MessageId);
  }

  async function remove(messages: Message[]): Promise<void> {
    for (const Entries of entries(messages))
      await sqs.send(new DeleteMessageBatchCommand({ QueueUrl, Entries }));
  }

  /** What arrived while the trigger was being paused waits in the queue again. */
  async function giveBack(messages: Message[]): Promise<void> {
    for (const batch of entries(messages)) {
      const Entries = batch.map((entry) => ({ ...entry, VisibilityTimeout: 0 }));
      await sqs.send(new ChangeMessageVisibilityBatchCommand({ QueueUrl, Entries }));
    }
  }

  async function poll(): Promise<void> {
    while (!stopping.signal.aborted) {
      try {
        if (paused) await delay(20);
        else if (underWay.size >= concurrency) await Promise.race(underWay);
        else await dispatch(await gather());
      } catch {
        gathering = false;
        // The server is being stopped or is out of reach: ask again, not too fast.
        if (!stopping.signal.aborted) await delay(200);
      }
    }
  }

  async function dispatch(messages: Message[]): Promise<void> {
    gathering = false;
    if (messages.length === 0) return;
    if (paused) return giveBack(messages);
    const work = handle(messages).finally(() => underWay.delete(work));
    underWay.add(work);
  }

  async function standing(): Promise<Standing> {
    if (underWay.size > 0 || gathering) return 'at-work';
    if (paused) return 'quiet';
    const { Attributes } = await sqs.send(
      new GetQueueAttributesCommand({
        QueueUrl,
        AttributeNames: [
          'ApproximateNumberOfMessages',
          'ApproximateNumberOfMessagesNotVisible',
          'VisibilityTimeout',
        ],
      }),
    );
    const count = (name: QueueAttributeName) => Number(Attributes?.[name] ?? 0);
    if (underWay.size > 0 || gathering || count('ApproximateNumberOfMessages') > 0)
      return 'at-work';
    if (count('ApproximateNumberOfMessagesNotVisible') === 0) return 'quiet';
    return count('VisibilityTimeout') >= LONG_S ? 'put-off' : 'at-work';
  }

  const polling = poll();
  return {
    functionName: target.name,
    pause: () => {
      paused = true;
    },
    resume: () => {
      paused = false;
    },
    standing,
    async bringBack() {
      const failed = [...putOff.values()];
      putOff.clear();
      await giveBack(failed);
    },
    async stop() {
      stopping.abort();
      await Promise.race([Promise.all([polling, ...underWay]), delay(STOPPING_MS)]);
    },
  };
}
