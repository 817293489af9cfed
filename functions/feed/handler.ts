import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import * as contract from '../../shared/contract/feed.ts';
import { doorOf } from '../../shared/platform/door.ts';
import { http, on } from '../../shared/platform/http.ts';
import { storeOf } from '../../shared/platform/runtime.ts';
import { deliveryStatuses } from '../../shared/store/delivery-statuses.ts';
import { endpoints } from '../../shared/store/endpoints.ts';
import { feeds as feedsOf } from '../../shared/store/feed.ts';
import { feedDays } from '../../shared/store/feed-days.ts';
import { feedPositions } from '../../shared/store/feed-positions.ts';
import { feedWaits } from '../../shared/store/feed-waits.ts';
import { Env } from './env.ts';
import { getFeedPosition, putFeedPosition } from './position.ts';
import { getFeedDigest, listFeedDigests } from './read-digests.ts';
import { readFeed } from './read-feed.ts';
import { reconcileFeed } from './reconcile-feed.ts';
import { rewindFeed } from './rewind-feed.ts';

const env = Env.parse(process.env);
const store = storeOf(env.TABLE_NAME);
const { table } = store;
const door = doorOf(env, table);
const feeds = feedsOf(table, randomUUID);
const deps = {
  ...store,
  feeds,
  days: feedDays({ table, feeds, newToken: randomUUID }),
  positions: feedPositions(table),
  waits: feedWaits(table),
  endpoints: endpoints(table),
  statuses: deliveryStatuses(table),
  principals: door.principals,
  elapsed: () => performance.now(),
  pause: (milliseconds: number) => pause(milliseconds),
  newToken: randomUUID,
};

export const handler = http(door, [
  on(contract.readFeed, readFeed(deps)),
  on(contract.getFeedPosition, getFeedPosition(deps)),
  on(contract.putFeedPosition, putFeedPosition(deps)),
  on(contract.rewindFeed, rewindFeed(deps)),
  on(contract.listFeedDigests, listFeedDigests(deps)),
  on(contract.getFeedDigest, getFeedDigest(deps)),
  on(contract.reconcileFeed, reconcileFeed(deps)),
]);
