import { randomUUID } from 'node:crypto';
import { Pool } from 'undici';
import type { LocalHub } from '../../infra/local/hub.ts';
import { REFERRER } from './direct.ts';
import { atMost, type Figure } from './figures.ts';
import type { Contender } from './rounds.ts';
import { referral } from './submission.ts';

/** Workers that would compete for the same store while the way in is measured. */
export const COMPETING = [
  'relay-journal',
  'route-referral',
  'append-feed',
  'deliver-webhook',
  'fire-clocks',
  'seal-journal',
];

/** Sends referrals to the hub as a school's system does. */
export async function sender(hub: LocalHub, connections: number) {
  const pool = new Pool(hub.url, { connections });
  const authorization = `Bearer ${await hub.token(REFERRER)}`;
  return {
    /** Answers the referral's id. */
    async send(): Promise<string> {
      const answer = await pool.request({
        method: 'POST',
        path: '/v1/referrals',
        headers: {
          authorization,
          'content-type': 'application/json',
          'idempotency-key': `"${randomUUID()}"`,
        },
        body: referral(),
      });
      const body = (await answer.body.json()) as { readonly id: string };
      if (answer.statusCode !== 201) throw new Error(`the hub answered ${answer.statusCode}`);
      return body.id;
    },
    stop: () => pool.destroy(),
  };
}
export type Sender = Awaited<ReturnType<typeof sender>>;

export const throughHub = ({ send }: Sender): Contender => ({
  prepare: async () => async () => void (await send()),
});

/** DynamoDB calls of the referrals function so far: transactions, each with one guard, and others. */
function callsSoFar({ stores }: LocalHub) {
  const calls = stores
    .calls()
    .filter(
      ({ functionName, action }) => /referrals/i.test(functionName) && /^dynamodb:/.test(action),
    );
  const count = (wanted: (action: string) => boolean) =>
    calls.filter(({ action }) => wanted(action)).reduce((sum, each) => sum + each.count, 0);
  return {
    transactions: count((action) => action === 'dynamodb:ConditionCheckItem'),
    others: count((action) => !/:(ConditionCheckItem|PutItem)$/.test(action)),
    reads: count((action) => action === 'dynamodb:GetItem'),
  };
}

const ACCEPTS = 50;
/** A warm function reads a membership anew after so long (shared/platform/principals.ts). */
const MEMBERSHIP_MS = 60_000;

/**
 * One after the other, so that one warm environment takes them all; the first is not counted. Nor is
 * the reading of the membership, once a minute however many come.
 */
export async function roundTrips(hub: LocalHub, { send }: Sender): Promise<Figure> {
  await send();
  const begun = { ...callsSoFar(hub), at: performance.now() };
  for (let sent = 0; sent < ACCEPTS; sent += 1) await send();
  const ended = callsSoFar(hub);
  const transactions = ended.transactions - begun.transactions;
  const others = ended.others - begun.others;
  const minutes = Math.ceil((performance.now() - begun.at) / MEMBERSHIP_MS);
  const memberships = Math.min(ended.reads - begun.reads, minutes);
  return atMost(
    'DynamoDB round trips of an accept',
    { value: (transactions + others - memberships) / ACCEPTS, promised: 1 },
    `${transactions} transactions, ${memberships} reading of the membership and ${others - memberships} other calls for ${ACCEPTS} accepts of a warm function`,
  );
}
