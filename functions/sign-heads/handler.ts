import { randomUUID } from 'node:crypto';
import { injectLambdaContext } from '@aws-lambda-powertools/logger/middleware';
import { KMSClient } from '@aws-sdk/client-kms';
import middy from '@middy/core';
import { hubSecret } from '../../shared/platform/hub-secret.ts';
import type { HubSecretName } from '../../shared/platform/hub-secret-names.ts';
import { SEALED_FOR } from '../../shared/platform/hub-vault.ts';
import { digests } from '../../shared/platform/journal-digests.ts';
import { kms } from '../../shared/platform/kms.ts';
import { logger } from '../../shared/platform/observability.ts';
import { storeOf } from '../../shared/platform/runtime.ts';
import { ENTRY_SECRET, HEAD_SECRET, sealEntries } from '../../shared/platform/sealing-journal.ts';
import { witnessBucket } from '../../shared/platform/witness-bucket.ts';
import { journalLog } from '../../shared/store/journal-log/log.ts';
import { signedHeads } from '../../shared/store/journal-log/signed-heads.ts';
import { unsealed } from '../../shared/store/journal-log/unsealed.ts';
import { Env } from './env.ts';
import { signHeads } from './sign-heads.ts';
import { sweepJournal } from './sweep-journal.ts';

const env = Env.parse(process.env);
const store = storeOf(env.TABLE_NAME);
const client = new KMSClient({});
const keys = kms(client, env.VAULT_KEY_ID, SEALED_FOR);
const secret = (name: HubSecretName) => hubSecret(store.table, keys, name, randomUUID);
const log = journalLog({ table: store.table, digests, newToken: randomUUID });
const seal = sealEntries({ ...store, log, secret: secret(ENTRY_SECRET) });

export const handler = middy()
  .use(injectLambdaContext(logger))
  .handler(
    signHeads({
      ...store,
      log,
      heads: signedHeads(store.table),
      secret: secret(HEAD_SECRET),
      sweep: sweepJournal({
        unsealed: unsealed(store.table),
        seal,
        elapsed: () => performance.now(),
      }),
      put: witnessBucket(client.config, { url: env.HEADS_URL, name: env.HEADS_BUCKET }),
    }),
  );
