import type { KeyOwner, KeyRow, KeyRows } from '../platform/vault/data-keys.ts';
import { gathered } from './gathered.ts';
import { ConditionFailed, type Table } from './table.ts';
import { type Item, type Key, putIfAbsent, type Write } from './write.ts';

/** Where the wrapped key of a file or an agency stands in the table of keys. */
export const dataKeyKey = ({ kind, id }: KeyOwner): Key => ({
  pk: `${kind.toUpperCase()}#${id}`,
  sk: 'KEY',
});

/** A write into the table of keys, whichever table the rest of its transaction goes to. */
export const intoKeys = (write: Write, keysTable: string): Write => ({
  ...write,
  as: () => write.as(keysTable),
});

/** The wrapped data keys, in their own table: whoever destroys a row destroys what it sealed. */
export const keyRows = (
  table: Pick<Table, 'name' | 'getAll' | 'transact'>,
  newToken: () => string,
): KeyRows => {
  const find = gathered((keys) => table.getAll(keys));
  const opening: KeyRows['opening'] = (owner, wrapped, at) => {
    const row = { what: 'data-key', version: 1, wrapped, wrappedAt: at };
    return intoKeys(putIfAbsent('data-key', { ...dataKeyKey(owner), ...row }), table.name);
  };
  const rowOf = async (owner: KeyOwner) => keyRow(await find(dataKeyKey(owner)));
  return {
    opening,
    find: rowOf,
    async keepFirst(owner, wrapped, at) {
      // Another function may have been quicker: then its key is the one.
      await table.transact([opening(owner, wrapped, at)], newToken()).catch((error: unknown) => {
        if (!(error instanceof ConditionFailed)) throw error;
      });
      const row = await rowOf(owner);
      if (!row) throw new Error(`the key of ${owner.id} could not be made`);
      return row;
    },
  };
};

function keyRow(item: Item | undefined): KeyRow | undefined {
  if (!item) return undefined;
  if (item.wrapped instanceof Uint8Array) return { wrapped: item.wrapped };
  if (typeof item.erasedAt === 'string') return { erasedAt: item.erasedAt };
  throw new Error(`${item.pk} is no data key`);
}
