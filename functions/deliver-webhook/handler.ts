import { randomBytes, randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { SQSClient } from '@aws-sdk/client-sqs';
import { addressGuard } from '../../shared/platform/address-guard.ts';
import { counted } from '../../shared/platform/counted.ts';
import { DeliveryMessage, deliveryQueue } from '../../shared/platform/delivery-queue.ts';
import { hubTable } from '../../shared/platform/hub-table.ts';
import { hubVault } from '../../shared/platform/hub-vault.ts';
import { webhookSecrets } from '../../shared/platform/webhook-secrets.ts';
import { sender } from '../../shared/platform/webhook-sender.ts';
import { workerOf } from '../../shared/platform/worker.ts';
import { endpoints as endpointStore } from '../../shared/store/endpoints.ts';
import { exclusions } from '../../shared/store/exclusions.ts';
import { feeds } from '../../shared/store/feed.ts';
import { healths } from '../../shared/store/health.ts';
import { journal } from '../../shared/store/journal.ts';
import { lanes as laneStore } from '../../shared/store/lanes.ts';
import { receipts } from '../../shared/store/receipts.ts';
import { runningClocks } from '../../shared/store/running-clocks.ts';
import { served } from '../../shared/store/served.ts';
import { prove } from './challenge.ts';
import { deliverWebhook } from './deliver-webhook.ts';
import type { Deps } from './deps.ts';
import { Env } from './env.ts';

const env = Env.parse(process.env);
const table = hubTable(env.TABLE_NAME);
const { vault } = hubVault(env);
const allowLoopback = env.ERTAD_ALLOW_LOOPBACK_WEBHOOKS === 'yes';
const endpoints = endpointStore(table);
const lanes = laneStore(table);

const deps: Deps = {
  feeds: feeds(table, randomUUID),
  endpoints,
  lanes,
  served: served({ table, lanes, endpoints, newToken: randomUUID }),
  healths: healths({ table, newToken: randomUUID, pause: sleep, random: Math.random }),
  receipts: receipts(table),
  exclusions: exclusions(table),
  running: runningClocks(table),
  secrets: webhookSecrets(vault),
  guard: addressGuard({ allowLoopback }),
  send: sender().send,
  deliveries: deliveryQueue(new SQSClient({}), env.DELIVERY_QUEUE_URL),
  count: counted('deliver-webhook', (line) => process.stdout.write(line)),
  clock: Date.now,
  sleep: (ms) => sleep(ms),
  random: Math.random,
  newToken: randomUUID,
  bytes: randomBytes,
};

const ownJournal = journal({
  table,
  nowSeconds: () => Math.floor(Date.now() / 1000),
  random: Math.random,
  newToken: randomUUID,
});

export const handler = workerOf(
  DeliveryMessage,
  deliverWebhook(deps, prove({ ...deps, journal: ownJournal, anyAnswer: allowLoopback })),
);
