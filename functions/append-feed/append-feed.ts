import type { AgencyId } from '../../shared/domain/ids.ts';
import type { FeedMessage } from '../../shared/domain/journal/messages.ts';
import type { DeliveryQueue } from '../../shared/platform/delivery-queue.ts';
import type { Endpoints } from '../../shared/store/endpoints.ts';
import { APPEND_MOST, type Feeds } from '../../shared/store/feed.ts';

type Deps = {
  readonly feeds: Feeds;
  readonly endpoints: Pick<Endpoints, 'of'>;
  readonly deliveries: DeliveryQueue;
  readonly now: () => string;
};

/** Gives messages of one agency their place in its feed, and wakes the sender of webhooks. */
export const appendFeed =
  ({ feeds, endpoints, deliveries, now }: Deps) =>
  async (agency: AgencyId, messages: readonly FeedMessage[]): Promise<void> => {
    for (let from = 0; from < messages.length; from += APPEND_MOST) {
      const batch = messages.slice(from, from + APPEND_MOST);
      const owed = await feeds.append(agency, batch, () => endpoints.of(agency), now());
      await deliveries.wake(owed);
    }
  };
