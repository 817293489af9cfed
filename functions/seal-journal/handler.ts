import { randomBytes, randomUUID } from 'node:crypto';
import { KMSClient } from '@aws-sdk/client-kms';
import { batchStreamOf } from '../../shared/platform/batch-stream.ts';
import { hubSecret } from '../../shared/platform/hub-secret.ts';
import { hubTable, now } from '../../shared/platform/hub-table.ts';
import { SEALED_FOR } from '../../shared/platform/hub-vault.ts';
import { digests } from '../../shared/platform/journal-digests.ts';
import { kms } from '../../shared/platform/kms.ts';
import { ENTRY_SECRET, sealEntries } from '../../shared/platform/sealing-journal.ts';
import { journalLog } from '../../shared/store/journal-log/log.ts';
import { Env } from './env.ts';
import { sealJournal } from './seal-journal.ts';

const { TABLE_NAME, VAULT_KEY_ID } = Env.parse(process.env);
const table = hubTable(TABLE_NAME);
const keys = kms(new KMSClient({}), VAULT_KEY_ID, SEALED_FOR);

export const handler = batchStreamOf(
  sealJournal({
    seal: sealEntries({
      log: journalLog({ table, digests, newToken: randomUUID }),
      secret: hubSecret(table, keys, ENTRY_SECRET, randomUUID),
      bytes: randomBytes,
      now,
    }),
  }),
);
