import { BatchProcessor, EventType, processPartialResponse } from '@aws-lambda-powertools/batch';
import { injectLambdaContext } from '@aws-lambda-powertools/logger/middleware';
import middy from '@middy/core';
import type { Context, SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import type * as z from 'zod';
import { logger } from './observability.ts';

/** The one stack of queue functions: each message is finished or thrown, never logged away. */
export const workerOf = <T extends z.ZodType>(
  schema: T,
  work: (message: z.output<T>) => Promise<void>,
) => {
  const processor = new BatchProcessor(EventType.SQS);
  const one = async ({ body, messageId }: SQSRecord): Promise<void> => {
    try {
      await work(schema.parse(JSON.parse(body)));
    } catch (error) {
      const name = error instanceof Error ? error.name : typeof error;
      logger.error('message failed', { messageId, error: name });
      throw error;
    }
  };
  return middy<SQSEvent, SQSBatchResponse, Error, Context>()
    .use(injectLambdaContext(logger))
    .handler((event, context) =>
      processPartialResponse(event, one, processor, { context, throwOnFullBatchFailure: false }),
    );
};
