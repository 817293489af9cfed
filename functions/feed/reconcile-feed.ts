import { Temporal } from 'temporal-polyfill';
import { type reconcileFeed as contract, RECONCILE_MOST } from '../../shared/contract/feed.ts';
import { compare, pieces } from '../../shared/domain/feed/reconcile.ts';
import type { AgencyId } from '../../shared/domain/ids.ts';
import { may } from '../../shared/platform/access/may.ts';
import type { UseCase } from '../../shared/platform/http.ts';
import type { Principals } from '../../shared/platform/principals.ts';
import type { Store } from '../../shared/platform/runtime.ts';
import type { FeedEntry } from '../../shared/store/feed.ts';
import type { FeedPositions } from '../../shared/store/feed-positions.ts';
import { type DigestDeps, digestOf, pagesOf } from './digests.ts';
import { digestView, itemView, positionView } from './feed-view.ts';
import { type OnTheWay, onTheWay } from './on-the-way.ts';

type Deps = DigestDeps &
  OnTheWay &
  Pick<Store, 'access' | 'policy' | 'now'> & {
    readonly positions: FeedPositions;
    readonly principals: Pick<Principals, 'fresh'>;
  };
type Asked = Parameters<UseCase<typeof contract>>[0]['body'];
type ByIds = Extract<Asked, { ids: unknown }>;
type ByDay = Extract<Asked, { day: unknown }>;

/** What the agency's system lacks of its feed, and what it holds that the hub never sent it. */
export const reconcileFeed =
  (deps: Deps): UseCase<typeof contract> =>
  async ({ body, principal: before }) => {
    // It reads, though it is a POST: by the membership as it stands now.
    const principal = await deps.principals.fresh(before);
    may(principal, 'feed.read');
    const { agency } = principal;
    const last = await deps.feeds.head(agency);
    const found =
      'ids' in body ? await byIds(deps, agency, last, body) : await byDay(deps, agency, body);
    const { missing, ...rest } = found;
    const at = deps.now();
    await deps.access.page({ by: principal, list: 'feed/reconcile', lines: missing.length, at });
    const position = positionView(agency, await deps.positions.find(agency), last);
    const ways = await onTheWay(deps, agency, missing);
    const items = missing.map((entry) => ({ ...itemView(entry), ...ways(entry) }));
    return { status: 200, body: { ...rest, missing: items, position } };
  };

async function byIds(deps: Deps, agency: AgencyId, last: number, { from, to, ids }: ByIds) {
  const range = { after: from - 1, last: Math.min(to, last) };
  const { missing, unknown } = compare(await entriesOf(deps, agency, range), ids);
  const equal = missing.length === 0 && unknown.length === 0;
  return { equal, from, to: range.last, missing, unknown, compare: [] };
}

/**
 * By the day's count and hash one sees that something is missing; what lies beyond the last number
 * they have is named at once, the rest when they say which ids they hold.
 */
async function byDay(deps: Deps, agency: AgencyId, theirs: ByDay) {
  const at = deps.now();
  const { zone } = deps.policy.at(Temporal.Instant.from(at)).calendar;
  const { digest, final } = await digestOf(deps, { agency, day: theirs.day, at, zone });
  const { first = digest.last + 1, last } = digest;
  const same = (['count', 'last', 'hash'] as const).every((one) => digest[one] === theirs[one]);
  const known = Math.min(Math.max(theirs.last, first - 1), last);
  const range = { after: known, last: Math.min(last, known + RECONCILE_MOST) };
  const missing = same ? [] : await entriesOf(deps, agency, range);
  const rest = [
    ...pieces({ from: first, to: known }, RECONCILE_MOST),
    ...pieces({ from: range.last + 1, to: last }, RECONCILE_MOST),
  ];
  return {
    ...{ equal: same, from: first, to: last, missing, unknown: [] },
    ...{ compare: same ? [] : rest, digest: digestView(digest, final) },
  };
}

async function entriesOf(
  { feeds }: Deps,
  agency: AgencyId,
  range: { readonly after: number; readonly last: number },
): Promise<FeedEntry[]> {
  const all: FeedEntry[] = [];
  for await (const page of pagesOf(feeds, agency, range)) all.push(...page);
  return all;
}
