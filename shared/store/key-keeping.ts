import * as z from 'zod';
import type { FileId } from '../domain/ids.ts';
import type { KeyContext } from '../platform/vault/data-keys.ts';
import { dataKeyKey, intoKeys } from './key-rows.ts';
import type { Table } from './table.ts';
import type { Item, Key, Write } from './write.ts';

const Bytes = z.custom<Uint8Array>((value) => value instanceof Uint8Array);
const KeyItem = z.object({
  pk: z.string(),
  sk: z.string(),
  version: z.int(),
  wrapped: Bytes.optional(),
  wrappedAt: z.string(),
});
export type KeyItem = z.infer<typeof KeyItem>;

/** The attribute’s name is a word of DynamoDB’s own, and cannot stand in an expression. */
const WRAPPED = { '#wrapped': 'wrapped' } as const;
const READ = ['pk', 'sk', 'version', 'wrapped', 'wrappedAt'];

/**
 * Destroys the key of a file: the row stays, as the mark that nothing is to be looked for. In the
 * transaction that says so in the journal.
 */
export const destroyKey = (file: FileId, at: string, keysTable: string): Write => {
  const key = dataKeyKey({ kind: 'file', id: file });
  return intoKeys(
    {
      what: 'data-key',
      key,
      as: (TableName) => ({
        Update: {
          TableName,
          Key: { ...key },
          UpdateExpression: 'SET erasedAt = :at, version = version + :one REMOVE #wrapped',
          ExpressionAttributeNames: WRAPPED,
          ConditionExpression: 'attribute_exists(pk)',
          ExpressionAttributeValues: { ':at': at, ':one': 1 },
        },
      }),
    },
    keysTable,
  );
};

/** `FILE#fil_…` was wrapped for `{ file: 'fil_…' }`. */
export const contextOfRow = ({ pk }: Key): KeyContext => {
  const [kind = '', id = ''] = pk.split('#');
  return { [kind.toLowerCase()]: id };
};

/** The table of keys for whoever keeps it: page by page, and a key wrapped anew in place of the old. */
export const keyKeeping = (table: Pick<Table, 'scan' | 'update'>) => ({
  async page(from: Key | undefined): Promise<{ items: KeyItem[]; last?: Key }> {
    const { items, last } = await table.scan(from, READ);
    const rows = items.map((item: Item) => KeyItem.parse(item));
    return last ? { items: rows, last } : { items: rows };
  },

  /** False where the row changed since: an erasure comes first. */
  replace: ({ pk, sk, version }: KeyItem, wrapped: Uint8Array, at: string): Promise<boolean> =>
    table.update({
      Key: { pk, sk },
      UpdateExpression: 'SET #wrapped = :wrapped, wrappedAt = :at, version = version + :one',
      ConditionExpression: 'version = :read AND attribute_exists(#wrapped)',
      ExpressionAttributeNames: WRAPPED,
      ExpressionAttributeValues: { ':wrapped': wrapped, ':at': at, ':one': 1, ':read': version },
    }),
});
export type KeyKeeping = ReturnType<typeof keyKeeping>;
