import { randomUUID } from 'node:crypto';
import { KMSClient } from '@aws-sdk/client-kms';
import type * as z from 'zod';
import { keyRows } from '../store/key-rows.ts';
import type { Table } from '../store/table.ts';
import type { StoreEnv } from './config.ts';
import { hubTable } from './hub-table.ts';
import { kms } from './kms.ts';
import type { KeyService } from './vault/data-keys.ts';
import { vault } from './vault.ts';

/**
 * The table's name in what is sealed and wrapped: its role, not the name CloudFormation gave it, so
 * that a table restored under another name still opens.
 */
export const SEALED_FOR = 'hub';

/** The vault over a table of keys. */
export const vaultOver = (keys: KeyService, table: Pick<Table, 'name' | 'getAll' | 'transact'>) =>
  vault({ keys, rows: keyRows(table, randomUUID), table: SEALED_FOR, now: Date.now });

type VaultEnv = Pick<z.infer<typeof StoreEnv>, 'VAULT_KEY_ID' | 'KEYS_TABLE_NAME'>;

/** The vault and the key service behind it. */
export function hubVault({ VAULT_KEY_ID, KEYS_TABLE_NAME }: VaultEnv) {
  const keys = kms(new KMSClient({}), VAULT_KEY_ID, SEALED_FOR);
  return { keys, vault: vaultOver(keys, hubTable(KEYS_TABLE_NAME)) };
}
