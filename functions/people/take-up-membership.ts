import type { takeUpMembership as contract } from '../../shared/contract/people.ts';
import type { Principal } from '../../shared/domain/access/principal.ts';
import { newEventId } from '../../shared/domain/ids.ts';
import { isInvited, type Member } from '../../shared/domain/people/member.ts';
import { happened } from '../../shared/domain/people/person.ts';
import { Refusal } from '../../shared/domain/refusal.ts';
import { may } from '../../shared/platform/access/may.ts';
import type { UseCase } from '../../shared/platform/http.ts';
import { nextRecord } from '../../shared/platform/person-record.ts';
import type { Deps } from './deps.ts';

/** Whoever was invited is there from now on, and says by which number the hub knows it. */
export const takeUpMembership =
  (deps: Deps): UseCase<typeof contract> =>
  async ({ body, principal }) => {
    may(principal, 'membership.take-up', { ofAgency: principal.agency });
    const before = await deps.members.read(principal.sub);
    if (!before) throw new Refusal('not-found');
    const at = deps.now();
    if (before.invitedUntil && before.invitedUntil <= at) throw new Refusal('invitation-over');
    const numberHash = (await deps.personHash(body.personalNumber)) ?? before.numberHash;
    const same = !isInvited(before) && numberHash === before.numberHash;
    const member = same ? before : await taken(deps, before, { numberHash, own: principal, at });
    const { sub, agency, roles, areas } = member;
    const numberKnown = member.numberHash !== undefined;
    return { status: 200, body: { account: sub, agency, roles, areas, numberKnown } };
  };

interface Taking {
  readonly numberHash: string | undefined;
  readonly own: Principal;
  readonly at: string;
}

async function taken(deps: Deps, before: Member, { numberHash, own, at }: Taking): Promise<Member> {
  const { invitedUntil, ...rest } = before;
  const by = { sub: before.sub, agency: before.agency };
  const person = await nextRecord(deps, before, { at, by });
  const member: Member = {
    ...{ ...rest, version: before.version + 1, person: person.number },
    ...(numberHash && { numberHash }),
  };
  const type = invitedUntil ? 'member.joined' : 'member.number-given';
  const decision = happened(
    { ...person, state: 'there' },
    { type, event: newEventId(deps.bytes), at, by },
  );
  await deps.journal.commit(decision, {
    own,
    also: deps.members.saveWrites(member, before.version),
  });
  return member;
}
