import { randomBytes, randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import type { LocalHub } from '../../infra/local/hub.ts';
import { client } from '../../shared/contract/client.ts';
import { createEndpoint, deleteEndpoint } from '../../shared/contract/partners.ts';
import { AgencyId, newEventId, newTaskId } from '../../shared/domain/ids.ts';
import type { JournalEvent } from '../../shared/domain/journal/event.ts';
import { Delivery } from '../../shared/domain/webhook/delivery.ts';
import { writesOf } from '../../shared/store/commit.ts';
import { deliveryKey } from '../../shared/store/keys.ts';
import type { Table } from '../../shared/store/table.ts';
import { atMost, type Figure, median, quantile } from './figures.ts';

/** One endpoint each; the last of them is the one that fails. */
const AGENCIES = [
  ...['municipality-zestaponi', 'municipality-baghdati', 'municipality-kutaisi'],
  ...['municipality-tbilisi', 'police-imereti', 'police-tbilisi', 'prosecutor-imereti'],
  ...['centre-kutaisi', 'clinic-kutaisi', 'clinic-tbilisi'],
] as const;
type Failing = 'none' | 'dead' | 'slow';
const KINDS: readonly Failing[] = ['none', 'dead', 'slow'];

/** An attempt later than this is a loss. */
const PATIENCE_MS = 30_000;
const WARM_UP_SECONDS = 4;

/** Notes when each webhook comes; the endpoint that fails never hears of an answer. */
async function receiver() {
  const seen = new Map<string, number>();
  const server = createServer((request, response) => {
    const id = String(request.headers['webhook-id']);
    if (!seen.has(id)) seen.set(id, performance.now());
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const body = Buffer.concat(chunks).toString();
      const challenge = /"challenge":"([^"]+)"/.exec(body)?.[1];
      if (challenge) response.end(JSON.stringify({ challenge }));
      else if (!request.url?.includes('slow')) response.writeHead(204).end();
    });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  return {
    seen,
    url: `http://127.0.0.1:${port}`,
    stop: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

interface Endpoint {
  readonly agency: AgencyId;
  readonly id: string;
  readonly remove: () => Promise<unknown>;
}

/** Registered and proved; then nobody listens at the dead one any more. */
async function endpointsOf(hub: LocalHub, url: string, failing: Failing): Promise<Endpoint[]> {
  const dead = failing === 'dead' ? await receiver() : undefined;
  const made = AGENCIES.map(async (agency, i): Promise<Endpoint> => {
    const isLast = i === AGENCIES.length - 1;
    const { call } = client({ baseUrl: hub.url, token: () => hub.token(agency), lang: 'en' });
    const at = isLast && dead ? dead.url : url;
    const body = { url: `${at}/${isLast ? failing : agency}` };
    const { id } = (await call(createEndpoint, { body })).body;
    const remove = () => call(deleteEndpoint, { path: { endpointId: id } });
    return { agency: AgencyId.parse(agency), id, remove };
  });
  const all = await Promise.all(made);
  await hub.idle(PATIENCE_MS);
  dead?.stop();
  return all;
}

/** Something that is committed for one agency, as any decision is. */
const happened = (agency: AgencyId): JournalEvent => ({
  id: newEventId(randomBytes),
  type: 'task.requested',
  at: new Date().toISOString(),
  subject: { kind: 'task', id: newTaskId(randomBytes) },
  version: 1,
  by: { sub: 'bench' },
  to: [agency],
});

interface Committed {
  readonly event: JournalEvent;
  readonly agency: AgencyId;
  readonly at: number;
  readonly atEpoch: number;
}

/** At a steady rate, to one agency after the other. */
async function commits(table: Table, perSecond: number, seconds: number): Promise<Committed[]> {
  const begun = performance.now();
  const all: Promise<Committed>[] = [];
  for (let sent = 0; sent < perSecond * seconds; sent += 1) {
    await delay(Math.max(0, begun + (sent * 1000) / perSecond - performance.now()));
    const agency = AgencyId.parse(AGENCIES[sent % AGENCIES.length]);
    const event = happened(agency);
    const writes = writesOf({ kept: [], events: [event] });
    const one = { event, agency };
    const commit = table.transact(writes, randomUUID());
    all.push(commit.then(() => ({ ...one, at: performance.now(), atEpoch: Date.now() })));
  }
  return Promise.all(all);
}

/** From the commit to the first attempt, in ms; nothing where none was made. */
async function firstAttempt(
  table: Table,
  seen: ReadonlyMap<string, number>,
  { id }: Endpoint,
  { event, at, atEpoch }: Committed,
): Promise<number | undefined> {
  const arrived = seen.get(event.id);
  if (arrived !== undefined) return Math.max(0, arrived - at);
  const rows = await table.startingWith(deliveryKey(id as never, 0).pk, '0');
  const own = rows.map((row) => Delivery.parse(row)).find((one) => one.event === event.id);
  const first = own?.attempts[0];
  return first && Math.max(0, Date.parse(first.at) - atEpoch);
}

interface Times {
  readonly all: readonly number[];
  /** Of endpoints that are well. */
  readonly others: readonly number[];
  readonly lost: number;
}

async function timesOf(hub: LocalHub, table: Table, failing: Failing, steady: Steady) {
  const receiving = await receiver();
  const endpoints = await endpointsOf(hub, receiving.url, failing);
  await commits(table, steady.perSecond, WARM_UP_SECONDS);
  const made = await commits(table, steady.perSecond, steady.seconds);
  const last = AGENCIES.at(-1);
  const isOther = ({ agency }: Committed) => agency !== last;
  const deadline = performance.now() + PATIENCE_MS;
  const missing = () => made.filter((one) => isOther(one) && !receiving.seen.has(one.event.id));
  while (missing().length > 0 && performance.now() < deadline) await delay(100);
  await delay(2000);
  const timed = await Promise.all(
    made.map(async (one) => {
      const endpoint = endpoints.find(({ agency }) => agency === one.agency);
      const ms = endpoint && (await firstAttempt(table, receiving.seen, endpoint, one));
      return { one, ms };
    }),
  );
  for (const endpoint of endpoints) await endpoint.remove();
  receiving.stop();
  await hub.idle(PATIENCE_MS).catch(() => undefined);
  const ms = timed.flatMap((each) => each.ms ?? []);
  const others = timed.flatMap((each) => (isOther(each.one) ? (each.ms ?? []) : []));
  return { all: ms, others, lost: missing().length } satisfies Times;
}

interface Steady {
  readonly perSecond: number;
  readonly seconds: number;
}

/** From the commit to the first attempt, with every tenth endpoint dead, and what the others feel of it. */
export async function webhookTimes(
  hub: LocalHub,
  table: Table,
  { rounds, ...steady }: Steady & { readonly rounds: number },
): Promise<Figure[]> {
  // Loading the functions is a figure of its own.
  await timesOf(hub, table, 'none', { ...steady, seconds: WARM_UP_SECONDS });
  const runs: Record<Failing, Times[]> = { none: [], dead: [], slow: [] };
  for (let round = 0; round < rounds; round += 1) {
    for (const failing of KINDS) runs[failing].push(await timesOf(hub, table, failing, steady));
  }
  const p99 = (times: readonly number[]) => quantile(times, 0.99) / 1000;
  const first = median(runs.dead.map(({ all }) => p99(all)));
  const p50 = median(runs.dead.map(({ all }) => quantile(all, 0.5) / 1000)).toFixed(2);
  const beside = (failing: Failing) =>
    median(runs[failing].map(({ others }, i) => p99(others) / p99(runs.none[i]?.others ?? [])));
  const lost = KINDS.flatMap((kind) => runs[kind]).reduce((sum, one) => sum + one.lost, 0);
  const well = median(runs.none.map(({ others }) => p99(others))).toFixed(2);
  return [
    atMost(
      'commit to first webhook attempt, p99, every tenth endpoint dead',
      { value: first, promised: 5, unit: 's' },
      `p50 ${p50} s; ${steady.perSecond} events/s, ${rounds} runs of ${steady.seconds} s, median`,
    ),
    atMost(
      'others beside a dead endpoint, p99 ×',
      { value: beside('dead'), promised: 1.5 },
      `alone ${well} s`,
    ),
    atMost('others beside a slow endpoint, p99 ×', { value: beside('slow'), promised: 1.5 }),
    atMost('webhooks that did not arrive', { value: lost, promised: 0, unit: 'events' }),
  ];
}
