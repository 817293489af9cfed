import type * as z from 'zod';
import type { Client } from '../../shared/contract/client.ts';
import { type FeedItem, readFeed } from '../../shared/contract/feed.ts';
import { kept } from './answers.ts';
import { must } from './until.ts';

type Page = z.output<(typeof readFeed.answers)[200]>;

/** An agency's feed from its beginning, page by page. A gap in its numbers is a fault. */
export async function wholeFeed(call: Client['call']): Promise<z.output<typeof FeedItem>[]> {
  const items: z.output<typeof FeedItem>[] = [];
  for (let at: string | undefined = '/v1/feed?after=0&limit=100'; at; ) {
    const page: Page = kept(readFeed, await call(readFeed, { at }));
    items.push(...page.items);
    at = page.next;
  }
  const gap = items.findIndex(({ sequence }, i) => sequence !== i + 1);
  must(gap < 0, `number ${gap + 1} is missing in the feed`);
  must(new Set(items.map(({ id }) => id)).size === items.length, 'an entry stands twice');
  return items;
}
