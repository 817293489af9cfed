import type { Member } from '../../shared/domain/people/member.ts';
import type { Grant, Person } from '../../shared/domain/people/person.ts';

interface Seen {
  readonly person?: Person | undefined;
  readonly member?: Member | undefined;
  /** What waits for a second person. */
  readonly grant?: Grant | undefined;
  readonly named: { readonly name?: string | undefined; readonly mail?: string | undefined };
}

/** One of the agency's people, as its administrator sees it. */
export function personView({ person, member, grant, named }: Seen) {
  const { roles, areas } = member ?? grant ?? { roles: [], areas: [] };
  return {
    number: person?.number,
    account: member?.sub ?? person?.account,
    state: person?.state ?? ('there' as const),
    name: named.name,
    mail: named.mail,
    roles: [...roles],
    areas: [...areas],
    invitedUntil: member?.invitedUntil,
    numberKnown: (member?.numberHash ?? person?.numberHash) !== undefined,
    proposal: grant?.number,
    version: person?.version ?? 0,
  };
}
