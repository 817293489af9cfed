import { createHash } from 'node:crypto';
import { dayBefore, dayOf, endOf } from '../../shared/domain/feed/days.ts';
import { type FeedDigest, linesOf } from '../../shared/domain/feed/digest.ts';
import type { AgencyId } from '../../shared/domain/ids.ts';
import { Refusal } from '../../shared/domain/refusal.ts';
import type { FeedEntry, Feeds } from '../../shared/store/feed.ts';
import type { FeedDays } from '../../shared/store/feed-days.ts';

export interface DigestDeps {
  readonly feeds: Pick<Feeds, 'head' | 'after'>;
  readonly days: FeedDays;
}

/** One day of one feed, seen at an instant in the pack's zone. */
export interface DayAsked {
  readonly agency: AgencyId;
  readonly day: string;
  readonly at: string;
  readonly zone: string;
}

/** Entries read at once. */
const PAGE = 1000;

/** What a day brought; kept as soon as the day is over, so that it never changes any more. */
export async function digestOf(deps: DigestDeps, asked: DayAsked) {
  const { agency, day, at, zone } = asked;
  const today = dayOf(at, zone);
  if (day > today) throw new Refusal('in-the-future', [{ pointer: '/day', code: 'in-the-future' }]);
  const kept = await deps.days.digest(agency, day);
  if (kept) return { digest: kept, final: true };
  const final = day < today;
  const before = await lastOf(deps, { ...asked, day: dayBefore(day) });
  const last = final ? await lastOf(deps, asked) : await deps.feeds.head(agency);
  const made = await digestBetween(deps, { agency, day, before, last });
  return { digest: final ? await deps.days.keep(made) : made, final };
}

const lastOf = ({ days }: DigestDeps, { agency, day, zone }: DayAsked): Promise<number> =>
  days.lastOf(agency, day, endOf(day, zone));

interface Between {
  readonly agency: AgencyId;
  readonly day: string;
  readonly before: number;
  readonly last: number;
}

async function digestBetween({ feeds }: DigestDeps, { agency, day, before, last }: Between) {
  const hash = createHash('sha256');
  let count = 0;
  for await (const page of pagesOf(feeds, agency, { after: before, last })) {
    hash.update(linesOf(page));
    count += page.length;
  }
  const digest: FeedDigest = {
    ...{ what: 'digest', agency, day, count, last, hash: hash.digest('hex') },
    ...(count > 0 && { first: before + 1 }),
  };
  return digest;
}

/** The entries after one number up to another, page by page. */
export async function* pagesOf(
  feeds: Pick<Feeds, 'after'>,
  agency: AgencyId,
  { after, last }: { readonly after: number; readonly last: number },
): AsyncGenerator<FeedEntry[]> {
  let reached = after;
  while (reached < last) {
    const page = await feeds.after(agency, reached, Math.min(PAGE, last - reached));
    const end = page.at(-1);
    if (!end) throw new Error(`${agency}: nothing stands after ${reached}`);
    yield page;
    reached = end.sequence;
  }
}
