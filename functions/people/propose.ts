import { Temporal } from 'temporal-polyfill';
import type { Principal, Role } from '../../shared/domain/access/principal.ts';
import { newEventId, newFileId } from '../../shared/domain/ids.ts';
import type { Decision } from '../../shared/domain/journal/decision.ts';
import { nextNumber } from '../../shared/domain/part.ts';
import { Grant, happened, type Person } from '../../shared/domain/people/person.ts';
import { text } from '../../shared/domain/time.ts';
import { agencyOf, byOf, type Deps, termsAt } from './deps.ts';

interface Proposal {
  readonly kind: Grant['kind'];
  /** In the version in which it is kept. */
  readonly person: Person;
  readonly roles: readonly Role[];
  readonly areas: readonly string[];
  readonly by: Principal;
  readonly at: string;
}

/** A grant that waits for a second person: nothing of it holds until then. */
export async function proposal(
  deps: Deps,
  { kind, person, roles, areas, by, at }: Proposal,
): Promise<{ grant: Grant; decision: Decision }> {
  const of = agencyOf(by);
  const { proposal: terms } = termsAt(deps, at);
  const grant: Grant = {
    ...{ what: 'grant', of, number: nextNumber(await deps.records.parts('grant', Grant, of)) },
    ...{ version: 1, file: newFileId(deps.bytes), at, by: byOf(by) },
    ...{ kind, person: person.number, roles: [...roles], areas: [...areas] },
    until: text(Temporal.Instant.from(at).add({ hours: terms.amount })),
  };
  const { kept, events } = happened(person, {
    ...{ type: 'member.proposed', event: newEventId(deps.bytes), at, by: byOf(by) },
    codes: { grant: String(grant.number), roles: roles.join(' ') },
  });
  return { grant, decision: { kept: [...kept, grant], events } };
}
