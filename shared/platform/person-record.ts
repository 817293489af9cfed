import { type Bytes, newFileId } from '../domain/ids.ts';
import { nextNumber } from '../domain/part.ts';
import type { Member } from '../domain/people/member.ts';
import { Person } from '../domain/people/person.ts';
import type { Records } from '../store/records.ts';

interface Deps {
  readonly records: Pick<Records, 'parts' | 'part'>;
  readonly bytes: Bytes;
}
interface Changed {
  readonly at: string;
  readonly by: Person['by'];
}

/**
 * The agency's record of a member in its next version. Whom an operator enrolled gets one with the
 * first thing that happens: the membership names it from then on.
 */
export async function nextRecord(
  { records, bytes }: Deps,
  member: Member,
  { at, by }: Changed,
): Promise<Person> {
  const of = { kind: 'agency' as const, id: member.agency };
  if (member.person !== undefined) {
    const known = await records.part('person', Person, of, member.person);
    return { ...known, version: known.version + 1 };
  }
  const number = nextNumber(await records.parts('person', Person, of));
  const { sub } = member;
  return {
    ...{ what: 'person', of, number, version: 1, file: newFileId(bytes), at, by },
    ...{ account: sub, username: sub, state: 'there' },
  };
}
