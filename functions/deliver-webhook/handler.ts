import { randomUUID } from 'node:crypto';
import { addressGuard } from '../../shared/platform/address-guard.ts';
import { DeliveryMessage } from '../../shared/platform/delivery-queue.ts';
import { hubTable } from '../../shared/platform/hub-table.ts';
import { hubVault } from '../../shared/platform/hub-vault.ts';
import { webhookSecrets } from '../../shared/platform/webhook-secrets.ts';
import { sender } from '../../shared/platform/webhook-sender.ts';
import { workerOf } from '../../shared/platform/worker.ts';
import { endpoints } from '../../shared/store/endpoints.ts';
import { exclusions } from '../../shared/store/exclusions.ts';
import { feeds } from '../../shared/store/feed.ts';
import { lanes } from '../../shared/store/lanes.ts';
import { receipts } from '../../shared/store/receipts.ts';
import { served } from '../../shared/store/served.ts';
import { deliverWebhook } from './deliver-webhook.ts';
import { Env } from './env.ts';

const env = Env.parse(process.env);
const table = hubTable(env.TABLE_NAME);
const { vault } = hubVault(env.VAULT_KEY_ID);
const allowLoopback = env.ERTAD_ALLOW_LOOPBACK_WEBHOOKS === 'yes';

export const handler = workerOf(
  DeliveryMessage,
  deliverWebhook({
    feeds: feeds(table, randomUUID),
    endpoints: endpoints(table),
    lanes: lanes(table),
    served: served(table, randomUUID),
    receipts: receipts(table),
    exclusions: exclusions(table),
    secrets: webhookSecrets(vault),
    guard: addressGuard({ allowLoopback }),
    send: sender().send,
    clock: Date.now,
    random: Math.random,
    newToken: randomUUID,
  }),
);
