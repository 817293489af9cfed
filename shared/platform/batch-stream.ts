import { injectLambdaContext } from '@aws-lambda-powertools/logger/middleware';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import middy from '@middy/core';
import type { AttributeValue, Context, DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda';
import { logger } from './observability.ts';

type Image = Parameters<typeof unmarshall>[0];

/** Bytes come as text in an event, at any depth; in the table they are bytes. */
function bytesIn(value: AttributeValue): AttributeValue {
  if (typeof value.B === 'string') return { B: Buffer.from(value.B, 'base64') } as never;
  if (value.L) return { L: value.L.map(bytesIn) };
  if (value.M) return { M: imageOf(value.M) };
  return value;
}

const imageOf = (image: Record<string, AttributeValue>): Record<string, AttributeValue> =>
  Object.fromEntries(Object.entries(image).map(([name, value]) => [name, bytesIn(value)]));

const itemOf = ({ dynamodb }: DynamoDBRecord): Record<string, unknown> =>
  unmarshall(imageOf(dynamodb?.NewImage ?? {}) as unknown as Image);

/** The stack of functions fed by new items that are worked on together: all of a batch, or none. */
export const batchStreamOf = (work: (items: readonly Record<string, unknown>[]) => Promise<void>) =>
  middy<DynamoDBStreamEvent, void, Error, Context>()
    .use(injectLambdaContext(logger))
    .handler(async ({ Records }) => work(Records.map(itemOf)));
