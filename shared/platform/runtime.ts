import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { KMSClient } from '@aws-sdk/client-kms';
import { Temporal } from 'temporal-polyfill';
import type * as z from 'zod';
import type { Bytes } from '../domain/ids.ts';
import { text } from '../domain/time.ts';
import { policy } from '../policy/policy.ts';
import { accessLog } from '../store/access-log.ts';
import { cursors } from '../store/cursor.ts';
import { journal } from '../store/journal.ts';
import { lists } from '../store/lists.ts';
import { members } from '../store/members.ts';
import { records, sealing } from '../store/records.ts';
import { table } from '../store/table.ts';
import type { ApiEnv, StoreEnv } from './config.ts';
import { hubSecret } from './hub-secret.ts';
import { kms } from './kms.ts';
import { principals } from './principals.ts';
import { tokens } from './token.ts';
import { vault } from './vault.ts';

/** The table and the journal over it, for functions that open no sealed group. */
export function storeOf(tableName: string) {
  const client = new DynamoDBClient({
    requestHandler: { connectionTimeout: 2000, requestTimeout: 8000 },
  });
  const hubTable = table({ client, name: tableName, random: Math.random });
  return {
    table: hubTable,
    records: records(hubTable),
    journal: journal({
      table: hubTable,
      nowSeconds: () => Math.floor(Date.now() / 1000),
      random: Math.random,
      newToken: randomUUID,
    }),
    access: accessLog(hubTable, randomUUID),
    policy,
    /** The instant, as it is stored and sent. */
    now: (): string => text(Temporal.Now.instant()),
    bytes: randomBytes as Bytes,
    derive,
  };
}

/** Bytes that follow from a text: for ids that must come out the same when a step is repeated. */
export const derive =
  (...parts: readonly string[]): Bytes =>
  (count) => {
    const hash = createHash('shake256', { outputLength: count });
    return hash.update(parts.join('\n')).digest();
  };

/**
 * The table's name in what is sealed and wrapped: its role, not the name CloudFormation gave it, so
 * that a table restored under another name still opens.
 */
const SEALED_FOR = 'hub';

/** The store with the vault: for functions that seal or open field groups. */
export function vaultedStoreOf({ TABLE_NAME, VAULT_KEY_ID }: z.infer<typeof StoreEnv>) {
  const keys = kms(new KMSClient({}), VAULT_KEY_ID, SEALED_FOR);
  const store = storeOf(TABLE_NAME);
  const cursorSecret = hubSecret(store.table, keys, 'cursor', randomUUID);
  const hubVault = vault({ keys, table: SEALED_FOR, now: Date.now });
  return {
    ...store,
    vault: hubVault,
    lists: lists(store.table, cursors(cursorSecret)),
    sealing: sealing(hubVault),
  };
}

/** Everything a function behind the API works with, and the door through which calls come. */
export function apiOf(env: z.infer<typeof ApiEnv>) {
  const store = vaultedStoreOf(env);
  const { TOKEN_ISSUER, TOKEN_JWKS_URI, CONSOLE_CLIENT_ID } = env;
  return {
    ...store,
    door: {
      tokens: tokens({
        issuer: TOKEN_ISSUER,
        jwksUri: TOKEN_JWKS_URI,
        consoleClient: CONSOLE_CLIENT_ID,
      }),
      principals: principals(members(store.table), Date.now),
    },
  };
}
export type Store = ReturnType<typeof storeOf>;
export type VaultedStore = ReturnType<typeof vaultedStoreOf>;
