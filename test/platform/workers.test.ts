import { marshall } from '@aws-sdk/util-dynamodb';
import type { DynamoDBRecord, SQSRecord } from 'aws-lambda';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import type { JournalEvent } from '../../shared/domain/journal/event.ts';
import { fifoWorkerOf } from '../../shared/platform/fifo-worker.ts';
import { streamOf } from '../../shared/platform/stream.ts';
import { workerOf } from '../../shared/platform/worker.ts';
import { anEvent, LEAD, POLICE } from '../build.ts';
import { aContext } from './event.ts';

const Message = z.strictObject({ group: z.string(), number: z.int() });

const record = (body: string, messageId: string, MessageGroupId?: string): SQSRecord => ({
  messageId,
  receiptHandle: messageId,
  body,
  attributes: {
    ApproximateReceiveCount: '1',
    SentTimestamp: '0',
    SenderId: 'x',
    ApproximateFirstReceiveTimestamp: '0',
    ...(MessageGroupId !== undefined && { MessageGroupId }),
  },
  messageAttributes: {},
  md5OfBody: '',
  eventSource: 'aws:sqs',
  eventSourceARN: 'arn:aws:sqs:eu-central-1:000000000000:q',
  awsRegion: 'eu-central-1',
});
const message = (group: string, number: number) =>
  record(JSON.stringify({ group, number }), `${group}${number}`, group);
const failures = (result: unknown) =>
  (result as { batchItemFailures: { itemIdentifier: string }[] }).batchItemFailures.map(
    ({ itemIdentifier }) => itemIdentifier,
  );

describe('a queue function', () => {
  const worked: number[] = [];
  const handler = workerOf(Message, async ({ number }) => {
    if (number < 0) throw new Error('Secret');
    worked.push(number);
  });

  it('finishes what it can and gives back exactly what failed', async () => {
    const Records = [message('a', 1), message('a', -2), message('b', 3)];
    expect(failures(await handler({ Records }, aContext()))).toEqual(['a-2']);
    expect(worked).toEqual([1, 3]);
  });

  it.each(['', 'x', '{}', '{"group":"a","number":1,"name":"x"}'])(
    'gives back what it cannot read: %j',
    async (body) => {
      expect(failures(await handler({ Records: [record(body, 'm')] }, aContext()))).toEqual(['m']);
    },
  );

  it('gives back the whole batch, without failing itself, when all of it fails', async () => {
    const Records = [message('a', -1), message('a', -2)];
    expect(failures(await handler({ Records }, aContext()))).toEqual(['a-1', 'a-2']);
  });
});

describe('a FIFO queue function', () => {
  const worked: string[] = [];
  const handler = fifoWorkerOf(
    Message,
    ({ group }) => group,
    async (group, messages) => {
      if (messages.some(({ number }) => number < 0)) throw new Error('Secret');
      worked.push(`${group}: ${messages.map(({ number }) => number).join()}`);
    },
  );

  it('works each group together and in order', async () => {
    const Records = [message('a', 1), message('b', 1), message('a', 2), message('b', 2)];
    expect(failures(await handler({ Records }, aContext()))).toEqual([]);
    expect(worked.toSorted()).toEqual(['a: 1,2', 'b: 1,2']);
  });

  it('gives a group back whole, and that group alone', async () => {
    const Records = [message('a', 3), message('a', -4), message('b', 5), message('a', 6)];
    expect(failures(await handler({ Records }, aContext()))).toEqual(['a3', 'a-4', 'a6']);
    expect(worked).toContain('b: 5');
  });

  it('lets nothing overtake a message it cannot read', async () => {
    const Records = [message('c', 1), record('broken', 'c2', 'c'), message('c', 3)];
    expect(failures(await handler({ Records }, aContext()))).toEqual(['c1', 'c2', 'c3']);
  });
});

describe('a function of the stream', () => {
  const changed = (event: JournalEvent, SequenceNumber: string): DynamoDBRecord => ({
    eventName: 'INSERT',
    dynamodb: {
      SequenceNumber,
      NewImage: marshall(
        { pk: 'TASK#1', sk: 'EVENT#000001', what: 'event', ...event },
        { removeUndefinedValues: true },
      ) as never,
    },
  });
  const events = [anEvent({ to: [POLICE] }), anEvent({ to: [LEAD] }), anEvent()];
  const Records = events.map((event, i) => changed(event, `${i + 1}00`));

  it('relays the events as they were written', async () => {
    const seen: JournalEvent[] = [];
    const handler = streamOf(async (relayed) => {
      seen.push(...relayed);
      return new Set();
    });
    expect(failures(await handler({ Records }, aContext()))).toEqual([]);
    expect(seen.map(({ id, to }) => [id, to])).toEqual(events.map(({ id, to }) => [id, to]));
  });

  it('goes on from the first event that could not be relayed', async () => {
    const handler = streamOf(async (relayed) => new Set(relayed.slice(1)));
    expect(failures(await handler({ Records }, aContext()))).toEqual(['200']);
  });

  it('stops at what is no event', async () => {
    const handler = streamOf(async () => new Set());
    const broken = [{ dynamodb: { SequenceNumber: '1', NewImage: {} } }];
    await expect(handler({ Records: broken }, aContext())).rejects.toThrow();
  });
});
