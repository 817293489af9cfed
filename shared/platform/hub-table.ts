import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { Temporal } from 'temporal-polyfill';
import { text } from '../domain/time.ts';
import { table } from '../store/table.ts';

let client: DynamoDBClient | undefined;

/** A table of the hub. The one of all records is all that the functions behind the feeds need. */
export function hubTable(name: string) {
  // One client, so that the table of keys is reached over the same connections.
  client ??= new DynamoDBClient({
    requestHandler: { connectionTimeout: 2000, requestTimeout: 8000 },
  });
  return table({ client, name, random: Math.random });
}

/** The instant, as it is stored and sent. */
export const now = (): string => text(Temporal.Now.instant());
