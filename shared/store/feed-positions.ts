import * as z from 'zod';
import { FeedPosition } from '../domain/feed/position.ts';
import type { AgencyId } from '../domain/ids.ts';
import { Instant } from '../domain/time.ts';
import { feedPositionKey, takenKey } from './feed-keys.ts';
import type { Table } from './table.ts';
import { putIfAbsent, putOver, type Write } from './write.ts';

/** One taking over: everything after `from`, up to `to`. Written with the position, never changed. */
const Taken = z.object({ from: z.int().min(0), to: z.int().min(1), at: Instant });
export type Taken = z.infer<typeof Taken>;

/** How far the agencies' systems have taken their feeds over, and the record of it. */
export const feedPositions = (table: Pick<Table, 'get' | 'page'>) => ({
  async find(agency: AgencyId): Promise<FeedPosition | undefined> {
    const item = await table.get(feedPositionKey(agency));
    return item && FeedPosition.parse(item);
  },

  /** Over exactly the version it came from, so that no two movers overwrite each other unseen. */
  moved(position: FeedPosition): Write {
    const item = { ...feedPositionKey(position.agency), ...position };
    return position.version === 1
      ? putIfAbsent('position', item)
      : putOver('position', item, position.version - 1);
  },

  /** The proof of a taking over; a rewind does not undo that it happened. */
  taken({ agency, sequence, version, at, by }: FeedPosition, from: number): Write {
    const key = takenKey(agency, sequence, version);
    return putIfAbsent('position', { ...key, what: 'taken', from, to: sequence, at, by });
  },

  /** What was taken over at or beyond a number, the nearest first. */
  async takenFrom(agency: AgencyId, sequence: number): Promise<Taken[]> {
    const { pk, sk } = takenKey(agency, sequence, 0);
    const { items } = await table.page({
      KeyConditionExpression: 'pk = :pk AND sk BETWEEN :from AND :to',
      ExpressionAttributeValues: {
        ':pk': pk,
        ':from': sk,
        ':to': takenKey(agency, 999_999_999, 999_999).sk,
      },
      ConsistentRead: true,
    });
    return items.map((item) => Taken.parse(item));
  },
});
export type FeedPositions = ReturnType<typeof feedPositions>;
