import { useSyncExternalStore } from 'react';
import { type FeedStand, feedWatch } from './feed-watch.ts';

/** How far the agency's feed is, as it grows. */
export const useFeed = (): FeedStand => useSyncExternalStore(feedWatch.subscribe, feedWatch.stand);
