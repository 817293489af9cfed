import type { readFeed as contract } from '../../shared/contract/feed.ts';
import type { Principal } from '../../shared/domain/access/principal.ts';
import { Refusal } from '../../shared/domain/refusal.ts';
import { may } from '../../shared/platform/access/may.ts';
import type { UseCase } from '../../shared/platform/http.ts';
import type { Principals } from '../../shared/platform/principals.ts';
import type { Store } from '../../shared/platform/runtime.ts';
import type { Feeds } from '../../shared/store/feed.ts';
import type { FeedPositions } from '../../shared/store/feed-positions.ts';
import type { FeedWaits } from '../../shared/store/feed-waits.ts';
import { itemView } from './feed-view.ts';

type Deps = Pick<Store, 'access' | 'now'> & {
  readonly feeds: Pick<Feeds, 'head' | 'after'>;
  readonly positions: Pick<FeedPositions, 'find'>;
  readonly waits: FeedWaits;
  readonly principals: Pick<Principals, 'fresh'>;
  /** Milliseconds that really passed, whatever the hub's clock says. */
  readonly elapsed: () => number;
  readonly pause: (milliseconds: number) => Promise<void>;
  readonly newToken: () => string;
};

/** Between two looks of a long poll. */
const LOOK_MS = 1000;

/** The agency's feed after a number: complete, in order, ids and kinds only. */
export const readFeed =
  (deps: Deps): UseCase<typeof contract> =>
  async ({ query, principal }) => {
    may(principal, 'feed.read');
    const { feeds, positions, access, now } = deps;
    const { agency } = principal;
    const { limit, wait } = query;
    const after = query.after ?? (await positions.find(agency))?.sequence ?? 0;
    const last = await headAfter(deps, { by: principal, after, wait });
    const by = wait > 0 ? await stillMember(deps, principal) : principal;
    const entries = last > after ? await feeds.after(agency, after, limit) : [];
    const lines = entries.length;
    // A page without a line shows nothing; whoever polls all day would leave entries of no account.
    if (lines > 0) await access.page({ by, list: 'feed', lines, at: now() });
    const reached = entries.at(-1)?.sequence ?? after;
    const next = reached < last ? `/v1/feed?after=${reached}&limit=${limit}` : undefined;
    return { status: 200, body: { items: entries.map(itemView), last, next } };
  };

interface Waiting {
  readonly by: Principal;
  readonly after: number;
  /** Seconds. */
  readonly wait: number;
}

/**
 * The feed's last number, as soon as it is beyond `after`, the time is up, or the same account asks
 * anew. Only the head is looked at. A number the feed has not reached is answered at once: whoever
 * has it must look what happened.
 */
async function headAfter(deps: Deps, { by: { agency, sub }, after, wait }: Waiting) {
  const { feeds, waits, elapsed, pause, newToken } = deps;
  const until = elapsed() + wait * 1000;
  const head = await feeds.head(agency);
  if (head !== after || wait === 0) return head;
  const call = newToken();
  await waits.begin(agency, sub, call);
  for (;;) {
    const { last, goesOn } = await waits.look(agency, sub, call);
    const left = until - elapsed();
    if (last !== after || !goesOn || left <= 0) return last;
    await pause(Math.min(LOOK_MS, left));
  }
}

/** Much can happen while somebody waits: the membership is looked up again before the answer. */
async function stillMember({ principals }: Deps, before: Principal): Promise<Principal> {
  const principal = await principals.fresh(before);
  may(principal, 'feed.read');
  if (principal.agency !== before.agency) throw new Refusal('not-found');
  return principal;
}
