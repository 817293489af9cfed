import * as z from 'zod';
import type { Principal } from '../domain/access/principal.ts';
import { ReferralId } from '../domain/ids.ts';
import { recallNumberOf } from '../domain/recall/clock.ts';
import { Recall, WATCHED_RECALLS } from '../domain/recall/recall.ts';
import type { Cursors } from './cursor.ts';
import { partKey, recallsOf, watchedAt } from './keys.ts';
import type { Table } from './table.ts';
import type { Item, Key } from './write.ts';

/** What stands in an agency's list: a clock of its own answer, or a recall it waits for. */
const Line = z.union([
  z
    .object({ what: z.literal('clock'), name: z.string(), subject: z.object({ id: ReferralId }) })
    .transform(({ name, subject }) => ({
      ...{ referral: subject.id, number: recallNumberOf({ name }), part: 'answers' as const },
    })),
  z
    .object({
      what: z.literal('awaited-recall'),
      of: z.object({ id: ReferralId }),
      number: z.int(),
    })
    .transform(({ of, number }) => ({ referral: of.id, number, part: 'waits' as const })),
  z
    .object({ what: z.literal('recall'), of: z.object({ id: ReferralId }), number: z.int() })
    .transform(({ of, number }) => ({ referral: of.id, number, part: 'watches' as const })),
]);
const Place = z.object({ pk: z.string(), sk: z.string() });

export interface ListedRecall {
  readonly recall: Recall;
  readonly referral: ReferralId;
  readonly part: z.infer<typeof Line>['part'];
}

interface Asked {
  readonly by: Principal;
  readonly limit: number;
  readonly cursor?: string | undefined;
}

/** Open recalls, nearest deadline first: of an agency its own; the oversight body sees all. */
export const recallLists = (table: Pick<Table, 'page' | 'getAll'>, cursors: Cursors) => ({
  async open({ by, limit, cursor }: Asked) {
    const all = watchedAt(WATCHED_RECALLS, '', '').gsi1pk;
    const list = by.kind === 'oversight' ? all : recallsOf(by.agency);
    const boundTo = `${by.sub}\n${list}`;
    const { items, last } = await table.page({
      IndexName: 'gsi1',
      KeyConditionExpression: 'gsi1pk = :pk',
      ExpressionAttributeValues: { ':pk': list },
      Limit: limit,
      ...(cursor && { ExclusiveStartKey: await cursors.read(cursor, boundTo) }),
    });
    // The index lags behind: what stands in the table now decides.
    const there = await table.getAll(items.map((item) => Place.parse(item)));
    const standing = there.filter(({ gsi1pk }) => gsi1pk === list).toSorted(byPlace);
    const next = last && (await cursors.make({ ...last }, boundTo));
    return { items: await recallsBehind(table, standing), next };
  },
});
export type RecallLists = ReturnType<typeof recallLists>;

async function recallsBehind(
  table: Pick<Table, 'getAll'>,
  items: readonly Item[],
): Promise<ListedRecall[]> {
  const lines = items.map((item) => Line.parse(item));
  const places = lines.map(({ referral, number }) => keyOf(referral, number));
  const unique = [...new Map(places.map((key) => [`${key.pk} ${key.sk}`, key])).values()];
  const found = new Map(
    (await table.getAll(unique)).map((item) => [`${item.pk} ${item.sk}`, Recall.parse(item)]),
  );
  return lines.flatMap(({ referral, number, part }) => {
    const { pk, sk } = keyOf(referral, number);
    const recall = found.get(`${pk} ${sk}`);
    return recall ? [{ recall, referral, part }] : [];
  });
}

const keyOf = (referral: ReferralId, number: number): Key =>
  partKey({ what: 'recall', of: { kind: 'referral', id: referral }, number });

const byPlace = (a: Item, b: Item): number => String(a.gsi1sk).localeCompare(String(b.gsi1sk));
