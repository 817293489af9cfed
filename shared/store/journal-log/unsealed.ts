import type { Table } from '../table.ts';
import type { Item, Key } from '../write.ts';
import { ENTRIES, LEAF, leafKey, sweepKey } from './keys.ts';

/** How far the look over the whole table has come; each day begins one. */
export interface Sweep {
  /** Civil day. */
  readonly day: string;
  readonly from?: Key | undefined;
  readonly done: boolean;
}

const isEntry = ({ sk }: Key): boolean => ENTRIES.some((start) => sk.startsWith(start));
const placeOf = ({ pk, sk }: Key): string => `${pk}\n${sk}`;

/** Finds what of the journal has no leaf, though it is old enough to have one. */
export const unsealed = (table: Pick<Table, 'get' | 'getAll' | 'scan' | 'update'>) => ({
  async sweep(): Promise<Sweep | undefined> {
    const item = await table.get(sweepKey);
    return (
      item && {
        day: String(item.day),
        from: item.from as Key | undefined,
        done: item.done === true,
      }
    );
  },

  async keep({ day, from, done }: Sweep): Promise<void> {
    await table.update({
      Key: sweepKey,
      UpdateExpression: `SET what = :what, #day = :day, done = :done${from ? ', #from = :from' : ' REMOVE #from'}`,
      ExpressionAttributeNames: { '#day': 'day', '#from': 'from' },
      ExpressionAttributeValues: {
        ':what': 'sweep',
        ':day': day,
        ':done': done,
        ...(from && { ':from': from }),
      },
    });
  },

  /**
   * One page of the table: its entries written before `until` that have no leaf, and where the next
   * page begins. Most leaves stand on the page of their entry; only the rest is asked for.
   */
  async page(from: Key | undefined, until: string): Promise<{ found: Item[]; next?: Key }> {
    const { items, last } = await table.scan(from, ['pk', 'sk', 'at']);
    const keys = items as unknown as (Key & { readonly at?: string })[];
    const leaves = new Set(keys.filter(({ sk }) => sk.startsWith(LEAF)).map(placeOf));
    const open = keys.filter(
      (one) => isEntry(one) && String(one.at) < until && !leaves.has(placeOf(leafKey(one))),
    );
    const marks = await table.getAll(open.map(leafKey), ['pk', 'sk']);
    const marked = new Set(marks.map((mark) => placeOf(mark as unknown as Key)));
    const without = open.filter((one) => !marked.has(placeOf(leafKey(one))));
    const found = await table.getAll(without.map(({ pk, sk }) => ({ pk, sk })));
    return last ? { found, next: last } : { found };
  },
});
export type Unsealed = ReturnType<typeof unsealed>;
