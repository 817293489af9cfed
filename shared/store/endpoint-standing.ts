import type { AgencyId, EndpointId } from '../domain/ids.ts';
import { Delivery } from '../domain/webhook/delivery.ts';
import { Health } from '../domain/webhook/health.ts';
import { Lane } from '../domain/webhook/lane.ts';
import { standingOf } from '../domain/webhook/standing.ts';
import { deliveryKey, healthKey, laneKey } from './keys.ts';
import type { Table } from './table.ts';

/** Subjects that are counted, and deliveries that are looked through; beyond that nobody counts. */
const LANES_MOST = 100;
const DELIVERIES_MOST = 25;

/** How an endpoint fares, in three bounded reads. */
export const endpointStanding =
  (table: Pick<Table, 'get' | 'page'>) => async (agency: AgencyId, id: EndpointId) => {
    const partition = (pk: string, Limit: number) =>
      table.page({
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': pk },
        ScanIndexForward: false,
        Limit,
      });
    const [lanes, deliveries, health] = await Promise.all([
      partition(laneKey(id, '').pk, LANES_MOST),
      partition(deliveryKey(id, 0).pk, DELIVERIES_MOST),
      table.get(healthKey(agency, id)),
    ]);
    return standingOf({
      lanes: lanes.items.map((item) => Lane.parse(item)),
      more: lanes.last !== undefined,
      deliveries: deliveries.items.map((item) => Delivery.parse(item)),
      health: health && Health.parse(health),
    });
  };
export type EndpointStanding = ReturnType<typeof endpointStanding>;
