import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import {
  DeleteCommand,
  DynamoDBDocumentClient,
  PutCommand,
  QueryCommand,
  ScanCommand,
} from '@aws-sdk/lib-dynamodb';
import type { LocalHub } from '../../infra/local/hub.ts';
import { DUE_SHARDS } from '../../shared/store/keys.ts';

export type Row = Readonly<Record<string, unknown>> & { readonly pk: string; readonly sk: string };
export type RawTable = ReturnType<typeof rawTable>;

/** What really lies in the hub's table, read past every layer of the hub. */
export function rawTable({ stores, functions }: Pick<LocalHub, 'stores' | 'functions'>) {
  const TableName = functions.find(({ environment }) => environment.TABLE_NAME)?.environment
    .TABLE_NAME;
  const client = DynamoDBDocumentClient.from(
    new DynamoDBClient({
      endpoint: stores.dynamodbUrl,
      region: 'eu-central-1',
      credentials: stores.dynamodbCredentials,
    }),
  );

  async function rows(): Promise<Row[]> {
    const all: Row[] = [];
    let ExclusiveStartKey: Record<string, unknown> | undefined;
    do {
      const page = await client.send(
        new ScanCommand({ TableName, ConsistentRead: true, ExclusiveStartKey }),
      );
      all.push(...((page.Items ?? []) as Row[]));
      ExclusiveStartKey = page.LastEvaluatedKey;
    } while (ExclusiveStartKey);
    return all;
  }

  /** All but the log of the journal, which grows a moment later than what it is about. */
  const kept = async (): Promise<Row[]> =>
    (await rows()).filter(({ pk, sk }) => !pk.startsWith('LOG#') && !sk.startsWith('LEAF#'));

  /** Keys in the index of what is due, of partitions that begin like this. */
  async function due(start: string): Promise<string[]> {
    const shards = DUE_SHARDS.map(async (shard) => {
      const { Items = [] } = await client.send(
        new QueryCommand({
          TableName,
          IndexName: 'gsi2',
          KeyConditionExpression: 'gsi2pk = :shard',
          FilterExpression: 'begins_with(pk, :start)',
          ExpressionAttributeValues: { ':shard': `DUE#${shard}`, ':start': start },
        }),
      );
      return Items.map(({ pk, sk }) => `${pk} ${sk}`);
    });
    return (await Promise.all(shards)).flat();
  }

  return {
    rows,
    kept,
    /** As somebody would who has the table itself in hand. */
    put: (Item: Row) => client.send(new PutCommand({ TableName, Item })),
    remove: ({ pk, sk }: Row) => client.send(new DeleteCommand({ TableName, Key: { pk, sk } })),
    /** Messages that nobody has confirmed yet. */
    owed: () => due('OUTBOX#'),
    /** Everything kept of one kind: `referral`, `task`, `clock` … */
    all: async (what: string) => (await rows()).filter((row) => row.what === what),
  };
}
