import type { DutyPerson, Reachable } from '../duty/person.ts';
import { phoneKey } from '../duty/person.ts';
import { callableFor, type Roster, whoIsOnDuty } from '../duty/roster.ts';
import type { Called, LadderRole } from './call.ts';

/** Somebody whose number can be dialled, and as what that person stands on the roster. */
export interface Callee {
  readonly person: Reachable;
  readonly as: Called;
}

/** A number as providers take it (E.164), or nothing for one that only works inside the country. */
export function dialled(phone: string): string | undefined {
  const digits = phoneKey(phone).replace(/^00/, '');
  // Nine digits are a number of the country, written with its prefix or without.
  if (digits.length === 9) return `+995${digits}`;
  return digits.length >= 10 && digits.length <= 15 ? `+${digits}` : undefined;
}

const ORDER: Readonly<Record<'head' | 'deputy' | 'duty', readonly Called[]>> = {
  duty: ['duty', 'deputy', 'head'],
  deputy: ['deputy', 'head', 'duty'],
  head: ['head', 'deputy', 'duty'],
};

const orderFor = (role: LadderRole): readonly Called[] => {
  if (role === 'holder-deputy') return ORDER.deputy;
  return role === 'agency-head' || role === 'supervisor' ? ORDER.head : ORDER.duty;
};

interface Standing {
  readonly roster: Pick<Roster, 'shifts'> | undefined;
  readonly people: readonly DutyPerson[];
  readonly head?: Reachable | undefined;
  /** Accounts with a conflict of interest in this case: their holders answer for somebody else. */
  readonly conflicted?: readonly string[];
}

export interface Whom {
  /** Nobody stands on the roster at this moment, whoever else of the agency may be reached. */
  readonly gap: boolean;
  readonly callee: Callee | undefined;
}

/** Whom to call at an agency now: whoever the rung means, else the next of those that are there. */
export function whomToCall(role: LadderRole, at: string, standing: Standing): Whom {
  const { roster, people, head, conflicted = [] } = standing;
  const shifts = roster ? whoIsOnDuty(roster, at) : [];
  const callable = shifts.flatMap((shift) =>
    callableFor(shift, people).map(
      (person, place): Callee => ({ person, as: place === 0 ? 'duty' : 'deputy' }),
    ),
  );
  const all: Callee[] = [...callable, ...(head ? [{ person: head, as: 'head' as const }] : [])];
  const mayAnswer = ({ person: { phone, account } }: Callee): boolean =>
    dialled(phone) !== undefined && !(account && conflicted.includes(account));
  const there = all.filter(mayAnswer);
  const callee = orderFor(role)
    .flatMap((as) => there.filter((one) => one.as === as))
    .at(0);
  return { gap: !there.some(({ as }) => as === 'duty' || as === 'deputy'), callee };
}
