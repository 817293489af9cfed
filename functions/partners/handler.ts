import * as contract from '../../shared/contract/partners.ts';
import { putBusyTimes as busyTimes } from '../../shared/contract/resources.ts';
import { addressGuard } from '../../shared/platform/address-guard.ts';
import { http, on } from '../../shared/platform/http.ts';
import { apiOf } from '../../shared/platform/runtime.ts';
import { webhookSecrets } from '../../shared/platform/webhook-secrets.ts';
import { endpoints } from '../../shared/store/endpoints.ts';
import { resourceDays } from '../../shared/store/resource-days.ts';
import { createEndpoint } from './create-endpoint.ts';
import { deleteEndpoint } from './delete-endpoint.ts';
import { Env } from './env.ts';
import { listDeliveries } from './list-deliveries.ts';
import { listEndpoints } from './list-endpoints.ts';
import { putBusyTimes } from './put-busy-times.ts';

const env = Env.parse(process.env);
const api = apiOf(env);
const deps = {
  ...api,
  endpoints: endpoints(api.table),
  days: resourceDays(api.table),
  secrets: webhookSecrets(api.vault),
  guard: addressGuard({ allowLoopback: env.ERTAD_ALLOW_LOOPBACK_WEBHOOKS === 'yes' }),
};

export const handler = http(deps.door, [
  on(contract.createEndpoint, createEndpoint(deps)),
  on(contract.listEndpoints, listEndpoints(deps)),
  on(contract.deleteEndpoint, deleteEndpoint(deps)),
  on(contract.listDeliveries, listDeliveries(deps)),
  on(busyTimes, putBusyTimes(deps)),
]);
