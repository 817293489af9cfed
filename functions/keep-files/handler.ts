import { randomUUID } from 'node:crypto';
import { injectLambdaContext } from '@aws-lambda-powertools/logger/middleware';
import { KMSClient } from '@aws-sdk/client-kms';
import middy from '@middy/core';
import { hubTable } from '../../shared/platform/hub-table.ts';
import { SEALED_FOR } from '../../shared/platform/hub-vault.ts';
import { logger } from '../../shared/platform/observability.ts';
import { storeOf } from '../../shared/platform/runtime.ts';
import { rewrapping } from '../../shared/platform/vault/rewrap.ts';
import { erasuresUntil } from '../../shared/store/erasures.ts';
import { keyKeeping } from '../../shared/store/key-keeping.ts';
import { rotations } from '../../shared/store/rotations.ts';
import { Env } from './env.ts';
import { eraseDue } from './erase-due.ts';
import { keepFiles } from './keep-files.ts';
import { rewrapKeys } from './rewrap-keys.ts';
import { rewrapSecrets } from './rewrap-secrets.ts';

const env = Env.parse(process.env);
const store = storeOf(env.TABLE_NAME);
const rewrap = rewrapping(new KMSClient({}), env.VAULT_KEY_ID, SEALED_FOR);

export const handler = middy()
  .use(injectLambdaContext(logger))
  .handler(
    keepFiles({
      eraseDue: eraseDue({
        ...store,
        erasuresUntil: erasuresUntil(store.table),
        keysTable: env.KEYS_TABLE_NAME,
      }),
      rewrapKeys: rewrapKeys({
        ...store,
        rotations: rotations(store.table, randomUUID),
        keeping: keyKeeping(hubTable(env.KEYS_TABLE_NAME)),
        rewrap,
        rewrapSecrets: rewrapSecrets({ table: store.table, rewrap }),
        elapsed: () => performance.now(),
      }),
    }),
  );
