import type { Principal } from '../domain/access/principal.ts';
import { Refusal } from '../domain/refusal.ts';
import type { Members } from '../store/members.ts';

/** A cached membership may be this old; every write is conditional on it, so it is never decisive. */
const CACHE_MS = 60_000;
const CACHED = 5000;

/** Builds the principal of a verified subject from its membership. */
export const principals = (members: Pick<Members, 'find'>, now: () => number) => {
  const cache = new Map<string, { principal: Principal; since: number }>();

  /** As the membership stands now. No member, no entry: whoever was removed is out at once. */
  const fresh = async (sub: string): Promise<Principal> => {
    const principal = await members.find(sub);
    if (!principal) {
      cache.delete(sub);
      throw new Refusal('not-signed-in');
    }
    if (cache.size >= CACHED) cache.clear();
    cache.set(sub, { principal, since: now() });
    return principal;
  };

  return {
    fresh,
    /** As it stood less than a minute ago; for calls whose write checks it again. */
    async recent(sub: string): Promise<Principal> {
      const cached = cache.get(sub);
      return cached && now() - cached.since < CACHE_MS ? cached.principal : fresh(sub);
    },
  };
};
export type Principals = ReturnType<typeof principals>;
