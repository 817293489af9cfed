import { randomBytes, randomUUID } from 'node:crypto';
import { SQSClient } from '@aws-sdk/client-sqs';
import * as deliveries from '../../shared/contract/deliveries.ts';
import * as trials from '../../shared/contract/endpoint-trials.ts';
import * as contract from '../../shared/contract/partners.ts';
import type { Bytes } from '../../shared/domain/ids.ts';
import { addressGuard } from '../../shared/platform/address-guard.ts';
import { askEndpoint } from '../../shared/platform/ask-endpoint.ts';
import { deliveryQueue } from '../../shared/platform/delivery-queue.ts';
import { doorOf } from '../../shared/platform/door.ts';
import { endpointContacts } from '../../shared/platform/endpoint-contacts.ts';
import { http, on } from '../../shared/platform/http.ts';
import { hubSecret } from '../../shared/platform/hub-secret.ts';
import { hubTable, now } from '../../shared/platform/hub-table.ts';
import { hubVault } from '../../shared/platform/hub-vault.ts';
import { sendOnce } from '../../shared/platform/send-once.ts';
import { webhookSecrets } from '../../shared/platform/webhook-secrets.ts';
import { cursors } from '../../shared/store/cursor.ts';
import { deliveryCursors, deliveryLog } from '../../shared/store/delivery-log.ts';
import { endpointStanding } from '../../shared/store/endpoint-standing.ts';
import { endpoints } from '../../shared/store/endpoints.ts';
import { journal } from '../../shared/store/journal.ts';
import { lanes } from '../../shared/store/lanes.ts';
import { challengeEndpoint } from './challenge-endpoint.ts';
import { changeEndpoint } from './change-endpoint.ts';
import { createEndpoint } from './create-endpoint.ts';
import { deleteEndpoint } from './delete-endpoint.ts';
import { Env } from './env.ts';
import { getDelivery } from './get-delivery.ts';
import { getEndpoint } from './get-endpoint.ts';
import { listDeliveries } from './list-deliveries.ts';
import { listEndpoints } from './list-endpoints.ts';
import { replayDeliveries } from './replay-deliveries.ts';
import { replayDelivery } from './replay-delivery.ts';
import { rotateEndpoint } from './rotate-endpoint.ts';
import { disableEndpoint, enableEndpoint } from './switch-endpoint.ts';
import { testEndpoint } from './test-endpoint.ts';

const env = Env.parse(process.env);
const table = hubTable(env.TABLE_NAME);
const { keys, vault } = hubVault(env);
const allowLoopback = env.ERTAD_ALLOW_LOOPBACK_WEBHOOKS === 'yes';
const secrets = webhookSecrets(vault);
const guard = addressGuard({ allowLoopback });
// Without records and policy pack: no child's record is opened here.
const deps = {
  journal: journal({
    table,
    nowSeconds: () => Math.floor(Date.now() / 1000),
    random: Math.random,
    newToken: randomUUID,
  }),
  endpoints: endpoints(table),
  secrets,
  contacts: endpointContacts(vault),
  guard,
  deliveries: deliveryQueue(new SQSClient({}), env.DELIVERY_QUEUE_URL),
  standing: endpointStanding(table),
  log: deliveryLog(table, lanes(table)),
  cursors: deliveryCursors(cursors(hubSecret(table, keys, 'cursor', randomUUID))),
  ask: askEndpoint({ secrets, guard, send: sendOnce(), clock: Date.now }),
  anyAnswer: allowLoopback,
  now,
  bytes: randomBytes as Bytes,
};

export const handler = http(doorOf(env, table), [
  on(contract.createEndpoint, createEndpoint(deps)),
  on(contract.listEndpoints, listEndpoints(deps)),
  on(contract.getEndpoint, getEndpoint(deps)),
  on(contract.changeEndpoint, changeEndpoint(deps)),
  on(contract.disableEndpoint, disableEndpoint(deps)),
  on(contract.enableEndpoint, enableEndpoint(deps)),
  on(contract.deleteEndpoint, deleteEndpoint(deps)),
  on(contract.rotateEndpoint, rotateEndpoint(deps)),
  on(trials.challengeEndpoint, challengeEndpoint(deps)),
  on(trials.testEndpoint, testEndpoint(deps)),
  on(deliveries.listDeliveries, listDeliveries(deps)),
  on(deliveries.getDelivery, getDelivery(deps)),
  on(deliveries.replayDelivery, replayDelivery(deps)),
  on(deliveries.replayDeliveries, replayDeliveries(deps)),
]);
