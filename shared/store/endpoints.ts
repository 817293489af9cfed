import type { AgencyId, EndpointId } from '../domain/ids.ts';
import { Delivery } from '../domain/webhook/delivery.ts';
import { WebhookEndpoint } from '../domain/webhook/endpoint.ts';
import { anyEndpointKey, deliveryKey, dueAt, endpointKey, sentOnDemandKey } from './keys.ts';
import type { Table } from './table.ts';
import { putAlways, putIfAbsent, putOver, removeVersion, type Write } from './write.ts';

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

  /** Removes the version that was read, and its keys with it. */
  deleteWrite: ({ agency, id, version }: WebhookEndpoint): Write =>
    removeVersion('endpoint', endpointKey(agency, id), version),

  /**
   * Takes one asking for proof and says when the next one is due; `false` where somebody else took
   * it, or the owner has changed the endpoint. The version stays: nothing changes for the owner.
   */
  askProof: ({ agency, id, version, proof }: WebhookEndpoint, next?: string): Promise<boolean> =>
    table.update({
      Key: endpointKey(agency, id),
      ConditionExpression: 'version = :version AND proof.tries = :tries',
      ...lookAgain(id, next, {
        set: ['proof.tries = :more'],
        values: { ':version': version, ':tries': proof.tries, ':more': proof.tries + 1 },
      }),
    }),

  /** The minute has looked after an endpoint; when it has to do so again, if ever. */
  lookedAfter: ({ agency, id, version }: WebhookEndpoint, next?: string): Promise<boolean> =>
    table.update({
      Key: endpointKey(agency, id),
      ConditionExpression: 'version = :version',
      ...lookAgain(id, next, { set: [], values: { ':version': version } }),
    }),

  /** Counts what the agency has sent on demand within a minute; `false` where that is enough. */
  countSent: (agency: AgencyId, minute: string, most: number, expiresAtEpoch: number) =>
    table.update({
      Key: sentOnDemandKey(agency, minute),
      ConditionExpression: 'attribute_not_exists(sent) OR sent < :most',
      UpdateExpression: 'SET expiresAtEpoch = :expires ADD sent :one',
      ExpressionAttributeValues: { ':most': most, ':one': 1, ':expires': expiresAtEpoch },
    }),

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

interface Update {
  readonly set: readonly string[];
  readonly values: Readonly<Record<string, unknown>>;
}

/** Moves an endpoint to its next place in the index of what is due, or takes it out. */
function lookAgain(id: EndpointId, next: string | undefined, { set, values }: Update) {
  if (next === undefined) {
    const sets = set.length > 0 ? `SET ${set.join(', ')} ` : '';
    return {
      UpdateExpression: `${sets}REMOVE #next, gsi2pk, gsi2sk`,
      ExpressionAttributeNames: { '#next': 'next' },
      ExpressionAttributeValues: values,
    };
  }
  const { gsi2pk, gsi2sk } = dueAt(next, id);
  const places = ['#next = :next', 'gsi2pk = :gsi2pk', 'gsi2sk = :gsi2sk'];
  return {
    UpdateExpression: `SET ${[...set, ...places].join(', ')}`,
    ExpressionAttributeNames: { '#next': 'next' },
    ExpressionAttributeValues: { ...values, ':next': next, ':gsi2pk': gsi2pk, ':gsi2sk': gsi2sk },
  };
}

/** Writes a delivery over the version it came from. */
export const saveDelivery = (delivery: Delivery): Write =>
  putOver(
    'delivery',
    { ...deliveryKey(delivery.endpoint, delivery.sequence), what: 'delivery', ...delivery },
    delivery.version - 1,
  );
