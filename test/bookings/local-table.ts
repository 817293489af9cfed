import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, ScanCommand } from '@aws-sdk/lib-dynamodb';
import { startDynamoDb } from '../../infra/local/stores/dynamodb.ts';
import { localTables } from '../../infra/local/stores/tables.ts';
import { table as tableOf } from '../../shared/store/table.ts';

export type RawItem = Readonly<Record<string, unknown>> & {
  readonly pk: string;
  readonly sk: string;
};
export type LocalTable = Awaited<ReturnType<typeof localTable>>;

const NAME = 'bookings';
const REGION = 'eu-central-1';
const hash = (AttributeName: string) => ({ AttributeName, KeyType: 'HASH' });
const range = (AttributeName: string) => ({ AttributeName, KeyType: 'RANGE' });
const KEYS = ['pk', 'sk', 'gsi1pk', 'gsi1sk', 'gsi2pk', 'gsi2sk'];

/** The hub's keys and indexes; what an index shows is of no account here. */
const PROPERTIES = {
  AttributeDefinitions: KEYS.map((AttributeName) => ({ AttributeName, AttributeType: 'S' })),
  KeySchema: [hash('pk'), range('sk')],
  GlobalSecondaryIndexes: ['gsi1', 'gsi2'].map((IndexName) => ({
    IndexName,
    KeySchema: [hash(`${IndexName}pk`), range(`${IndexName}sk`)],
    Projection: { ProjectionType: 'ALL' },
  })),
};

/** A real DynamoDB Local with one empty table, without the hub around it. */
export async function localTable() {
  const dir = mkdtempSync(join(tmpdir(), 'ertad-bookings-'));
  const dynamodb = await startDynamoDb({ dir, inMemory: true });
  const tables = localTables(dynamodb.url, REGION);
  await tables.create(PROPERTIES, NAME);
  const client = new DynamoDBClient({
    endpoint: dynamodb.url,
    region: REGION,
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
  });
  const documents = DynamoDBDocumentClient.from(client);

  /** Everything there is, read past every layer. */
  async function rows(): Promise<RawItem[]> {
    const all: RawItem[] = [];
    let from: Record<string, unknown> | undefined;
    do {
      const page = await documents.send(
        new ScanCommand({ TableName: NAME, ConsistentRead: true, ExclusiveStartKey: from }),
      );
      all.push(...((page.Items ?? []) as RawItem[]));
      from = page.LastEvaluatedKey;
    } while (from);
    return all;
  }

  return {
    client,
    name: NAME,
    table: tableOf({ client, name: NAME, random: Math.random }),
    rows,
    async stop() {
      client.destroy();
      tables.stop();
      await dynamodb.stop();
      rmSync(dir, { recursive: true, force: true });
    },
  };
}
