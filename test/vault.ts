import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type {
  KeyContext,
  KeyOwner,
  KeyRow,
  KeyRows,
  KeyService,
} from '../shared/platform/vault/data-keys.ts';
import { vault } from '../shared/platform/vault.ts';
import { putIfAbsent } from '../shared/store/write.ts';

const bytesOf = (context: KeyContext) => Buffer.from(JSON.stringify(Object.entries(context)));

/** Wraps data keys under a key of its own, bound to their context, and counts how often it is asked. */
export const keyService = () => {
  const hub = randomBytes(32);
  const asked = { generated: 0, unwrapped: 0, failing: false };
  const keys: KeyService = {
    async generate(context) {
      asked.generated += 1;
      if (asked.failing) throw new Error('the key service is away');
      const plain = randomBytes(32);
      const nonce = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', hub, nonce).setAAD(bytesOf(context));
      const body = Buffer.concat([cipher.update(plain), cipher.final()]);
      return { plain, wrapped: Buffer.concat([nonce, cipher.getAuthTag(), body]) };
    },
    async unwrap(wrapped, context) {
      asked.unwrapped += 1;
      if (asked.failing) throw new Error('the key service is away');
      const bytes = Buffer.from(wrapped);
      const tagged = { authTagLength: 16 };
      const decipher = createDecipheriv('aes-256-gcm', hub, bytes.subarray(0, 12), tagged);
      decipher.setAAD(bytesOf(context)).setAuthTag(bytes.subarray(12, 28));
      return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]);
    },
  };
  return { keys, asked };
};

const nameOf = ({ kind, id }: KeyOwner) => `${kind} ${id}`;

/** The table of keys as it would stand, in memory. */
export const rowsInMemory = () => {
  const standing = new Map<string, KeyRow>();
  const rows: KeyRows = {
    find: async (owner) => standing.get(nameOf(owner)),
    opening: ({ id }, wrapped, at) =>
      putIfAbsent('data-key', { pk: `FILE#${id}`, sk: 'KEY', wrapped, wrappedAt: at }),
    async keepFirst(owner, wrapped) {
      const row = standing.get(nameOf(owner)) ?? { wrapped };
      standing.set(nameOf(owner), row);
      return row;
    },
  };
  return { standing, rows };
};

/** A vault over memory, and what stands behind it. */
export function vaultInMemory(table = 'hub') {
  const service = keyService();
  const { standing, rows } = rowsInMemory();
  const clock = { now: 0 };
  const made = vault({ keys: service.keys, rows, table, now: () => clock.now });
  return {
    vault: made,
    rows,
    standing,
    clock,
    ...service,
    /** A file whose key stands from the beginning. */
    async opened(file: string): Promise<void> {
      const { wrapped } = await service.keys.generate({ file });
      standing.set(nameOf({ kind: 'file', id: file }), { wrapped });
    },
    erase: (file: string) =>
      void standing.set(nameOf({ kind: 'file', id: file }), { erasedAt: '2026-11-23T10:00:00Z' }),
  };
}
