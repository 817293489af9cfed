import type { AgencyId, EndpointId } from '../domain/ids.ts';
import { Delivery } from '../domain/webhook/delivery.ts';
import { WebhookEndpoint } from '../domain/webhook/endpoint.ts';
import { anyEndpointKey, deliveryKey, dueAt, endpointKey } from './keys.ts';
import type { Table } from './table.ts';
import { putAlways, putIfAbsent, putOver, removeIfThere, type Write } from './write.ts';

/** Webhook endpoints of the agencies, and what was delivered to them. */
export const endpoints = (table: Table) => ({
  async of(agency: AgencyId): Promise<WebhookEndpoint[]> {
    const items = await table.startingWith(`ENDPOINTS#${agency}`, 'whe_');
    return items.map((item) => WebhookEndpoint.parse(item));
  },

  async find(agency: AgencyId, id: EndpointId): Promise<WebhookEndpoint | undefined> {
    const item = await table.get(endpointKey(agency, id));
    return item && WebhookEndpoint.parse(item);
  },

  /** Writes an endpoint over the version it came from. */
  changeWrite: (endpoint: WebhookEndpoint): Write =>
    putOver(
      'endpoint',
      {
        ...endpointKey(endpoint.agency, endpoint.id),
        ...endpoint,
        ...(endpoint.next && dueAt(endpoint.next, endpoint.id)),
      },
      endpoint.version - 1,
    ),

  createWrites: (endpoint: WebhookEndpoint): Write[] => [
    putIfAbsent('endpoint', {
      ...endpointKey(endpoint.agency, endpoint.id),
      ...endpoint,
      ...(endpoint.next && dueAt(endpoint.next, endpoint.id)),
    }),
    putAlways('endpoint', { ...anyEndpointKey(endpoint.agency), what: 'any-endpoint' }),
  ],

  deleteWrite: (agency: AgencyId, id: EndpointId): Write =>
    removeIfThere('endpoint', endpointKey(agency, id)),

  /** The newest deliveries of an endpoint. */
  async deliveries(id: EndpointId, limit: number): Promise<Delivery[]> {
    const { items } = await table.page({
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': deliveryKey(id, 0).pk },
      ScanIndexForward: false,
      Limit: limit,
    });
    return items.map((item) => Delivery.parse(item));
  },

  async delivery(id: EndpointId, sequence: number): Promise<Delivery | undefined> {
    const item = await table.get(deliveryKey(id, sequence));
    return item && Delivery.parse(item);
  },
});
export type Endpoints = ReturnType<typeof endpoints>;

/** Writes a delivery over the version it came from. */
export const saveDelivery = (delivery: Delivery): Write =>
  putOver(
    'delivery',
    { ...deliveryKey(delivery.endpoint, delivery.sequence), what: 'delivery', ...delivery },
    delivery.version - 1,
  );
