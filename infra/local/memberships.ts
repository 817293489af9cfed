import { randomUUID } from 'node:crypto';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { Temporal } from 'temporal-polyfill';
import { AgencyId } from '../../shared/domain/ids.ts';
import { policy } from '../../shared/policy/policy.ts';
import { members } from '../../shared/store/members.ts';
import { table as tableOf } from '../../shared/store/table.ts';
import { publishBookables } from './bookables.ts';
import type { LocalHub } from './hub.ts';
import { clients, people } from './people.ts';
import { publishRosters } from './rosters.ts';

/** The hub's table, reached past the gateway: what an operator does, not what a function may. */
export function operatorTable({ stores, functions }: Pick<LocalHub, 'stores' | 'functions'>) {
  const name = functions.find(({ environment }) => environment.TABLE_NAME)?.environment.TABLE_NAME;
  if (!name) throw new Error('no function of the template names the table');
  const client = new DynamoDBClient({
    endpoint: stores.dynamodbUrl,
    region: 'eu-central-1',
    credentials: { accessKeyId: 'operator', secretAccessKey: 'operator' },
  });
  return tableOf({ client, name, random: Math.random });
}

/**
 * Makes the local clients and people members of their agencies, as an operator does when deployed,
 * puts people on duty, and makes people, rooms and devices known that can be booked.
 */
export async function enrolAll(
  hub: Pick<LocalHub, 'stores' | 'functions' | 'clock'>,
): Promise<void> {
  const table = operatorTable(hub);
  const store = members(table);
  const edition = policy.at(Temporal.Instant.fromEpochMilliseconds(hub.clock.now()));
  const all = [...clients.map((client) => ({ ...client, sub: client.id })), ...people];
  const enrol = async ({ sub, agency, roles }: (typeof all)[number]): Promise<void> => {
    const kind = edition.agency(agency)?.kind;
    if (!kind) throw new Error(`${sub} belongs to ${agency}, which the pack does not know`);
    const member = { sub, agency: AgencyId.parse(agency), kind, roles: [...roles], areas: [] };
    if (await store.find(sub)) return;
    await store.save({ ...member, version: 1 }, randomUUID());
  };
  await Promise.all(all.map(enrol));
  await Promise.all([publishRosters(hub, table), publishBookables(hub, table)]);
}
