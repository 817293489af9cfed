import { randomUUID } from 'node:crypto';
import { operatorTable } from '../../infra/local/operator.ts';
import type { Role } from '../../shared/domain/access/principal.ts';
import { AgencyId } from '../../shared/domain/ids.ts';
import { members } from '../../shared/store/members.ts';
import type { World } from './world.ts';

/** Makes of a client's account that of a person at an agency: client credentials stand in for a sign-in. */
export async function becomePerson(
  { hub }: World,
  sub: string,
  { agency, kind, roles = ['worker'] }: { agency: string; kind: string; roles?: Role[] },
): Promise<void> {
  const store = members(operatorTable(hub));
  const found = await store.find(sub);
  if (!found) throw new Error(`${sub} is no member`);
  const { membership: version, ...member } = found;
  const person = { ...member, agency: AgencyId.parse(agency), kind, roles, version: version + 1 };
  await store.save(person, randomUUID(), version);
}
