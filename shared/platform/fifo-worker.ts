import { injectLambdaContext } from '@aws-lambda-powertools/logger/middleware';
import middy from '@middy/core';
import type { Context, SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import type * as z from 'zod';
import { logger } from './observability.ts';

/**
 * The stack of FIFO queue functions: the messages of one group are worked together and in order. A
 * group that fails goes back whole, for nothing in it may overtake what failed.
 */
export const fifoWorkerOf = <T extends z.ZodType, G extends string>(
  schema: T,
  groupOf: (message: z.output<T>) => G,
  work: (group: G, messages: readonly z.output<T>[]) => Promise<void>,
) => {
  const attempt = async (records: readonly SQSRecord[]): Promise<readonly SQSRecord[]> => {
    try {
      const messages = records.map(({ body }) => schema.parse(JSON.parse(body)));
      const [first] = messages;
      if (first !== undefined) await work(groupOf(first), messages);
      return [];
    } catch (error) {
      const name = error instanceof Error ? error.name : typeof error;
      logger.error('group failed', { messages: records.length, error: name });
      return records;
    }
  };
  return middy<SQSEvent, SQSBatchResponse, Error, Context>()
    .use(injectLambdaContext(logger))
    .handler(async ({ Records }) => {
      const groups = Map.groupBy(Records, ({ attributes }) => attributes.MessageGroupId);
      const failed = (await Promise.all([...groups.values()].map(attempt))).flat();
      return { batchItemFailures: failed.map(({ messageId }) => ({ itemIdentifier: messageId })) };
    });
};
