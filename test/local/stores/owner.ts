/**
 * Owns the stores of the folder given, writes transaction after transaction and prints the number
 * of each that was acknowledged, until it is killed.
 */
import { DynamoDBClient, TransactWriteItemsCommand } from '@aws-sdk/client-dynamodb';
import { startStores } from '../../../infra/local/stores/stores.ts';
import { HUB_TABLE, REGION } from './hub-table.ts';

const stores = await startStores({ dataDir: process.argv[2] ?? '', clock: Date.now });
await stores.createTable(HUB_TABLE, 'hub');
const credentials = { accessKeyId: 'owner', secretAccessKey: 'owner' };
const client = new DynamoDBClient({ endpoint: stores.dynamodbUrl, region: REGION, credentials });

for (let number = 0; ; number += 1) {
  const put = (sk: string) => ({
    Put: { TableName: 'hub', Item: { pk: { S: String(number) }, sk: { S: sk } } },
  });
  await client.send(new TransactWriteItemsCommand({ TransactItems: [put('STATE'), put('EVENT')] }));
  console.log(number);
}
