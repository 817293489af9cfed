import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, ScanCommand } from '@aws-sdk/lib-dynamodb';
import { expect, it } from 'vitest';
import { startStores } from '../../../infra/local/stores/stores.ts';
import { REGION } from './hub-table.ts';

const OWNER = fileURLToPath(new URL('owner.ts', import.meta.url));

/** Runs an owner until it has acknowledged `enough`, kills it, and gives all it acknowledged. */
async function acknowledgedBeforeKill(dataDir: string, enough: number): Promise<number[]> {
  const owner = spawn(process.execPath, [OWNER, dataDir], { stdio: ['ignore', 'pipe', 'inherit'] });
  const gone = once(owner, 'exit');
  const acknowledged: number[] = [];
  for await (const line of createInterface({ input: owner.stdout })) {
    acknowledged.push(Number(line));
    if (acknowledged.length === enough) owner.kill('SIGKILL');
  }
  await gone;
  return acknowledged;
}

async function itemsIn(endpoint: string): Promise<string[]> {
  const credentials = { accessKeyId: 'reader', secretAccessKey: 'reader' };
  const client = DynamoDBDocumentClient.from(
    new DynamoDBClient({ endpoint, region: REGION, credentials }),
  );
  const { Items = [] } = await client.send(new ScanCommand({ TableName: 'hub' }));
  return Items.map(({ pk, sk }) => `${pk} ${sk}`);
}

it('keeps every acknowledged transaction when its owner is killed, and ends Java with SIGTERM', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'stores-'));
  const acknowledged = await acknowledgedBeforeKill(dataDir, 150);

  const stores = await startStores({ dataDir, clock: Date.now });
  const found = new Set(await itemsIn(stores.dynamodbUrl));
  const wanted = acknowledged.flatMap((number) => [`${number} STATE`, `${number} EVENT`]);
  expect(wanted.length).toBeGreaterThanOrEqual(300);
  expect(wanted.filter((item) => !found.has(item))).toEqual([]);
  const log = readFileSync(join(dataDir, 'dynamodb', 'dynamodb.log'), 'utf8');
  expect(log).toMatch(/DynamoDB Local \d+ ended: 143/);

  await expect(startStores({ dataDir, clock: Date.now })).rejects.toThrow(
    `The data folder is in use by process ${process.pid}`,
  );
  await stores.stop();
});

it('uses another DynamoDB when one is given, and leaves it running', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'stores-'));
  const other = await startStores({ dataDir, inMemory: true, clock: Date.now });
  const stores = await startStores({
    dataDir,
    dynamodbEndpoint: other.dynamodbUrl,
    clock: Date.now,
  });
  expect(stores.dynamodbUrl).toBe(other.dynamodbUrl);
  await stores.stop();
  expect((await fetch(other.dynamodbUrl)).status).toBe(400);
  await other.stop();
});
