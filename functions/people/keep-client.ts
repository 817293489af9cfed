import type { Principal } from '../../shared/domain/access/principal.ts';
import { newEventId } from '../../shared/domain/ids.ts';
import type { EventType } from '../../shared/domain/journal/event.ts';
import type { Member } from '../../shared/domain/people/member.ts';
import { happened } from '../../shared/domain/people/person.ts';
import { nextRecord } from '../../shared/platform/person-record.ts';
import type { Once } from '../../shared/store/journal.ts';
import { byOf, type Deps } from './deps.ts';

interface Change {
  readonly before: Member;
  readonly changed?: Partial<Member>;
  readonly type: EventType;
  readonly by: Principal;
  readonly codes?: Readonly<Record<string, string>>;
  readonly once?: Once | undefined;
}

/** Keeps and journals what was changed of a system; gives what an identical call made before. */
export async function keepClient(
  deps: Deps,
  { before, changed = {}, type, by, codes = {}, once }: Change,
) {
  const at = deps.now();
  const person = await nextRecord(deps, before, { at, by: byOf(by) });
  const member: Member = {
    ...{ ...before, ...changed, person: person.number, version: before.version + 1 },
  };
  const event = newEventId(deps.bytes);
  const decision = happened(person, { type, event, at, by: byOf(by), codes });
  const also = deps.members.saveWrites(member, before.version);
  const earlier = await deps.journal.commit(decision, { by, also, once, made: codes });
  return { member, earlier };
}
