import * as z from 'zod';
import { type Principal, Role } from '../domain/access/principal.ts';
import { AgencyId } from '../domain/ids.ts';
import { Code } from '../domain/text.ts';
import { GUARDS, guardKey, memberKey } from './keys.ts';
import type { Table } from './table.ts';
import { putAlways, putIfAbsent, putOver, remove, removeIfThere, type Write } from './write.ts';

/** What the hub itself knows of a subject: the agency it belongs to and what it may be there. */
export const Member = z.object({
  sub: z.string().min(1).max(128),
  agency: AgencyId,
  kind: Code,
  roles: z.array(Role).min(1),
  areas: z.array(z.string()).default([]),
  version: z.int().min(1),
});
export type Member = z.infer<typeof Member>;

const copies = Array.from({ length: GUARDS }, (_, copy) => copy);

const removeWrites = (sub: string): Write[] => [
  removeIfThere('member', memberKey(sub)),
  ...copies.map((copy) => remove('guard', guardKey(sub, copy))),
];

/** Memberships. A change rewrites all guard copies, so every write begun before it fails. */
export const members = (table: Table) => ({
  async find(sub: string): Promise<Principal | undefined> {
    const item = await table.get(memberKey(sub));
    if (!item) return undefined;
    const { version, ...member } = Member.parse(item);
    return { ...member, membership: version };
  },

  /**
   * Adds a member or, given the version read, changes exactly that one. Whoever comes back needs a
   * version above all earlier ones, or what was decided under a membership that ended holds again.
   */
  async save(member: Member, token: string, read?: number): Promise<void> {
    const { sub, version } = member;
    const item = { ...memberKey(sub), what: 'member', ...member };
    const state = read === undefined ? putIfAbsent('member', item) : putOver('member', item, read);
    const guards = copies.map((copy) =>
      putAlways('guard', { ...guardKey(sub, copy), what: 'guard', version }),
    );
    await table.transact([state, ...guards], token);
  },

  /** The end of a membership, for a transaction in which more ends with it. */
  removeWrites,

  /** Ends a membership whatever its version. No read finds it, and every write begun before fails. */
  async remove(sub: string, token: string): Promise<void> {
    await table.transact(removeWrites(sub), token);
  },
});
export type Members = ReturnType<typeof members>;
