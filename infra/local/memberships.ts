import { randomUUID } from 'node:crypto';
import { Temporal } from 'temporal-polyfill';
import { AgencyId } from '../../shared/domain/ids.ts';
import { policy } from '../../shared/policy/policy.ts';
import { members } from '../../shared/store/members.ts';
import { publishBookables } from './bookables.ts';
import type { LocalHub } from './hub.ts';
import { operatorTable } from './operator.ts';
import { clients, people } from './people.ts';
import { publishRosters } from './rosters.ts';

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
