import { Temporal } from 'temporal-polyfill';
import {
  DIGESTS_MOST,
  type getFeedDigest as getContract,
  type listFeedDigests as listContract,
} from '../../shared/contract/feed.ts';
import { dayOf, daysBetween } from '../../shared/domain/feed/days.ts';
import { Refusal } from '../../shared/domain/refusal.ts';
import { may } from '../../shared/platform/access/may.ts';
import type { UseCase } from '../../shared/platform/http.ts';
import type { Store } from '../../shared/platform/runtime.ts';
import { type DigestDeps, digestOf } from './digests.ts';
import { digestView } from './feed-view.ts';

type Deps = DigestDeps & Pick<Store, 'access' | 'policy' | 'now'>;

/** One day of the agency's feed. */
export const getFeedDigest =
  (deps: Deps): UseCase<typeof getContract> =>
  async ({ path: { day }, principal }) => {
    may(principal, 'feed.read');
    const at = deps.now();
    const { digest, final } = await digestOf(deps, {
      ...dayAt(deps, at),
      day,
      agency: principal.agency,
    });
    await deps.access.page({ by: principal, list: 'feed/digests', lines: 1, at });
    return { status: 200, body: digestView(digest, final) };
  };

/** Days of the agency's feed, the last week unless others are asked for. */
export const listFeedDigests =
  (deps: Deps): UseCase<typeof listContract> =>
  async ({ query, principal }) => {
    may(principal, 'feed.read');
    const at = deps.now();
    const asked = { ...dayAt(deps, at), agency: principal.agency };
    const days = daysAsked(query, dayOf(at, asked.zone));
    const items = [];
    for (const day of days) {
      const { digest, final } = await digestOf(deps, { ...asked, day });
      items.push(digestView(digest, final));
    }
    await deps.access.page({ by: principal, list: 'feed/digests', lines: items.length, at });
    return { status: 200, body: { items } };
  };

const dayAt = ({ policy }: Pick<Deps, 'policy'>, at: string) => ({
  at,
  zone: policy.at(Temporal.Instant.from(at)).calendar.zone,
});

/** A week with its last day. */
const WEEK = { days: 6 };

function daysAsked(query: { from?: string | undefined; to?: string | undefined }, today: string) {
  const to = query.to ?? today;
  const from = query.from ?? Temporal.PlainDate.from(to).subtract(WEEK).toString();
  if (to > today) throw new Refusal('in-the-future', [{ pointer: '/to', code: 'in-the-future' }]);
  const days = daysBetween(from, to);
  if (days.length === 0 || days.length > DIGESTS_MOST) {
    throw new Refusal('query-invalid', [{ pointer: '/from', code: 'too-wide' }]);
  }
  return days;
}
