import type { Message } from '@aws-sdk/client-sqs';

export interface QueueSource {
  readonly arn: string;
  /** The queue at the raw server. */
  readonly rawUrl: string;
  readonly region: string;
}

/** SQS gives and takes at most this many messages at once. */
export const RECEIVE_LIMIT = 10;

/** What names messages to SQS, in portions of the size it takes. */
export function entries(messages: Message[]) {
  const all = messages.map(({ ReceiptHandle }, index) => ({ Id: String(index), ReceiptHandle }));
  const batches = Math.ceil(all.length / RECEIVE_LIMIT);
  return Array.from({ length: batches }, (_, batch) =>
    all.slice(batch * RECEIVE_LIMIT, (batch + 1) * RECEIVE_LIMIT),
  );
}

/** A message as Lambda's SQS event carries it. */
export function record(message: Message, { arn, region }: QueueSource): Record<string, unknown> {
  const attributes = Object.entries(message.MessageAttributes ?? {}).map(([name, value]) => [
    name,
    {
      dataType: value.DataType,
      stringValue: value.StringValue,
      binaryValue: value.BinaryValue && Buffer.from(value.BinaryValue).toString('base64'),
      stringListValues: [],
      binaryListValues: [],
    },
  ]);
  return {
    messageId: message.MessageId,
    receiptHandle: message.ReceiptHandle,
    body: message.Body,
    attributes: message.Attributes ?? {},
    messageAttributes: Object.fromEntries(attributes),
    md5OfBody: message.MD5OfBody,
    eventSource: 'aws:sqs',
    eventSourceARN: arn,
    awsRegion: region,
  };
}
