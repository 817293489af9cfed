import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { DynamoDBClient, TransactWriteItemsCommand } from '@aws-sdk/client-dynamodb';
import { submitReferral } from '../../functions/referrals/submit-referral.ts';
import type { LocalHub } from '../../infra/local/hub.ts';
import type { Principal } from '../../shared/domain/access/principal.ts';
import { ReferralSubmission } from '../../shared/domain/referral/submission.ts';
import { vaultOver } from '../../shared/platform/hub-vault.ts';
import type { KeyService } from '../../shared/platform/vault/data-keys.ts';
import { policy } from '../../shared/policy/policy.ts';
import { journal, type Once } from '../../shared/store/journal.ts';
import { members } from '../../shared/store/members.ts';
import { sealing } from '../../shared/store/records.ts';
import { type Table, table } from '../../shared/store/table.ts';
import type { Write } from '../../shared/store/write.ts';
import type { Contender } from './rounds.ts';
import { referral } from './submission.ts';
import { type Transaction, transactionOf } from './transaction.ts';

export const REFERRER = 'school-zestaponi';

/** The hub's tables, reached as the raw rate is: DynamoDB Local itself, no gateway between. */
export function directTable({ stores, functions }: LocalHub) {
  const nameOf = (variable: 'TABLE_NAME' | 'KEYS_TABLE_NAME') => {
    const found = functions.find(({ environment }) => environment[variable])?.environment[variable];
    if (!found) throw new Error(`no function of the template has ${variable}`);
    return found;
  };
  const client = new DynamoDBClient({
    endpoint: stores.dynamodbUrl,
    region: 'eu-central-1',
    credentials: stores.dynamodbCredentials,
    requestHandler: { connectionTimeout: 2000, requestTimeout: 8000 },
  });
  const tableOf = (name: string) => table({ client, name, random: Math.random });
  return { client, table: tableOf(nameOf('TABLE_NAME')), keys: tableOf(nameOf('KEYS_TABLE_NAME')) };
}

/** Data keys from this process: KMS is no part of what is measured. */
const keysInProcess: KeyService = {
  async generate() {
    const plain = randomBytes(32);
    // As long as what KMS answers.
    return { plain, wrapped: randomBytes(184) };
  },
  unwrap: async () => randomBytes(32),
};

/** All records, and the wrapped data keys. */
export interface Tables {
  readonly table: Table;
  readonly keys: Table;
}

/** The use case as the function runs it, from the text of the body to the answer. */
export const accepting = ({ table: hubTable, keys }: Tables, principal: Principal) => {
  const accept = submitReferral({
    journal: journal({
      table: hubTable,
      nowSeconds: () => Math.floor(Date.now() / 1000),
      random: Math.random,
      newToken: randomUUID,
    }),
    sealing: sealing(vaultOver(keysInProcess, keys)),
    policy,
    now: () => new Date().toISOString(),
    bytes: randomBytes,
    // Nobody in the submission has a personal number.
    personHash: async () => undefined,
  });
  return async (text: string): Promise<void> => {
    const body = ReferralSubmission.parse(JSON.parse(text));
    const query = {};
    await accept({ path: {}, query, body, principal, lang: 'ka', once: onceOf(text), expected: 0 });
  };
};

const onceOf = (text: string): Once => ({
  operation: 'submitReferral',
  key: `"${randomUUID()}"`,
  bodyHash: createHash('sha256').update(text).digest('base64url'),
});

export async function referrer(hubTable: Table): Promise<Principal> {
  const principal = await members(hubTable).find(REFERRER);
  if (!principal) throw new Error(`${REFERRER} is no member`);
  return principal;
}

/** What the use case would write for so many referrals, each a transaction of its own. */
export async function transactionsFor(
  { table: hub, keys }: Tables,
  count: number,
  text = referral(),
) {
  const kept: Transaction[] = [];
  const transact = async (writes: readonly Write[]) => {
    kept.push(transactionOf(writes, hub.name));
  };
  const accept = accepting({ table: { ...hub, transact }, keys }, await referrer(hub));
  for (let made = 0; made < count; made += 1) await accept(text);
  return kept;
}

/** `submitReferral` called in this process. */
export const inProcess = (tables: Tables): Contender => ({
  async prepare() {
    const accept = accepting(tables, await referrer(tables.table));
    return () => accept(referral());
  },
});

/** The same transactions, made ready before the round, written with the low-level client. */
export const raw = (client: DynamoDBClient, tables: Tables): Contender => ({
  async prepare(count) {
    const transactions = await transactionsFor(tables, count);
    return async () => {
      const TransactItems = [...(transactions.pop() ?? [])];
      await client.send(
        new TransactWriteItemsCommand({ TransactItems, ClientRequestToken: randomUUID() }),
      );
    };
  },
});
