import * as z from 'zod';
import { ReferralId } from '../domain/ids.ts';
import { RETENTION_LIST } from '../domain/retention/retention.ts';
import { Instant } from '../domain/time.ts';
import { watchedAt } from './keys.ts';
import type { Table } from './table.ts';
import type { Item } from './write.ts';

/** What the index tells of an erasure to come: whose, and when. */
const Line = z.object({ gsi1sk: z.string(), pk: z.string() }).transform(({ gsi1sk, pk }) => ({
  referral: ReferralId.parse(pk.replace(/^REFERRAL#/, '')),
  eraseAt: Instant.parse(gsi1sk.split('#')[0]),
}));
export type ErasureToCome = z.infer<typeof Line>;

/** At most so many at a time: the next look finds the rest. */
const MOST = 100;

/** Files whose time comes until then, the nearest first; what stands in the index may be late. */
export const erasuresUntil =
  (table: Pick<Table, 'page'>) =>
  async (until: string): Promise<ErasureToCome[]> => {
    const { items } = await table.page({
      IndexName: 'gsi1',
      KeyConditionExpression: 'gsi1pk = :list AND gsi1sk <= :until',
      ExpressionAttributeValues: {
        ':list': watchedAt(RETENTION_LIST, '', '').gsi1pk,
        ':until': `${until}~`,
      },
      Limit: MOST,
    });
    return items.map((item: Item) => Line.parse(item));
  };
export type ErasuresUntil = ReturnType<typeof erasuresUntil>;
