import { Temporal } from 'temporal-polyfill';
import type { Principal, Role } from '../../shared/domain/access/principal.ts';
import { newEventId } from '../../shared/domain/ids.ts';
import type { Decision } from '../../shared/domain/journal/decision.ts';
import type { Member } from '../../shared/domain/people/member.ts';
import { happened, type Person } from '../../shared/domain/people/person.ts';
import { text } from '../../shared/domain/time.ts';
import type { Write } from '../../shared/store/write.ts';
import { byOf, type Deps, termsAt } from './deps.ts';

interface Admission {
  /** In the version in which it is kept. */
  readonly person: Person;
  readonly mail: string;
  readonly roles: readonly Role[];
  readonly areas: readonly string[];
  readonly by: Principal;
  readonly at: string;
}

/**
 * Makes the account at the identity provider, and what the hub keeps of it. Should the rest fail,
 * the account is worth nothing, and a repetition finds it.
 */
export async function admission(
  deps: Deps,
  { person, mail, roles, areas, by, at }: Admission,
): Promise<{ member: Member; decision: Decision; also: Write[] }> {
  const sub = await deps.pool.create(person.username, mail);
  const { invitation } = termsAt(deps, at);
  const until = Temporal.Instant.from(at).add({ hours: invitation.amount });
  const member: Member = {
    ...{ sub, agency: by.agency, kind: by.kind, roles: [...roles], areas: [...areas] },
    // Above any version this account had before: what was decided under an earlier one stays over.
    version: Date.parse(at),
    person: person.number,
    invitedUntil: text(until),
    ...(person.numberHash && { numberHash: person.numberHash }),
  };
  const { numberHash: _, ...kept } = person;
  const decision = happened(
    { ...kept, account: sub, state: 'invited' },
    {
      ...{ type: 'member.invited', event: newEventId(deps.bytes), at, by: byOf(by) },
      codes: { roles: roles.join(' ') },
    },
  );
  return { member, decision, also: deps.members.saveWrites(member) };
}
