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
export type OneTable = Awaited<ReturnType<LocalTable['another']>>;

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

/** A real DynamoDB Local without the hub around it, with one empty table and as many more as asked for. */
export async function localTable() {
  const dir = mkdtempSync(join(tmpdir(), 'ertad-bookings-'));
  const dynamodb = await startDynamoDb({ dir, inMemory: true });
  const credentials = { accessKeyId: 'test', secretAccessKey: 'test' };
  const tables = localTables(dynamodb.url, REGION, credentials);
  const client = new DynamoDBClient({
    endpoint: dynamodb.url,
    region: REGION,
    credentials,
  });
  let made = 0;
  const another = async () => {
    made += 1;
    const name = `bookings-${made}`;
    await tables.create(PROPERTIES, name);
    return { table: tableOf({ client, name, random: Math.random }), rows: rowsOf(client, name) };
  };
  return {
    ...(await another()),
    another,
    client,
    async stop() {
      client.destroy();
      tables.stop();
      await dynamodb.stop();
      rmSync(dir, { recursive: true, force: true });
    },
  };
}

/** Everything there is in a table, read past every layer. */
function rowsOf(client: DynamoDBClient, TableName: string) {
  const documents = DynamoDBDocumentClient.from(client, {
    // Shared with the table over the same client.
    marshallOptions: { removeUndefinedValues: true },
  });
  return async (): Promise<RawItem[]> => {
    const all: RawItem[] = [];
    let from: Record<string, unknown> | undefined;
    do {
      const page = await documents.send(
        new ScanCommand({ TableName, ConsistentRead: true, ExclusiveStartKey: from }),
      );
      all.push(...((page.Items ?? []) as RawItem[]));
      from = page.LastEvaluatedKey;
    } while (from);
    return all;
  };
}
