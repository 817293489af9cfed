import type { Principal } from '../domain/access/principal.ts';
import { isInvited, type Member, principalOf } from '../domain/people/member.ts';
import { isOver, lacksCertificate, type Shown } from '../domain/people/session.ts';
import { Refusal } from '../domain/refusal.ts';
import type { Members } from '../store/members.ts';

/** A cached membership may be this old; every write is conditional on it, so it is never decisive. */
const CACHE_MS = 60_000;
const CACHED = 5000;

interface Wanted {
  /** Whoever was invited and is not there yet may come in as well: to take the invitation up. */
  readonly invited?: true | undefined;
}

/** Builds the principal of a verified token from the membership of its subject. */
export const principals = (members: Pick<Members, 'read'>, now: () => number) => {
  const cache = new Map<string, { member: Member; since: number }>();

  const looked = async (sub: string): Promise<Member> => {
    const member = await members.read(sub);
    if (!member) {
      cache.delete(sub);
      throw new Refusal('not-signed-in');
    }
    if (cache.size >= CACHED) cache.clear();
    cache.set(sub, { member, since: now() });
    return member;
  };

  return {
    /** As the membership stands now. No member, no entry: whoever was removed is out at once. */
    fresh: async (shown: Shown, wanted?: Wanted): Promise<Principal> =>
      admitted(await looked(shown.sub), shown, wanted),

    /** As it stood less than a minute ago; for calls whose write checks it again. */
    async recent(shown: Shown, wanted?: Wanted): Promise<Principal> {
      const cached = cache.get(shown.sub);
      const known = cached && now() - cached.since < CACHE_MS && cached.member;
      // Whoever was out a moment ago may have come back, or just taken up the invitation.
      if (known && !isOut(known, shown, wanted)) return principalAs(known, shown);
      return admitted(await looked(shown.sub), shown, wanted);
    },
  };
};
export type Principals = ReturnType<typeof principals>;

/** The sign-in was ended, the certificate is another, or nobody has taken the invitation up. */
const isOut = (member: Member, shown: Shown, { invited }: Wanted = {}): boolean =>
  isOver(member, shown) || lacksCertificate(member, shown) || (isInvited(member) && !invited);

/** Refused alike, whatever the reason. */
function admitted(member: Member, shown: Shown, wanted?: Wanted): Principal {
  if (isOut(member, shown, wanted)) throw new Refusal('not-signed-in');
  return principalAs(member, shown);
}

const principalAs = (member: Member, { signedInAt, session, certificate }: Shown): Principal => ({
  ...principalOf(member),
  ...(signedInAt && { signedInAt }),
  ...(session && { session }),
  ...(certificate && { certificate }),
});
