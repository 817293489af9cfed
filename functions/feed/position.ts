import type {
  getFeedPosition as contract,
  putFeedPosition as putContract,
} from '../../shared/contract/feed.ts';
import { takenOver } from '../../shared/domain/feed/position.ts';
import { may } from '../../shared/platform/access/may.ts';
import type { UseCase } from '../../shared/platform/http.ts';
import type { Store } from '../../shared/platform/runtime.ts';
import type { Feeds } from '../../shared/store/feed.ts';
import type { FeedPositions } from '../../shared/store/feed-positions.ts';
import { positionView } from './feed-view.ts';

export type PositionDeps = Pick<Store, 'journal' | 'now'> & {
  readonly feeds: Pick<Feeds, 'head'>;
  readonly positions: FeedPositions;
};

/** How far the agency's system has taken its feed over; oversight sees that of every agency. */
export const getFeedPosition =
  ({ feeds, positions }: Pick<PositionDeps, 'feeds' | 'positions'>): UseCase<typeof contract> =>
  async ({ query, principal }) => {
    const { agency = principal.agency } = query;
    const action = agency === principal.agency ? 'feed.read' : 'feed.rewind';
    may(principal, action, { ofAgency: agency });
    const [position, last] = await Promise.all([positions.find(agency), feeds.head(agency)]);
    const body = positionView(agency, position, last);
    return { status: 200, body, version: body.version };
  };

/** The system says that it has everything up to a number: kept, with the proof that it said so. */
export const putFeedPosition =
  ({ journal, feeds, positions, now }: PositionDeps): UseCase<typeof putContract> =>
  async ({ body: { sequence }, principal, expected }) => {
    const { agency } = principal;
    may(principal, 'feed.keep', { ofAgency: agency });
    const [stands, head] = await Promise.all([positions.find(agency), feeds.head(agency)]);
    const moving = { agency, stands, by: principal, at: now() };
    const moved = takenOver({ ...moving, sequence, head, expected });
    if (moved) {
      const also = [positions.moved(moved), positions.taken(moved, stands?.sequence ?? 0)];
      await journal.commit({ kept: [], events: [] }, { by: principal, also });
    }
    const body = positionView(agency, moved ?? stands, head);
    return { status: 200, body, version: body.version };
  };
