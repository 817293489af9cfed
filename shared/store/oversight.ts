import * as z from 'zod';
import { isUnanswered } from '../domain/clock/unanswered.ts';
import { DutyGap, GAP_LIST } from '../domain/duty/duty-gap.ts';
import { AgencyId } from '../domain/ids.ts';
import { Subject } from '../domain/journal/event.ts';
import { PartName } from '../domain/part.ts';
import { Code } from '../domain/text.ts';
import { Instant } from '../domain/time.ts';
import { StoredClock } from './clock-item.ts';
import type { Cursors } from './cursor.ts';
import { UNANSWERED, watchedAt } from './keys.ts';
import type { Table } from './table.ts';
import type { Item, Key } from './write.ts';

/** A watched part as the oversight body sees it: ids, codes and instants, whatever else is in it. */
export const WatchedPart = z.object({
  what: PartName,
  of: Subject,
  number: z.int(),
  version: z.int(),
  at: Instant,
  by: z.object({ agency: AgencyId.optional() }),
  watched: Code,
  kind: Code.optional().catch(undefined),
  code: Code.optional().catch(undefined),
  reason: Code.optional().catch(undefined),
  municipality: Code.optional().catch(undefined),
});
export type WatchedPart = z.infer<typeof WatchedPart>;

interface Asked {
  readonly sub: string;
  readonly limit: number;
  readonly cursor?: string | undefined;
}

/** The lists of the oversight body, over all agencies; what stands in the table now decides. */
export const oversightLists = (table: Pick<Table, 'page' | 'getAll'>, cursors: Cursors) => {
  const page = async (list: string, { sub, limit, cursor }: Asked) => {
    const boundTo = `${sub}\n${list}`;
    const { items, last } = await table.page({
      IndexName: 'gsi1',
      KeyConditionExpression: 'gsi1pk = :pk',
      ExpressionAttributeValues: { ':pk': list },
      Limit: limit,
      ...(cursor && { ExclusiveStartKey: await cursors.read(cursor, boundTo) }),
    });
    const found = await table.getAll(items.map(({ pk, sk }) => ({ pk, sk }) as Key));
    return {
      items: found.filter(({ gsi1pk }) => gsi1pk === list).toSorted(byPlace),
      next: last && (await cursors.make({ ...last }, boundTo)),
    };
  };

  return {
    /** Children nobody has answered for, oldest deadline first. */
    async unanswered(asked: Asked) {
      const { items, next } = await page(UNANSWERED, asked);
      return { items: items.map((item) => StoredClock.parse(item)).filter(isUnanswered), next };
    },

    /** Whatever stands in a list until it is dealt with, oldest first. */
    async watched(list: string, asked: Asked) {
      const { items, next } = await page(watchedAt(list, '', '').gsi1pk, asked);
      return { items: items.map((item) => WatchedPart.parse(item)), next };
    },

    /** The times without anybody on duty that stand in their list. */
    async gaps(asked: Asked) {
      const { items, next } = await page(watchedAt(GAP_LIST, '', '').gsi1pk, asked);
      return { items: items.map((item) => DutyGap.parse(item)), next };
    },
  };
};
export type OversightLists = ReturnType<typeof oversightLists>;

const byPlace = (a: Item, b: Item): number => String(a.gsi1sk).localeCompare(String(b.gsi1sk));
