import * as z from 'zod';
import { FeedDigest } from '../domain/feed/digest.ts';
import type { AgencyId } from '../domain/ids.ts';
import type { Feeds } from './feed.ts';
import { dayEndKey, digestKey } from './feed-keys.ts';
import { ConditionFailed, type Table } from './table.ts';
import { type Item, type Key, putIfAbsent } from './write.ts';

const DayEnd = z.object({ last: z.int().min(0) });

interface Options {
  readonly table: Pick<Table, 'get' | 'transact'>;
  readonly feeds: Pick<Feeds, 'head' | 'entry'>;
  readonly newToken: () => string;
}

/** The days of the feeds: where each ended and what it brought. Kept once, never changed. */
export const feedDays = ({ table, feeds, newToken }: Options) => {
  /** The first who writes decides; whoever comes later reads that. */
  async function once(item: Item & Key): Promise<Item> {
    try {
      await table.transact([putIfAbsent('feed-day', item)], newToken());
      return item;
    } catch (error) {
      if (error instanceof ConditionFailed && error.found) return error.found;
      throw error;
    }
  }

  /** By halving: entries get their numbers in the order of time. */
  async function lastBefore(agency: AgencyId, instant: string): Promise<number> {
    let [before, after] = [0, (await feeds.head(agency)) + 1];
    while (after - before > 1) {
      const middle = Math.floor((before + after) / 2);
      const { placedAt, at } = await feeds.entry(agency, middle);
      if ((placedAt ?? at) < instant) before = middle;
      else after = middle;
    }
    return before;
  }

  return {
    /**
     * The feed's number at the end of a day that is over. It is fixed when first asked for: an entry
     * that was on its way at that moment belongs to the next day, so none is ever in two or in none.
     */
    async lastOf(agency: AgencyId, day: string, end: string): Promise<number> {
      const key = dayEndKey(agency, day);
      const known = await table.get(key);
      if (known) return DayEnd.parse(known).last;
      const last = await lastBefore(agency, end);
      return DayEnd.parse(await once({ ...key, what: 'day-end', last })).last;
    },

    async digest(agency: AgencyId, day: string): Promise<FeedDigest | undefined> {
      const item = await table.get(digestKey(agency, day));
      return item && FeedDigest.parse(item);
    },

    keep: async (digest: FeedDigest): Promise<FeedDigest> =>
      FeedDigest.parse(await once({ ...digestKey(digest.agency, digest.day), ...digest })),
  };
};
export type FeedDays = ReturnType<typeof feedDays>;
