import type { confirmProposal as contract } from '../../shared/contract/people.ts';
import { newEventId } from '../../shared/domain/ids.ts';
import { confirmed, Grant, happened, Person } from '../../shared/domain/people/person.ts';
import { Refusal } from '../../shared/domain/refusal.ts';
import { may } from '../../shared/platform/access/may.ts';
import type { UseCase } from '../../shared/platform/http.ts';
import { admission } from './admit.ts';
import { agencyOf, byOf, checkHand, type Deps, ownPerson } from './deps.ts';
import { personView } from './person-view.ts';

/** The word of the second person: from now on the grant holds. */
export const confirmProposal =
  (deps: Deps): UseCase<typeof contract> =>
  async ({ path, principal, expected }) => {
    const of = agencyOf(principal);
    may(principal, 'people.confirm', { ofAgency: of.id });
    const at = deps.now();
    checkHand(deps, principal, at);
    const waiting = await deps.records.part('grant', Grant, of, path.number);
    if (waiting.version !== expected) throw new Refusal('changed-meanwhile');
    const known = await deps.records.part('person', Person, of, waiting.person);
    const grant = confirmed(waiting, known, principal, at);
    const person = { ...known, version: known.version + 1 };
    const { outcome } = await deps.sealing.forHub(known, 'open-account');
    const { name, mail } = outcome ?? {};
    const { member, decision, also } = await granted(deps, { grant, person, mail }, principal, at);
    const kept = [...decision.kept, grant];
    await deps.journal.commit({ ...decision, kept }, { by: principal, also });
    const now = await deps.records.part('person', Person, of, person.number);
    const view = personView({ person: now, member, named: { name, mail } });
    return { status: 200, body: view, version: now.version };
  };

type Caller = Parameters<UseCase<typeof contract>>[0]['principal'];
interface Granting {
  readonly grant: Grant;
  readonly person: Person;
  readonly mail: string | undefined;
}

async function granted(deps: Deps, { grant, person, mail }: Granting, by: Caller, at: string) {
  const { roles, areas, kind, number } = grant;
  if (kind === 'invitation') {
    if (!mail) throw new Error('somebody is invited who has no mail');
    return admission(deps, { person, mail, roles, areas, by, at });
  }
  const before = await ownPerson(deps, person.account ?? '', by);
  const member = { ...before, roles: [...roles], areas: [...areas], version: before.version + 1 };
  const decision = happened(person, {
    ...{ type: 'member.changed', event: newEventId(deps.bytes), at, by: byOf(by) },
    codes: { grant: String(number), roles: roles.join(' ') },
  });
  return { member, decision, also: deps.members.saveWrites(member, before.version) };
}
