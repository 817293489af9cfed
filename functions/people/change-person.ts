import type { changePerson as contract } from '../../shared/contract/people.ts';
import { newEventId } from '../../shared/domain/ids.ts';
import type { Member } from '../../shared/domain/people/member.ts';
import {
  checkRights,
  happened,
  needsSecond,
  type Person,
} from '../../shared/domain/people/person.ts';
import { Refusal } from '../../shared/domain/refusal.ts';
import { may } from '../../shared/platform/access/may.ts';
import type { UseCase } from '../../shared/platform/http.ts';
import { nextRecord } from '../../shared/platform/person-record.ts';
import { byOf, checkHand, type Deps, ownPerson } from './deps.ts';
import { named } from './named.ts';
import { personView } from './person-view.ts';
import { proposal } from './propose.ts';

type Call = Parameters<UseCase<typeof contract>>[0];

/** Other roles or areas for a colleague. Nobody changes the own membership, upward or downward. */
export const changePerson =
  (deps: Deps): UseCase<typeof contract> =>
  async (call) => {
    const { path, body, principal, expected } = call;
    const permit = may(principal, 'people.manage', { ofAgency: principal.agency });
    const at = deps.now();
    checkHand(deps, principal, at);
    checkRights(body, principal);
    if (path.account === principal.sub) throw new Refusal('own-membership');
    const member = await ownPerson(deps, path.account, principal);
    const person = await nextRecord(deps, member, { at, by: byOf(principal) });
    checkVersion(person, expected);
    const done = needsSecond(principal)
      ? await proposed(deps, call, { member, person, at })
      : await changed(deps, call, { member, person, at });
    const view = personView({ ...done, person, named: await named(deps, person, permit) });
    return { status: 200, body: view, version: person.version };
  };

interface Found {
  readonly member: Member;
  readonly person: Person;
  readonly at: string;
}

async function proposed(deps: Deps, { body, principal }: Call, { member, person, at }: Found) {
  const asked = { kind: 'change' as const, person, ...body, by: principal, at };
  const { grant, decision } = await proposal(deps, asked);
  // The membership names its record from now on; its rights stay as they are.
  const also =
    member.person === undefined ? deps.members.saveWrites(...withRecord(member, person)) : [];
  await deps.journal.commit(decision, { by: principal, also });
  return { member, grant };
}

const withRecord = (member: Member, person: Person) =>
  [{ ...member, person: person.number, version: member.version + 1 }, member.version] as const;

async function changed(deps: Deps, { body, principal }: Call, { member, person, at }: Found) {
  const [renamed, read] = withRecord(member, person);
  const next: Member = { ...renamed, roles: body.roles, areas: body.areas };
  const decision = happened(person, {
    ...{ type: 'member.changed', event: newEventId(deps.bytes), at, by: byOf(principal) },
    codes: { roles: body.roles.join(' ') },
  });
  const also = deps.members.saveWrites(next, read);
  await deps.journal.commit(decision, { by: principal, also });
  return { member: next };
}

/** The first change is based on nothing; each further one on the record that was read. */
function checkVersion({ version }: Person, expected: number): void {
  if (version > 1 && expected === 0) throw new Refusal('if-match-absent');
  if (version - 1 !== expected) throw new Refusal('changed-meanwhile');
}
