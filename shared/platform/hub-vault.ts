import { KMSClient } from '@aws-sdk/client-kms';
import { kms } from './kms.ts';
import { vault } from './vault.ts';

/**
 * The table's name in what is sealed and wrapped: its role, not the name CloudFormation gave it, so
 * that a table restored under another name still opens.
 */
const SEALED_FOR = 'hub';

/** The vault and the key service behind it. */
export function hubVault(keyId: string, client = new KMSClient({})) {
  const keys = kms(client, keyId, SEALED_FOR);
  return { keys, vault: vault({ keys, table: SEALED_FOR, now: Date.now }) };
}
