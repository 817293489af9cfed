import type { listDeliveries as contract } from '../../shared/contract/deliveries.ts';
import { isLookedFor } from '../../shared/domain/webhook/delivery-filter.ts';
import type { UseCase } from '../../shared/platform/http.ts';
import type { DeliveryCursors, DeliveryLog } from '../../shared/store/delivery-log.ts';
import type { Endpoints } from '../../shared/store/endpoints.ts';
import { deliveryView } from './delivery-view.ts';
import { ownEndpoint } from './own-endpoint.ts';

interface Deps {
  readonly endpoints: Pick<Endpoints, 'find'>;
  readonly log: Pick<DeliveryLog, 'newest'>;
  readonly cursors: DeliveryCursors;
}

/** What was sent to an endpoint, newest first, with every attempt. */
export const listDeliveries =
  ({ endpoints, log, cursors }: Deps): UseCase<typeof contract> =>
  async ({ path, query, principal }) => {
    const { id } = await ownEndpoint({ endpoints }, principal, path.endpointId);
    const { cursor, limit, ...filter } = query;
    const boundTo = `${principal.sub}\n${id}\n${JSON.stringify(filter)}`;
    const before = cursor === undefined ? undefined : await cursors.read(cursor, boundTo);
    const keep = (delivery: Parameters<typeof isLookedFor>[0]) => isLookedFor(delivery, filter);
    const page = await log.newest(id, before, { keep, limit });
    const items = page.items.map(deliveryView);
    if (page.at === undefined) return { status: 200, body: { items } };
    const more = new URLSearchParams({ limit: String(limit) });
    for (const [name, value] of Object.entries(filter)) if (value) more.set(name, value);
    more.set('cursor', await cursors.make(page.at, boundTo));
    const next = `/v1/webhook-endpoints/${id}/deliveries?${more}`;
    return { status: 200, body: { items, next } };
  };
