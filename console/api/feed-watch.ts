import { getFeedPosition, readFeed } from '../../shared/contract/feed.ts';
import { hub } from './hub.ts';

/** Well below the 29 s of the gateway, also where the function has to be started first. */
const WAIT_S = 10;
const AFTER_A_FAULT_MS = 5000;
/** An answer without news came before its time: another tab of the same account asks as well. */
const SOONER_MS = 5000;

/** Numbers of the agency's feed, in memory only: the last there is, and the last somebody saw here. */
export interface FeedStand {
  readonly last: number | undefined;
  readonly seen: number | undefined;
}

let stand: FeedStand = { last: undefined, seen: undefined };
let isWatched = false;
const listeners = new Set<() => void>();

function become(next: FeedStand): void {
  stand = next;
  for (const listener of listeners) listener();
}

const pause = (milliseconds: number) =>
  new Promise<void>((done) => {
    setTimeout(done, milliseconds);
  });

/** Nobody looks at a tab behind another one: it asks again when it comes to the front. */
const inFront = () =>
  new Promise<void>((done) => {
    if (!document.hidden) return done();
    document.addEventListener('visibilitychange', () => done(), { once: true });
  });

async function look(): Promise<void> {
  const call = hub('ka');
  const { last: after } = stand;
  if (after === undefined) {
    const { last } = (await call(getFeedPosition)).body;
    return become({ last, seen: last });
  }
  const from = performance.now();
  const { last } = (await call(readFeed, { query: { after, limit: 1, wait: WAIT_S } })).body;
  if (last !== after) return become({ ...stand, last });
  if (performance.now() - from < SOONER_MS) await pause(AFTER_A_FAULT_MS);
}

async function watch(): Promise<void> {
  if (isWatched) return;
  isWatched = true;
  while (listeners.size > 0) {
    await inFront();
    await look().catch(() => pause(AFTER_A_FAULT_MS));
  }
  isWatched = false;
}

/** One long poll for the whole tab, while anything on it listens. */
export const feedWatch = {
  subscribe(listener: () => void) {
    listeners.add(listener);
    void watch();
    return () => void listeners.delete(listener);
  },
  stand: () => stand,
  saw(sequence: number): void {
    if (sequence > (stand.seen ?? -1)) become({ ...stand, seen: sequence });
  },
};
