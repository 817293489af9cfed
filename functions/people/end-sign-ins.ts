import type { endSignIns as contract } from '../../shared/contract/people.ts';
import { newEventId } from '../../shared/domain/ids.ts';
import { happened } from '../../shared/domain/people/person.ts';
import { endedAll } from '../../shared/domain/people/session.ts';
import { may } from '../../shared/platform/access/may.ts';
import type { UseCase } from '../../shared/platform/http.ts';
import { nextRecord } from '../../shared/platform/person-record.ts';
import { byOf, checkHand, type Deps, ownPerson } from './deps.ts';
import { named } from './named.ts';
import { personView } from './person-view.ts';

/** An account may be in other hands: every sign-in of it is over, here first and at the provider. */
export const endSignIns =
  (deps: Deps): UseCase<typeof contract> =>
  async ({ path, body, principal }) => {
    const permit = may(principal, 'people.manage', { ofAgency: principal.agency });
    const at = deps.now();
    checkHand(deps, principal, at);
    const before = await ownPerson(deps, path.account, principal);
    const person = await nextRecord(deps, before, { at, by: byOf(principal) });
    const member = { ...endedAll(before, at), person: person.number };
    const reset = body.resetSecondFactor;
    const decision = happened(person, {
      ...{ type: 'session.ended', event: newEventId(deps.bytes), at, by: byOf(principal) },
      codes: { which: 'all', secondFactor: reset ? 'reset' : 'kept' },
    });
    const also = deps.members.saveWrites(member, before.version);
    // Of one's own account the new membership is the condition itself.
    const guard = before.sub === principal.sub ? { own: principal } : { by: principal };
    await deps.journal.commit(decision, { ...guard, also });
    await deps.pool.signOut(person.username);
    if (reset) await deps.pool.forgetSecondFactor(person.username);
    const view = personView({ person, member, named: await named(deps, person, permit) });
    return { status: 200, body: view, version: person.version };
  };
