import type { AgencyId } from '../../shared/domain/ids.ts';
import type { DeliveryStatuses } from '../../shared/store/delivery-statuses.ts';
import type { Endpoints } from '../../shared/store/endpoints.ts';
import type { FeedEntry } from '../../shared/store/feed.ts';
import type { FeedPositions } from '../../shared/store/feed-positions.ts';

export interface OnTheWay {
  readonly positions: Pick<FeedPositions, 'takenFrom'>;
  readonly endpoints: Pick<Endpoints, 'of'>;
  readonly statuses: DeliveryStatuses;
}

/** What the hub knows of the way of entries: when the system took them over, what webhooks became. */
export async function onTheWay(
  { positions, endpoints, statuses }: OnTheWay,
  agency: AgencyId,
  entries: readonly FeedEntry[],
) {
  const [first] = entries;
  const taken = first ? await positions.takenFrom(agency, first.sequence) : [];
  const ids = first ? (await endpoints.of(agency)).map(({ id }) => id) : [];
  const standing = await statuses(
    ids,
    entries.map(({ sequence }) => sequence),
  );
  return ({ sequence }: FeedEntry) => ({
    takenOverAt: taken.find(({ from, to }) => from < sequence && sequence <= to)?.at,
    deliveries: standing
      .filter((one) => one.sequence === sequence)
      .map(({ endpoint, status }) => ({ endpoint, status })),
  });
}
