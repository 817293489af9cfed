import { injectLambdaContext } from '@aws-lambda-powertools/logger/middleware';
import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import middy from '@middy/core';
import type {
  Context,
  DynamoDBBatchResponse,
  DynamoDBRecord,
  DynamoDBStreamEvent,
} from 'aws-lambda';
import { JournalEvent } from '../domain/journal/event.ts';
import { logger } from './observability.ts';

type Relay = (events: readonly JournalEvent[]) => Promise<ReadonlySet<JournalEvent>>;

/** The one stack of functions fed by the table's stream. What cannot be read as an event is a fault. */
export const streamOf = (relay: Relay) =>
  middy<DynamoDBStreamEvent, DynamoDBBatchResponse, Error, Context>()
    .use(injectLambdaContext(logger))
    .handler(async ({ Records }) => {
      const read = Records.map((record) => ({ record, event: eventOf(record) }));
      const failed = await relay(read.map(({ event }) => event));
      const from = read.find(({ event }) => failed.has(event));
      if (!from) return { batchItemFailures: [] };
      // A stream goes on from the first failure; repeating what was sent after it does no harm.
      const itemIdentifier = from.record.dynamodb?.SequenceNumber ?? '';
      return { batchItemFailures: [{ itemIdentifier }] };
    });

const eventOf = ({ dynamodb }: DynamoDBRecord): JournalEvent =>
  JournalEvent.parse(unmarshall((dynamodb?.NewImage ?? {}) as Record<string, AttributeValue>));
