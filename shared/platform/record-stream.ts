import { injectLambdaContext } from '@aws-lambda-powertools/logger/middleware';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import middy from '@middy/core';
import type {
  Context,
  DynamoDBBatchResponse,
  DynamoDBRecord,
  DynamoDBStreamEvent,
} from 'aws-lambda';
import { logger } from './observability.ts';

type Image = Parameters<typeof unmarshall>[0];

/** One change of an item: its key, and what it is now; nothing where it is gone. */
export interface Changed {
  readonly pk: string;
  readonly sk: string;
  readonly item: Record<string, unknown> | undefined;
}

const changedBy = ({ dynamodb }: DynamoDBRecord): Changed => {
  const { pk, sk } = unmarshall((dynamodb?.Keys ?? {}) as Image);
  const image = dynamodb?.NewImage as Image | undefined;
  return { pk: String(pk), sk: String(sk), item: image && unmarshall(image) };
};

/**
 * The stack of functions fed by changes of items: record by record, each finished or thrown. A
 * stream goes on from the first failure, so the work must bear repetition.
 */
export const recordStreamOf = (work: (change: Changed) => Promise<void>) =>
  middy<DynamoDBStreamEvent, DynamoDBBatchResponse, Error, Context>()
    .use(injectLambdaContext(logger))
    .handler(async ({ Records }) => {
      const done = await Promise.allSettled(Records.map(async (record) => work(changedBy(record))));
      const first = done.findIndex(({ status }) => status === 'rejected');
      const failed = Records[first];
      if (!failed) return { batchItemFailures: [] };
      const { reason } = done[first] as PromiseRejectedResult;
      logger.error('record failed', {
        error: reason instanceof Error ? reason.name : typeof reason,
      });
      return { batchItemFailures: [{ itemIdentifier: failed.dynamodb?.SequenceNumber ?? '' }] };
    });
