import type { Permit } from '../../shared/domain/access/permit.ts';
import type { Person } from '../../shared/domain/people/person.ts';
import type { Deps } from './deps.ts';

/** Name and mail of a person, where the permit opens them. */
export async function named({ sealing }: Deps, person: Person | undefined, permit: Permit) {
  if (!person?.sealed) return {};
  const { outcome } = await sealing.open(person, permit, ['outcome']);
  return { name: outcome?.name, mail: outcome?.mail };
}
