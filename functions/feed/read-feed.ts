import type { readFeed as contract } from '../../shared/contract/feed.ts';
import { may } from '../../shared/domain/access/may.ts';
import { linkOf } from '../../shared/domain/webhook/payload.ts';
import type { UseCase } from '../../shared/platform/http.ts';
import type { Store } from '../../shared/platform/runtime.ts';
import type { Feeds } from '../../shared/store/feed.ts';

type Deps = Pick<Store, 'access' | 'now'> & { readonly feeds: Feeds };

/** The agency's feed after a number: complete, in order, ids and kinds only. */
export const readFeed =
  ({ feeds, access, now }: Deps): UseCase<typeof contract> =>
  async ({ query, principal }) => {
    may(principal, 'feed.read');
    const { after, limit } = query;
    const last = await feeds.head(principal.agency);
    const entries = await feeds.after(principal.agency, after, limit);
    const lines = entries.length;
    await access.page({ by: principal, list: 'feed', lines, at: now() });
    const items = entries.map(({ event, agency: _, referral: __, ...entry }) => ({
      ...entry,
      id: event,
      links: { subject: linkOf(entry.subject) },
    }));
    const reached = items.at(-1)?.sequence ?? after;
    const next = reached < last ? `/v1/feed?after=${reached}&limit=${limit}` : undefined;
    return { status: 200, body: { items, last, next } };
  };
