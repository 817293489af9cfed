import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { DynamoDBClient, TransactWriteItemsCommand } from '@aws-sdk/client-dynamodb';
import { submitReferral } from '../../functions/referrals/submit-referral.ts';
import type { LocalHub } from '../../infra/local/hub.ts';
import type { Principal } from '../../shared/domain/access/principal.ts';
import { ReferralSubmission } from '../../shared/domain/referral/submission.ts';
import { type KeyService, vault } from '../../shared/platform/vault.ts';
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

/** The hub's table, reached as the raw rate is: DynamoDB Local itself, no gateway between. */
export function directTable({ stores, functions }: LocalHub) {
  const name = functions.find(({ environment }) => environment.TABLE_NAME)?.environment.TABLE_NAME;
  if (!name) throw new Error('no function of the template names the table');
  const client = new DynamoDBClient({
    endpoint: stores.dynamodbUrl,
    region: 'eu-central-1',
    credentials: { accessKeyId: 'bench', secretAccessKey: 'bench' },
    requestHandler: { connectionTimeout: 2000, requestTimeout: 8000 },
  });
  return { client, table: table({ client, name, random: Math.random }) };
}

/** Data keys from this process: the round trip to KMS is one in a thousand accepts. */
const keysInProcess: KeyService = {
  async generate() {
    const plain = randomBytes(32);
    // As long as what KMS answers.
    return { plain, wrapped: randomBytes(184) };
  },
  unwrap: async () => randomBytes(32),
};

/** The use case as the function runs it, from the text of the body to the answer. */
export const accepting = (hubTable: Table, principal: Principal) => {
  const accept = submitReferral({
    journal: journal({
      table: hubTable,
      nowSeconds: () => Math.floor(Date.now() / 1000),
      random: Math.random,
      newToken: randomUUID,
    }),
    sealing: sealing(vault({ keys: keysInProcess, table: hubTable.name, now: Date.now })),
    policy,
    now: () => new Date().toISOString(),
    bytes: randomBytes,
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
export async function transactionsFor(hubTable: Table, count: number, text = referral()) {
  const kept: Transaction[] = [];
  const transact = async (writes: readonly Write[]) => {
    kept.push(transactionOf(writes, hubTable.name));
  };
  const accept = accepting({ ...hubTable, transact }, await referrer(hubTable));
  for (let made = 0; made < count; made += 1) await accept(text);
  return kept;
}

/** `submitReferral` called in this process. */
export const inProcess = (hubTable: Table): Contender => ({
  async prepare() {
    const accept = accepting(hubTable, await referrer(hubTable));
    return () => accept(referral());
  },
});

/** The same transactions, made ready before the round, written with the low-level client. */
export const raw = (client: DynamoDBClient, hubTable: Table): Contender => ({
  async prepare(count) {
    const transactions = await transactionsFor(hubTable, count);
    return async () => {
      const TransactItems = [...(transactions.pop() ?? [])];
      await client.send(
        new TransactWriteItemsCommand({ TransactItems, ClientRequestToken: randomUUID() }),
      );
    };
  },
});
