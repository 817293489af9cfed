import { randomUUID } from 'node:crypto';
import { addressGuard } from '../../shared/platform/address-guard.ts';
import { DeliveryMessage } from '../../shared/platform/delivery-queue.ts';
import { vaultedStoreOf } from '../../shared/platform/runtime.ts';
import { webhookSecrets } from '../../shared/platform/webhook-secrets.ts';
import { workerOf } from '../../shared/platform/worker.ts';
import { endpoints } from '../../shared/store/endpoints.ts';
import { feeds } from '../../shared/store/feed.ts';
import { deliverWebhook } from './deliver-webhook.ts';
import { Env } from './env.ts';
import { post } from './post.ts';

const env = Env.parse(process.env);
const { table, vault } = vaultedStoreOf(env);
const allowLoopback = env.ERTAD_ALLOW_LOOPBACK_WEBHOOKS === 'yes';

export const handler = workerOf(
  DeliveryMessage,
  deliverWebhook({
    feeds: feeds(table, randomUUID),
    endpoints: endpoints(table),
    secrets: webhookSecrets(vault),
    guard: addressGuard({ allowLoopback }),
    post,
    clock: Date.now,
    random: Math.random,
  }),
);
