import type { endSession as contract } from '../../shared/contract/people.ts';
import { newEventId } from '../../shared/domain/ids.ts';
import { happened } from '../../shared/domain/people/person.ts';
import { endedAll, endedOne } from '../../shared/domain/people/session.ts';
import { Refusal } from '../../shared/domain/refusal.ts';
import { may } from '../../shared/platform/access/may.ts';
import type { UseCase } from '../../shared/platform/http.ts';
import { nextRecord } from '../../shared/platform/person-record.ts';
import { byOf, type Deps, termsAt } from './deps.ts';

/** Signs out: the token in use is worth nothing for the next call, nor what descends with it. */
export const endSession =
  (deps: Deps): UseCase<typeof contract> =>
  async ({ body, principal }) => {
    may(principal, 'session.end', { ofAgency: principal.agency });
    const { sub, session } = principal;
    const before = await deps.members.read(sub);
    if (!before || session === undefined) throw new Refusal('not-found');
    const at = deps.now();
    const person = await nextRecord(deps, before, { at, by: byOf(principal) });
    const ended = body.everywhere
      ? endedAll(before, at)
      : endedOne(before, session, { at, hours: termsAt(deps, at).signIn.amount });
    const member = { ...ended, person: person.number };
    const which = body.everywhere ? 'all' : 'this';
    const decision = happened(person, {
      ...{ type: 'session.ended', event: newEventId(deps.bytes), at, by: byOf(principal) },
      codes: { which },
    });
    // The membership itself is the condition: it is written over the version that was read.
    await deps.journal.commit(decision, {
      own: principal,
      also: deps.members.saveWrites(member, before.version),
    });
    if (body.everywhere) await deps.pool.signOut(person.username);
    return { status: 200, body: { ended: which } };
  };
