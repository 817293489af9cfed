import type { Member } from '../../shared/domain/people/member.ts';
import type { Deps } from './deps.ts';

/** A system of the agency: its secrets by their ids, never a secret itself. */
export async function clientView({ pool }: Deps, { sub, roles, certificates = [] }: Member) {
  return { id: sub, roles, secrets: await pool.secrets(sub), certificates };
}
