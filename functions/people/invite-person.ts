import type { invitePerson as contract } from '../../shared/contract/people.ts';
import { newFileId } from '../../shared/domain/ids.ts';
import { nextNumber } from '../../shared/domain/part.ts';
import { checkRights, Grant, needsSecond, Person } from '../../shared/domain/people/person.ts';
import { may } from '../../shared/platform/access/may.ts';
import type { UseCase } from '../../shared/platform/http.ts';
import { derive } from '../../shared/platform/runtime.ts';
import type { Made } from '../../shared/store/journal.ts';
import { admission } from './admit.ts';
import { agencyOf, byOf, checkHand, type Deps } from './deps.ts';
import { personView } from './person-view.ts';
import { proposal } from './propose.ts';

type Call = Parameters<UseCase<typeof contract>>[0];

/** Invites a colleague: an account, and a membership that waits to be taken up. */
export const invitePerson =
  (deps: Deps): UseCase<typeof contract> =>
  async (call) => {
    const { body, principal, once } = call;
    const of = agencyOf(principal);
    may(principal, 'people.manage', { ofAgency: of.id });
    const at = deps.now();
    checkHand(deps, principal, at);
    checkRights(body, principal);
    const earlier = await deps.journal.earlier(principal, once);
    const made = earlier ?? (await invited(deps, call, at));
    const person = await deps.records.part('person', Person, of, Number(made.person));
    const member = person.account ? await deps.members.read(person.account) : undefined;
    const grants = made.grant ? await deps.records.parts('grant', Grant, of) : [];
    const grant = grants.find(
      ({ number, confirmedBy }) => number === Number(made.grant) && !confirmedBy,
    );
    const { name, mail } = body;
    const view = personView({ person, member, grant, named: { name, mail } });
    return { status: 201, body: view, location: '/v1/agency/people', version: person.version };
  };

/** What was made, by this call or meanwhile by an identical one. */
async function invited(deps: Deps, { body, principal, once }: Call, at: string): Promise<Made> {
  const of = agencyOf(principal);
  const { name, mail, roles, areas, personalNumber } = body;
  const number = nextNumber(await deps.records.parts('person', Person, of));
  const place = { what: 'person' as const, of, number, file: newFileId(deps.bytes) };
  const numberHash = await deps.personHash(personalNumber);
  const base: Person = {
    ...{ ...place, version: 1, at, by: byOf(principal), state: 'proposed' },
    username: usernameOf(principal.sub, once?.key ?? ''),
    ...(numberHash && { numberHash }),
    sealed: await deps.sealing.seal(place, { outcome: { name, mail } }),
  };
  const asked = { person: base, roles, areas, by: principal, at };
  if (needsSecond(principal)) {
    const { grant, decision } = await proposal(deps, { kind: 'invitation', ...asked });
    const made = { person: String(number), grant: String(grant.number) };
    return (await deps.journal.commit(decision, { by: principal, once, made })) ?? made;
  }
  const { decision, also } = await admission(deps, { mail, ...asked });
  const made = { person: String(number) };
  return (await deps.journal.commit(decision, { by: principal, also, once, made })) ?? made;
}

/** The same for a call that is repeated, so that no account is left over; nothing of the person. */
const usernameOf = (sub: string, key: string): string =>
  `usr_${newFileId(derive('account', sub, key)).slice('fil_'.length)}`;
