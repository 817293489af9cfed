import { createHash, randomBytes, randomUUID } from 'node:crypto';
import type * as z from 'zod';
import type { Bytes } from '../domain/ids.ts';
import { policy } from '../policy/policy.ts';
import { accessLog } from '../store/access-log.ts';
import { type BlindPurpose, blindSecretName } from '../store/blind-index.ts';
import { children } from '../store/children.ts';
import { cursors } from '../store/cursor.ts';
import { exclusions } from '../store/exclusions.ts';
import { journal } from '../store/journal.ts';
import { lists } from '../store/lists.ts';
import { members } from '../store/members.ts';
import { personHash } from '../store/person-hash.ts';
import { records, sealing } from '../store/records.ts';
import { sightings } from '../store/sightings.ts';
import { withholding } from '../store/withholding.ts';
import { work } from '../store/work.ts';
import { groundOf } from './access/grounds.ts';
import type { ApiEnv, StoreEnv } from './config.ts';
import { countedOfHub } from './counted.ts';
import { doorOf } from './door.ts';
import { hubSecret } from './hub-secret.ts';
import type { HubSecretName } from './hub-secret-names.ts';
import { hubTable, now } from './hub-table.ts';
import { hubVault } from './hub-vault.ts';

const countOfHub = countedOfHub((line) => process.stdout.write(line));

/**
 * The table, the journal over it and the policy pack, for functions that open no sealed group. What
 * needs less takes the table alone (hub-table.ts): every module here is loaded by each cold start.
 */
export function storeOf(tableName: string) {
  const table = hubTable(tableName);
  return {
    table,
    records: records(table),
    exclusions: exclusions(table),
    members: members(table),
    work: work(table),
    withholding: withholding(table),
    journal: journal({
      table,
      nowSeconds: () => Math.floor(Date.now() / 1000),
      random: Math.random,
      newToken: randomUUID,
      groundOf,
    }),
    access: accessLog({ table, randomText: randomUUID, groundOf, count: countOfHub }),
    policy,
    now,
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

/** The store with the vault: for functions that seal or open field groups. */
export function vaultedStoreOf(env: z.infer<typeof StoreEnv>) {
  const { keys, vault } = hubVault(env);
  const store = storeOf(env.TABLE_NAME);
  const cursorSecret = hubSecret(store.table, keys, 'cursor', randomUUID);
  const secretOf = (purpose: BlindPurpose) =>
    hubSecret(store.table, keys, blindSecretName(purpose), randomUUID);
  const secrets = {
    ...{ number: secretOf('number'), name: secretOf('name'), person: secretOf('person') },
  };
  const signed = cursors(cursorSecret);
  return {
    ...store,
    vault,
    cursors: signed,
    lists: lists(store.table, signed),
    sealing: sealing(vault),
    /** A secret of the hub's own, by its name. */
    secret: (name: HubSecretName) => hubSecret(store.table, keys, name, randomUUID),
    personHash: personHash(secrets),
    sightings: sightings({ table: store.table, secrets }),
    children: children({ table: store.table, secrets, newToken: randomUUID }),
  };
}

/** Everything a function behind the API works with, and the door through which calls come. */
export function apiOf(env: z.infer<typeof ApiEnv>) {
  const store = vaultedStoreOf(env);
  return { ...store, door: doorOf(env, store.table, store.access) };
}
export type Store = ReturnType<typeof storeOf>;
export type VaultedStore = ReturnType<typeof vaultedStoreOf>;
