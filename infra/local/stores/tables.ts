import {
  CreateTableCommand,
  DescribeTableCommand,
  DynamoDBClient,
  ResourceNotFoundException,
} from '@aws-sdk/client-dynamodb';
import * as z from 'zod';

const KeySchema = z.array(
  z.object({ AttributeName: z.string(), KeyType: z.enum(['HASH', 'RANGE']) }),
);
const Index = z.object({
  IndexName: z.string(),
  KeySchema,
  Projection: z.object({
    ProjectionType: z.enum(['ALL', 'KEYS_ONLY', 'INCLUDE']),
    NonKeyAttributes: z.array(z.string()).optional(),
  }),
});
const StreamView = z.object({
  StreamViewType: z.enum(['KEYS_ONLY', 'NEW_IMAGE', 'OLD_IMAGE', 'NEW_AND_OLD_IMAGES']),
});
/**
 * The part of `AWS::DynamoDB::Table` and `GlobalTable` that counts here. Time to live is left out:
 * DynamoDB Local would go by the machine's clock, not the hub's; in AWS it may be days late too.
 */
const TableProperties = z.object({
  AttributeDefinitions: z.array(
    z.object({ AttributeName: z.string(), AttributeType: z.enum(['S', 'N', 'B']) }),
  ),
  KeySchema,
  GlobalSecondaryIndexes: z.array(Index).optional(),
  LocalSecondaryIndexes: z.array(Index).optional(),
  StreamSpecification: StreamView.optional(),
});

/** Creates tables in DynamoDB Local as CloudFormation would. */
export function localTables(
  endpoint: string,
  region: string,
  credentials: { readonly accessKeyId: string; readonly secretAccessKey: string },
) {
  const client = new DynamoDBClient({ endpoint, region, credentials });
  return {
    /** A table that exists is kept as it is. Tells the stream's ARN, if it has one. */
    async create(properties: unknown, name: string): Promise<{ streamArn?: string | undefined }> {
      const wanted = TableProperties.parse(properties);
      return (await describe(client, name)) ?? create(client, wanted, name);
    },
    stop: () => client.destroy(),
  };
}

/** Nothing where there is no such table. */
async function describe(client: DynamoDBClient, name: string) {
  try {
    const { Table } = await client.send(new DescribeTableCommand({ TableName: name }));
    return { streamArn: Table?.LatestStreamArn };
  } catch (error) {
    if (error instanceof ResourceNotFoundException) return undefined;
    throw error;
  }
}

async function create(
  client: DynamoDBClient,
  wanted: z.infer<typeof TableProperties>,
  name: string,
) {
  const { StreamSpecification: stream, ...rest } = wanted;
  const { TableDescription } = await client.send(
    new CreateTableCommand({
      ...rest,
      TableName: name,
      BillingMode: 'PAY_PER_REQUEST',
      ...(stream && { StreamSpecification: { StreamEnabled: true, ...stream } }),
    }),
  );
  return { streamArn: TableDescription?.LatestStreamArn };
}
