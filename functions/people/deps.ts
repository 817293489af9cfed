import { Temporal } from 'temporal-polyfill';
import type { Principal } from '../../shared/domain/access/principal.ts';
import type { Member } from '../../shared/domain/people/member.ts';
import { checkFresh } from '../../shared/domain/people/session.ts';
import { Refusal } from '../../shared/domain/refusal.ts';
import type { VaultedStore } from '../../shared/platform/runtime.ts';
import type { UserPool } from '../../shared/platform/user-pool.ts';

/** What the use cases of this function work with. */
export type Deps = Pick<
  VaultedStore,
  | ('records' | 'journal' | 'sealing' | 'access' | 'members' | 'work')
  | ('policy' | 'now' | 'bytes' | 'personHash')
> & { readonly pool: UserPool };

export const agencyOf = ({ agency }: Principal) => ({ kind: 'agency' as const, id: agency });
export const byOf = ({ sub, agency }: Principal) => ({ sub, agency });

/** The pack's terms for accounts as they are now. */
export const termsAt = ({ policy }: Deps, at: string) =>
  policy.at(Temporal.Instant.from(at)).people;

/** Rights are given and taken by somebody who showed the second factor not long ago. */
export const checkHand = (deps: Deps, by: Principal, at: string): void =>
  checkFresh(by, at, termsAt(deps, at).freshSignIn.amount);

const isSystem = ({ roles }: Member): boolean => roles.includes('system');

async function ownMember(
  { members }: Deps,
  sub: string,
  by: Principal,
  system: boolean,
): Promise<Member> {
  const member = await members.read(sub);
  if (member?.agency === by.agency && isSystem(member) === system) return member;
  throw new Refusal('account-unknown');
}

/** An account of the own agency; of another one it is as if there were none. */
export const ownPerson = (deps: Deps, sub: string, by: Principal) =>
  ownMember(deps, sub, by, false);
export const ownClient = (deps: Deps, sub: string, by: Principal) => ownMember(deps, sub, by, true);
