import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { Temporal } from 'temporal-polyfill';
import { text } from '../domain/time.ts';
import { table } from '../store/table.ts';

/** The hub's one table. Alone it is all that the functions behind the feeds need. */
export function hubTable(name: string) {
  const client = new DynamoDBClient({
    requestHandler: { connectionTimeout: 2000, requestTimeout: 8000 },
  });
  return table({ client, name, random: Math.random });
}

/** The instant, as it is stored and sent. */
export const now = (): string => text(Temporal.Now.instant());
