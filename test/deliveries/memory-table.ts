import type { TransactWriteCommandInput } from '@aws-sdk/lib-dynamodb';
import { ConditionFailed, type Table } from '../../shared/store/table.ts';
import type { Item, Key, Write } from '../../shared/store/write.ts';
import { holds, updated } from './expressions.ts';

type Operation = NonNullable<TransactWriteCommandInput['TransactItems']>[number];
const INDEXES = ['gsi1', 'gsi2'] as const;
const placeOf = ({ pk, sk }: Key): string => `${pk}\n${sk}`;
/** Undefined attributes are not written, as the real table does it. */
const defined = (item: Item): Item =>
  Object.fromEntries(Object.entries(item).filter(([, value]) => value !== undefined));

/** The hub's table in memory: one call after the other, conditions and both indexes as DynamoDB has them. */
export function memoryTable() {
  /** By partition, of the table and of both indexes. */
  const partitions = new Map<string, Map<string, Item & Key>>();
  const tokens = new Set<string>();
  let transactions = 0;
  let lanes = 0;
  let watching: (key: Key, next: Item | undefined) => void = () => {};

  const partition = (name: string) => {
    const found = partitions.get(name) ?? new Map<string, Item & Key>();
    partitions.set(name, found);
    return found;
  };
  const read = (key: Key) => partitions.get(key.pk)?.get(placeOf(key));

  function write(key: Key, next: Item | undefined): void {
    const before = read(key);
    const place = placeOf(key);
    for (const index of INDEXES) {
      const old = before?.[`${index}pk`];
      if (old) partition(`${index} ${String(old)}`).delete(place);
      const now = next?.[`${index}pk`];
      if (now) partition(`${index} ${String(now)}`).set(place, next as Item & Key);
    }
    if (next) partition(key.pk).set(place, next as Item & Key);
    else partitions.get(key.pk)?.delete(place);
    watching(key, next);
    if (key.pk.startsWith('LANE#'))
      lanes += Number(next !== undefined) - Number(before !== undefined);
  }

  /** What an operation asks to hold, and what it leaves. */
  function planned(operation: Operation) {
    const { Put, Update, Delete, ConditionCheck } = operation;
    const part = { ...ConditionCheck, ...Delete, ...Update, ...Put };
    const { pk, sk } = part.Key ?? part.Item ?? {};
    const key: Key = { pk, sk };
    const before = read(key);
    const isMet = holds(part.ConditionExpression, before, part);
    const next = () => {
      if (Put) return defined(part.Item ?? {});
      if (Update) return updated(part.UpdateExpression ?? '', before ?? { ...key }, part);
      return Delete ? undefined : before;
    };
    return { key, isMet, before, next };
  }

  function sorted(name: string, by: 'sk' | 'gsi1sk' | 'gsi2sk'): (Item & Key)[] {
    const found = [...(partitions.get(name)?.values() ?? [])];
    return found.sort((a, b) => (String(a[by]) < String(b[by]) ? -1 : 1));
  }

  const table: Table = {
    name: 'memory',
    get: async (key) => read(key),
    getAll: async (keys) => keys.flatMap((key) => read(key) ?? []),
    startingWith: async (pk, prefix) => sorted(pk, 'sk').filter(({ sk }) => sk.startsWith(prefix)),
    from: async ({ pk, sk }) => sorted(pk, 'sk').filter((item) => item.sk >= sk),
    async page({ IndexName, ExpressionAttributeValues: values = {}, Limit, ...asked }) {
      const [pk, low, high] = Object.values(values).map(String);
      const by = IndexName ? (`${IndexName}sk` as 'gsi1sk' | 'gsi2sk') : 'sk';
      const isBetween = (asked.KeyConditionExpression ?? '').includes('BETWEEN');
      const found = sorted(IndexName ? `${IndexName} ${pk}` : String(pk), by).filter((item) => {
        const at = String(item[by]);
        if (isBetween) return at >= String(low) && at <= String(high);
        return low === undefined || at <= low;
      });
      return { items: found.slice(0, Limit ?? found.length) };
    },
    scan: async () => ({ items: [...partitions.values()].flatMap((all) => [...all.values()]) }),
    async add(item) {
      write(item, defined(item));
    },
    async update(input) {
      const plan = planned({ Update: { TableName: 'memory', ...input } } as Operation);
      if (plan.isMet) write(plan.key, plan.next());
      return plan.isMet;
    },
    async transact(writes: readonly Write[], token: string) {
      if (writes.length > 100) throw new Error(`${writes.length} writes in a transaction`);
      const places = new Set(writes.map(({ key }) => placeOf(key)));
      if (places.size < writes.length) throw new Error('two writes of one item in a transaction');
      if (tokens.has(token)) return;
      const plans = writes.map((one) => ({ one, ...planned(one.as('memory')) }));
      const failed = plans.find(({ isMet }) => !isMet);
      if (failed) throw new ConditionFailed(failed.one, failed.before);
      tokens.add(token);
      transactions += 1;
      for (const { key, next } of plans) write(key, next());
    },
  };
  return {
    table,
    /** Everything that begins with a word: `DELIVERY#`. */
    rows: (prefix: string): (Item & Key)[] =>
      [...partitions].flatMap(([pk, items]) => (pk.startsWith(prefix) ? [...items.values()] : [])),
    put: (item: Item & Key) => write(item, defined(item)),
    read,
    /** Sees every item as it is written, or removed. */
    watch(see: typeof watching) {
      watching = see;
    },
    transactions: () => transactions,
    /** In which anything waits. */
    lanes: () => lanes,
  };
}
export type MemoryTable = ReturnType<typeof memoryTable>;
