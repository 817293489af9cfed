import * as z from 'zod';

const Text = z.union([z.string(), z.number(), z.boolean()]).transform(String);

/** The part of `AWS::SQS::Queue` that the SQS API knows under the same names. */
const QueueProperties = z.object({
  ContentBasedDeduplication: Text.optional(),
  DeduplicationScope: Text.optional(),
  DelaySeconds: Text.optional(),
  FifoQueue: Text.optional(),
  FifoThroughputLimit: Text.optional(),
  MaximumMessageSize: Text.optional(),
  MessageRetentionPeriod: Text.optional(),
  ReceiveMessageWaitTimeSeconds: Text.optional(),
  VisibilityTimeout: Text.optional(),
  RedrivePolicy: z
    .object({ deadLetterTargetArn: z.string(), maxReceiveCount: z.coerce.number() })
    .transform((policy) => JSON.stringify(policy))
    .optional(),
});

/** CloudFormation's properties as attributes of the SQS API, which are all strings. */
export const queueAttributes = (properties: unknown): Record<string, string> =>
  Object.fromEntries(
    Object.entries(QueueProperties.parse(properties)).filter(
      (attribute): attribute is [string, string] => attribute[1] !== undefined,
    ),
  );
