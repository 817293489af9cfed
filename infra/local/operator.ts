import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { KMSClient } from '@aws-sdk/client-kms';
import { SEALED_FOR, vaultOver } from '../../shared/platform/hub-vault.ts';
import { kms } from '../../shared/platform/kms.ts';
import { table as tableOf } from '../../shared/store/table.ts';
import type { LocalHub } from './hub.ts';

type Hub = Pick<LocalHub, 'stores' | 'functions'>;
type Variable = 'TABLE_NAME' | 'KEYS_TABLE_NAME' | 'VAULT_KEY_ID';

function variableOf({ functions }: Hub, variable: Variable): string {
  const found = functions.find(({ environment }) => environment[variable])?.environment[variable];
  if (!found) throw new Error(`no function of the template has ${variable}`);
  return found;
}

/** A table of the hub, reached past the gateway: what an operator does, not what a function may. */
export function operatorTable(hub: Hub, which: 'TABLE_NAME' | 'KEYS_TABLE_NAME' = 'TABLE_NAME') {
  const client = new DynamoDBClient({
    endpoint: hub.stores.dynamodbUrl,
    region: 'eu-central-1',
    credentials: hub.stores.dynamodbCredentials,
  });
  return tableOf({ client, name: variableOf(hub, which), random: Math.random });
}

/** The hub's vault, with rights of the operator's own at the local key service. */
export function operatorVault(hub: Hub) {
  const credentials = hub.stores.admit('operator', [
    { Effect: 'Allow', Action: ['kms:GenerateDataKey', 'kms:Decrypt'], Resource: '*' },
  ]);
  const client = new KMSClient({
    endpoint: hub.stores.gatewayUrl,
    region: 'eu-central-1',
    credentials,
  });
  const keys = kms(client, variableOf(hub, 'VAULT_KEY_ID'), SEALED_FOR);
  return vaultOver(keys, operatorTable(hub, 'KEYS_TABLE_NAME'));
}
