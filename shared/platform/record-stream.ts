import { injectLambdaContext } from '@aws-lambda-powertools/logger/middleware';
import middy from '@middy/core';
import type {
  Context,
  DynamoDBBatchResponse,
  DynamoDBRecord,
  DynamoDBStreamEvent,
} from 'aws-lambda';
import { logger } from './observability.ts';

/**
 * The stack of functions fed by changes of items: record by record, each finished or thrown. A
 * stream goes on from the first failure, so the work must bear repetition.
 */
export const recordStreamOf = (work: (record: DynamoDBRecord) => Promise<void>) =>
  middy<DynamoDBStreamEvent, DynamoDBBatchResponse, Error, Context>()
    .use(injectLambdaContext(logger))
    .handler(async ({ Records }) => {
      const done = await Promise.allSettled(Records.map(work));
      const first = done.findIndex(({ status }) => status === 'rejected');
      const failed = Records[first];
      if (!failed) return { batchItemFailures: [] };
      const { reason } = done[first] as PromiseRejectedResult;
      logger.error('record failed', {
        error: reason instanceof Error ? reason.name : typeof reason,
      });
      return { batchItemFailures: [{ itemIdentifier: failed.dynamodb?.SequenceNumber ?? '' }] };
    });
