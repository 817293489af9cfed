import type { AgencyId } from '../ids.ts';
import { isSecondPerson, type SecondPerson } from '../protection/second-person.ts';
import { Refusal } from '../refusal.ts';
import type { Conflict } from './parts.ts';

interface Undoing {
  readonly conflict: Conflict;
  readonly by: SecondPerson;
  readonly lead: AgencyId;
  readonly at: string;
}

/** Neither who declared it nor whom it is about lets that account in again. Undone once is undone. */
export function undone({ conflict, by, lead, at }: Undoing): Conflict {
  if (conflict.undone) return conflict;
  const first = { sub: conflict.by.sub, through: conflict.through ?? 'system' } as const;
  const concerned = conflict.account === by.sub || conflict.agency === by.agency;
  if (concerned || !isSecondPerson(first, by, lead)) throw new Refusal('second-person-needed');
  const { next: _, ...kept } = conflict;
  return {
    ...kept,
    version: conflict.version + 1,
    undone: { at, by: { sub: by.sub, agency: by.agency } },
  };
}
