import type { Principal } from '../domain/access/principal.ts';
import type { AgencyId } from '../domain/ids.ts';
import { isInvited, Member, principalOf } from '../domain/people/member.ts';
import { GUARDS, guardKey, linkKey, memberKey, partitionOf } from './keys.ts';
import type { Table } from './table.ts';
import { putAlways, putIfAbsent, putOver, remove, removeIfThere, type Write } from './write.ts';

export { Member };

const copies = Array.from({ length: GUARDS }, (_, copy) => copy);

/** An agency's members are found below it, strongly consistent. */
const below = (id: AgencyId): string => partitionOf({ kind: 'agency', id });
const MEMBERS = 'LINK#member#';
const linkOf = ({ agency, sub }: Pick<Member, 'agency' | 'sub'>) =>
  linkKey(below(agency), 'member', sub);

const removeWrites = (member: Pick<Member, 'agency' | 'sub'>): Write[] => [
  removeIfThere('member', memberKey(member.sub)),
  ...copies.map((copy) => remove('guard', guardKey(member.sub, copy))),
  remove('link', linkOf(member)),
];

/** A new member, or exactly the one that was read as it is from now on. */
const saveWrites = (member: Member, read?: number): Write[] => {
  const { sub, version } = member;
  const item = { ...memberKey(sub), what: 'member', ...member };
  const state = read === undefined ? putIfAbsent('member', item) : putOver('member', item, read);
  const guards = copies.map((copy) =>
    putAlways('guard', { ...guardKey(sub, copy), what: 'guard', version }),
  );
  if (read !== undefined) return [state, ...guards];
  const link = { ...linkOf(member), what: 'link', kind: 'member', id: sub };
  return [state, ...guards, putAlways('link', link)];
};

/** Memberships. A change rewrites all guard copies, so every write begun before it fails. */
export const members = (table: Table) => {
  const read = async (sub: string): Promise<Member | undefined> => {
    const item = await table.get(memberKey(sub));
    return item && Member.parse(item);
  };
  return {
    /** The membership with all the hub keeps of it, whether it was taken up or not. */
    read,

    /** Who has taken up a membership. */
    async find(sub: string): Promise<Principal | undefined> {
      const member = await read(sub);
      return member && !isInvited(member) ? principalOf(member) : undefined;
    },

    /** Everybody of an agency, invited or there. */
    async of(agency: AgencyId): Promise<Member[]> {
      const links = await table.startingWith(below(agency), MEMBERS);
      const items = await table.getAll(links.map(({ id }) => memberKey(String(id))));
      return items.map((item) => Member.parse(item));
    },

    /**
     * Adds a member or, given the version read, changes exactly that one. Whoever comes back needs a
     * version above all earlier ones, or what was decided under a membership that ended holds again.
     */
    async save(member: Member, token: string, before?: number): Promise<void> {
      await table.transact(saveWrites(member, before), token);
    },
    /** The same, for a transaction in which more is decided. */
    saveWrites,

    /** The end of a membership, for a transaction in which more ends with it. */
    removeWrites,

    /** Ends a membership whatever its version. No read finds it, and every write begun before fails. */
    async remove(sub: string, token: string): Promise<void> {
      const member = await read(sub);
      if (member) await table.transact(removeWrites(member), token);
    },
  };
};
export type Members = ReturnType<typeof members>;
