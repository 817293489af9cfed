import type { AgencyId, EndpointId } from '../domain/ids.ts';
import { Delivery } from '../domain/webhook/delivery.ts';
import { WebhookEndpoint } from '../domain/webhook/endpoint.ts';
import { anyEndpointKey, deliveryKey, dueAt, endpointKey } from './keys.ts';
import type { Table } from './table.ts';
import { putAlways, putIfAbsent, remove, removeIfThere, type Write } from './write.ts';

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

  createWrites: (endpoint: WebhookEndpoint): Write[] => [
    putIfAbsent('endpoint', { ...endpointKey(endpoint.agency, endpoint.id), ...endpoint }),
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

  /** Takes a delivery back before it left: the agency may no longer be told. */
  async takeBack(id: EndpointId, sequence: number, token: string): Promise<void> {
    await table.transact([remove('delivery', deliveryKey(id, sequence))], token);
  },

  /** Writes a delivery over the version it came from; `false` when another sender was quicker. */
  saveDelivery(delivery: Delivery): Promise<boolean> {
    const { endpoint, sequence, version, status, attempts, nextAttemptAt } = delivery;
    const due = nextAttemptAt ? dueAt(nextAttemptAt, `${endpoint}#${sequence}`) : undefined;
    return table.update({
      Key: { ...deliveryKey(endpoint, sequence) },
      ConditionExpression: 'version = :read',
      UpdateExpression: due
        ? 'SET #status = :status, attempts = :attempts, version = :next, nextAttemptAt = :at, gsi2pk = :pk, gsi2sk = :sk'
        : 'SET #status = :status, attempts = :attempts, version = :next REMOVE nextAttemptAt, gsi2pk, gsi2sk',
      ExpressionAttributeNames: { '#status': 'status' },
      ExpressionAttributeValues: {
        ':read': version - 1,
        ':next': version,
        ':status': status,
        ':attempts': attempts,
        ...(due && { ':at': nextAttemptAt, ':pk': due.gsi2pk, ':sk': due.gsi2sk }),
      },
    });
  },
});
export type Endpoints = ReturnType<typeof endpoints>;
