import { randomBytes, randomUUID } from 'node:crypto';
import { type DynamoDBClient, GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { Pool } from 'undici';
import { getCase } from '../../functions/cases/get-case.ts';
import type { LocalHub } from '../../infra/local/hub.ts';
import { operatorVault } from '../../infra/local/operator.ts';
import { CaseId, ReferralId } from '../../shared/domain/ids.ts';
import { groundOf } from '../../shared/platform/access/grounds.ts';
import { policy } from '../../shared/policy/policy.ts';
import { accessLog } from '../../shared/store/access-log.ts';
import { caseKey } from '../../shared/store/keys.ts';
import { members } from '../../shared/store/members.ts';
import { records, sealing } from '../../shared/store/records.ts';
import type { Table } from '../../shared/store/table.ts';
import { directTable } from './direct.ts';
import { atMost, type Figure, median } from './figures.ts';
import { sender } from './through-hub.ts';

const LEAD = 'agency-imereti';
const PROMISED = 3;

/** A case as it stands on its first day: routed, accepted by the lead, its child's safety decided. */
async function aCase(hub: LocalHub, table: Table): Promise<CaseId> {
  const school = await sender(hub, 1);
  const referral = ReferralId.parse(await school.send());
  await school.stop();
  await hub.idle();
  const found = await records(table).referral(referral);
  const id = CaseId.parse('case' in found ? found.case : undefined);
  const pool = new Pool(hub.url);
  const answer = await pool.request({
    method: 'POST',
    path: `/v1/cases/${id}/safety-decisions`,
    headers: {
      authorization: `Bearer ${await hub.token(LEAD)}`,
      'content-type': 'application/json',
      'idempotency-key': `"${randomUUID()}"`,
    },
    body: JSON.stringify(notFound(hub.clock.now())),
  });
  if (answer.statusCode !== 201) throw new Error(`no decision: ${await answer.body.text()}`);
  await pool.destroy();
  await hub.idle();
  return id;
}

const notFound = (now: number) => ({
  notSeen: 'not-found',
  triedAt: new Date(now).toISOString(),
  where: 'home',
  reviewBy: new Date(now + 4 * 3_600_000).toISOString(),
  reason: 'კარი არავინ გააღო; მეზობელმა თქვა, რომ დილით წავიდნენ.',
});

/** The use case as the function runs it: read, decided, opened, reduced, journalled. */
async function viewing(hub: LocalHub, table: Table, id: CaseId) {
  const principal = await members(table).find(LEAD);
  if (!principal) throw new Error(`${LEAD} is no member`);
  const view = getCase({
    records: records(table),
    sealing: sealing(operatorVault(hub)),
    access: accessLog({ table, randomText: randomUUID, groundOf, count: () => {} }),
    policy,
    now: () => new Date().toISOString(),
  });
  const call = { path: { caseId: id }, query: {}, body: undefined, lang: 'ka' as const };
  return async () => {
    await view({ ...call, principal, once: undefined, expected: 0 } as Parameters<typeof view>[0]);
  };
}

/** What no view can do without: the item read whole, and an entry of who read it. */
const bare = (client: DynamoDBClient, TableName: string, id: CaseId) => {
  const { pk, sk } = caseKey(id);
  return async () => {
    const Key = { pk: { S: pk }, sk: { S: sk } };
    await client.send(new GetItemCommand({ TableName, Key, ConsistentRead: true }));
    const entry = { S: randomBytes(120).toString('base64') };
    const at = { S: `BENCH#${randomUUID()}` };
    const Item = { pk: { S: 'BENCH' }, sk: at, what: { S: 'access' }, entry };
    const ConditionExpression = 'attribute_not_exists(pk)';
    await client.send(new PutItemCommand({ TableName, Item, ConditionExpression }));
  };
};

async function took(work: () => Promise<void>): Promise<number> {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
}

/** One after the other in turns: what disturbs one disturbs the other. */
export async function caseViewFigures(hub: LocalHub, short: boolean): Promise<Figure[]> {
  const { client, table } = directTable(hub);
  const id = await aCase(hub, table);
  const [view, least] = [await viewing(hub, table, id), bare(client, table.name, id)];
  const times: { view: number; least: number }[] = [];
  for (let round = 0; round < (short ? 100 : 600); round += 1) {
    times.push({ view: await took(view), least: await took(least) });
  }
  // The first rounds load what every later one has.
  const warm = times.slice(Math.floor(times.length / 5));
  const [ours, theirs] = [median(warm.map((t) => t.view)), median(warm.map((t) => t.least))];
  const detail = `${ours.toFixed(2)} ms against ${theirs.toFixed(2)} ms, medians of ${warm.length}`;
  const figure = { value: ours / theirs, promised: PROMISED };
  return [atMost('case view / bare GetItem + PutItem', figure, detail)];
}
