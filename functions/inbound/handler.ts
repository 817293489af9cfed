import * as contract from '../../shared/contract/inbound.ts';
import { http, on, signed } from '../../shared/platform/http.ts';
import { inboundSecrets } from '../../shared/platform/inbound-secrets.ts';
import { apiOf } from '../../shared/platform/runtime.ts';
import { signatures } from '../../shared/platform/signatures.ts';
import { inboundKeys } from '../../shared/store/inbound-keys.ts';
import { createInboundKey } from './create-inbound-key.ts';
import { deleteInboundKey } from './delete-inbound-key.ts';
import { Env } from './env.ts';
import { listInboundKeys } from './list-inbound-keys.ts';
import { receiveWebhook } from './receive-webhook.ts';
import { rotateInboundKey } from './rotate-inbound-key.ts';

const api = apiOf(Env.parse(process.env));
const keys = inboundKeys(api.table);
const deps = { ...api, keys, secrets: inboundSecrets(api.vault) };

export const handler = http(deps.door, [
  on(contract.createInboundKey, createInboundKey(deps)),
  on(contract.listInboundKeys, listInboundKeys(deps)),
  on(contract.rotateInboundKey, rotateInboundKey(deps)),
  on(contract.deleteInboundKey, deleteInboundKey(deps)),
  signed(contract.receiveWebhook, signatures(deps), receiveWebhook(deps)),
]);
