import * as z from 'zod';
import type { EndpointId } from '../domain/ids.ts';
import { Delivery } from '../domain/webhook/delivery.ts';
import { begun, byLane, rejoined, replayed } from '../domain/webhook/replay.ts';
import type { Cursors } from './cursor.ts';
import { saveDelivery } from './endpoints.ts';
import { deliveryKey } from './keys.ts';
import { beginLane, type Lanes, replaceLane } from './lanes.ts';
import type { Table } from './table.ts';
import type { Write } from './write.ts';

/** Rows read for one page at most: a filter that fits little answers less, and where to go on. */
const READ_MOST = 1000;
const PAGE = 100;
const LAST = 999_999_999;

interface Page {
  readonly items: Delivery[];
  /** The number up to which was looked; absent at the end. */
  readonly at?: number;
}

interface Looking {
  readonly keep: (delivery: Delivery) => boolean;
  readonly limit: number;
}

/** What was sent to an endpoint, found by its number in the feed. */
export const deliveryLog = (table: Pick<Table, 'page'>, lanes: Pick<Lanes, 'find'>) => {
  const between = (endpoint: EndpointId, from: number, to: number, forward: boolean) =>
    table.page({
      KeyConditionExpression: 'pk = :pk AND sk BETWEEN :from AND :to',
      ExpressionAttributeValues: {
        ':pk': deliveryKey(endpoint, 0).pk,
        ':from': deliveryKey(endpoint, from).sk,
        ':to': deliveryKey(endpoint, to).sk,
      },
      ScanIndexForward: forward,
      ConsistentRead: true,
      Limit: PAGE,
    });

  /** Pages from one end until enough is found, nothing is left, or enough was read. */
  const look = async (
    pageFrom: (at: number | undefined) => ReturnType<typeof between>,
    { keep, limit }: Looking,
  ): Promise<Page> => {
    const items: Delivery[] = [];
    let at: number | undefined;
    for (let read = 0; read < READ_MOST; read += PAGE) {
      const page = await pageFrom(at);
      for (const delivery of z.array(Delivery).parse(page.items)) {
        if (items.length === limit) return { items, ...(at !== undefined && { at }) };
        at = delivery.sequence;
        if (keep(delivery)) items.push(delivery);
      }
      if (!page.last) return { items };
    }
    return { items, ...(at !== undefined && { at }) };
  };

  return {
    /** Before a number, the newest first. */
    newest: (endpoint: EndpointId, before: number | undefined, looking: Looking): Promise<Page> =>
      look((at) => between(endpoint, 0, (at ?? before ?? LAST + 1) - 1, false), looking),

    /** After a number and up to one, the oldest first. */
    oldest: (
      endpoint: EndpointId,
      { after, to = LAST }: { readonly after: number; readonly to?: number },
      looking: Looking,
    ): Promise<Page> =>
      look(
        (at) => between(endpoint, (at ?? after) + 1, Math.max(to, (at ?? after) + 1), true),
        looking,
      ),

    /** Deliveries that wait again, each in its place of its lane; answers the lanes to be woken. */
    async replayWrites(
      deliveries: readonly Delivery[],
      at: string,
    ): Promise<{ readonly writes: Write[]; readonly lanes: string[] }> {
      const grouped = [...byLane(deliveries)];
      const writes = grouped.map(async ([name, together]) => {
        const [first, ...others] = together;
        if (!first) return [];
        const lane = await lanes.find(first.endpoint, name);
        const sequences = together.map(({ sequence }) => sequence);
        return lane
          ? replaceLane(lane, rejoined(lane, sequences, at))
          : beginLane(begun([first, ...others], at));
      });
      const saved = deliveries.map((delivery) => saveDelivery(replayed(delivery)));
      return {
        writes: [...saved, ...(await Promise.all(writes)).flat()],
        lanes: grouped.map(([name]) => name),
      };
    },
  };
};
export type DeliveryLog = ReturnType<typeof deliveryLog>;

/** Where a list of deliveries goes on, for this caller, endpoint and filter alone. */
export const deliveryCursors = (cursors: Cursors) => ({
  make: (sequence: number, boundTo: string): Promise<string> =>
    cursors.make({ sequence: String(sequence) }, boundTo),
  async read(cursor: string, boundTo: string): Promise<number> {
    const { sequence } = await cursors.read(cursor, boundTo);
    return z.coerce.number().int().min(1).parse(sequence);
  },
});
export type DeliveryCursors = ReturnType<typeof deliveryCursors>;
