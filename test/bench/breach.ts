import { randomUUID } from 'node:crypto';
import { BatchWriteCommand, DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { LocalHub } from '../../infra/local/hub.ts';
import { client } from '../../shared/contract/client.ts';
import { countIncident, reportIncident } from '../../shared/contract/incidents.ts';
import { newCaseId } from '../../shared/domain/ids.ts';
import { derive } from '../../shared/platform/runtime.ts';
import { accessAt } from '../../shared/store/keys.ts';
import { directTable } from './direct.ts';
import { atMost, type Figure } from './figures.ts';

const OFFICER = 'person-elene-oversight-national';
const MILLION = 1_000_000;
const RECORDS = 20_000;
const ACCOUNTS = 300;
/** DynamoDB's own limit of one call, and how many calls at a time. */
const BATCH = 25;
const SIDE_BY_SIDE = 8;

/** The longest acceptable time for a package over a million entries. */
const MINUTES_MOST = 15;

const records = Array.from({ length: RECORDS }, (_, i) => newCaseId(derive('bench', `${i}`)));

function entry(place: number, at: string) {
  const id = records[(place * 7919) % RECORDS] ?? '';
  const random = randomUUID();
  const who = place % ACCOUNTS;
  return {
    ...{ pk: `CASE#${id}`, sk: `ACCESS#${at}#${random}`, ...accessAt(at, random) },
    ...{ what: 'access', verb: 'access', action: 'case.read', rule: 'lead', purpose: 'protection' },
    ...{ sub: `bench-${who}`, agency: `bench-agency-${who % 20}`, at, function: 'cases' },
    ...{ request: random, operation: 'getCase', child: id, subject: { kind: 'case', id } },
    groups: ['identity', 'contact', 'whereabouts', 'concern'],
  };
}

/** So many entries of the last hour, over thousands of children and hundreds of accounts. */
async function filled(hub: LocalHub, count: number, until: number): Promise<void> {
  const { client: raw, table } = directTable(hub);
  const documents = DynamoDBDocumentClient.from(raw);
  const write = async (from: number) => {
    const puts = Array.from({ length: Math.min(BATCH, count - from) }, (_, i) => {
      const at = new Date(until - 1000 - ((from + i) % 3_000_000)).toISOString();
      return { PutRequest: { Item: entry(from + i, at) } };
    });
    await documents.send(new BatchWriteCommand({ RequestItems: { [table.name]: puts } }));
  };
  const starts = Array.from({ length: Math.ceil(count / BATCH) }, (_, i) => i * BATCH);
  for (let from = 0; from < starts.length; from += SIDE_BY_SIDE) {
    await Promise.all(starts.slice(from, from + SIDE_BY_SIDE).map(write));
  }
}

/** The package of an incident over the journal of access, through the hub, step by step. */
export async function breachFigures(hub: LocalHub, short: boolean): Promise<Figure[]> {
  const count = short ? 10_000 : 200_000;
  const until = hub.clock.now();
  await filled(hub, count, until);
  const call = client({ baseUrl: hub.url, token: () => hub.token(OFFICER), lang: 'en' }).call;
  const [from, to] = [until - 3_600_000, until].map((at) => new Date(at).toISOString());
  const begun = performance.now();
  const body = { from: from ?? '', to: to ?? '', note: 'bench' };
  let incident = (await call(reportIncident, { body })).body;
  let steps = 0;
  while (!incident.totals) {
    const path = { number: incident.number };
    incident = (await call(countIncident, { path, ifMatch: incident.version })).body;
    steps += 1;
  }
  const seconds = (performance.now() - begun) / 1000;
  const { entries, records: touched } = incident.totals;
  const perSecond = entries / seconds;
  const minutes = MILLION / perSecond / 60;
  const detail = `${entries} entries of ${touched} records in ${seconds.toFixed(1)} s and ${steps} steps: ${perSecond.toFixed(0)}/s, reckoned up to a million`;
  return [
    atMost(
      'breach package over a million entries',
      { value: minutes, promised: MINUTES_MOST, unit: 'min' },
      detail,
    ),
  ];
}
