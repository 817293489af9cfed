import { setTimeout as delay } from 'node:timers/promises';
import type { LocalHub } from '../../infra/local/hub.ts';
import { AgencyId, TaskId } from '../../shared/domain/ids.ts';
import { Task } from '../../shared/domain/task/task.ts';
import { feeds } from '../../shared/store/feed.ts';
import { taskKey } from '../../shared/store/keys.ts';
import type { Table } from '../../shared/store/table.ts';
import { atMost, type Figure, quantile } from './figures.ts';
import { sender } from './through-hub.ts';

/** The guardianship unit that leads in Zestaponi. */
const LEAD = AgencyId.parse('agency-imereti');
const LOOK_EVERY_MS = 100;
/** Loading the functions is a figure of its own. */
const WARM_UP_SECONDS = 5;
/** An arrival later than this is a loss. */
const PATIENCE_MS = 30_000;

/** Notes when each entry of the lead's feed appeared: after the task's list entry, which is written before. */
function watch(hubTable: Table) {
  const feed = feeds(hubTable, () => '');
  const seen = new Map<TaskId, number>();
  const stopping = new AbortController();
  const look = async () => {
    let last = await feed.head(LEAD);
    while (!stopping.signal.aborted) {
      const entries = await feed.after(LEAD, last, 100);
      const now = performance.now();
      for (const { type, subject, sequence } of entries) {
        if (type === 'task.requested') seen.set(TaskId.parse(subject.id), now);
        last = sequence;
      }
      await delay(LOOK_EVERY_MS);
    }
  };
  const done = look();
  const stop = async () => {
    stopping.abort();
    await done;
  };
  return { seen, stop };
}

/** When each referral was acknowledged, at a steady rate whatever the answers take. */
async function acknowledged(hub: LocalHub, perSecond: number, seconds: number) {
  const school = await sender(hub, 50);
  const at = new Map<string, number>();
  const one = async () => void at.set(await school.send(), performance.now());
  const begun = performance.now();
  const all: Promise<void>[] = [];
  for (let sent = 0; sent < perSecond * seconds; sent += 1) {
    await delay(Math.max(0, begun + (sent * 1000) / perSecond - performance.now()));
    all.push(one());
  }
  await Promise.all(all);
  await school.stop();
  return at;
}

/** The times from each 201 to its lead task, of those that have come; in ms. */
async function timesOf(
  hubTable: Table,
  answered: ReadonlyMap<string, number>,
  seen: ReadonlyMap<TaskId, number>,
): Promise<number[]> {
  const tasks = (await hubTable.getAll([...seen.keys()].map(taskKey))).map((item) =>
    Task.parse(item),
  );
  return tasks.flatMap(({ id, referral, role }) => {
    const [from, to] = [answered.get(referral), seen.get(id)];
    return role === 'lead' && from && to ? [to - from] : [];
  });
}

/** From the 201 to the lead's feed, for referrals that come at a steady rate to a warm hub. */
export async function deliveryTimes(
  hub: LocalHub,
  hubTable: Table,
  { perSecond, seconds }: { readonly perSecond: number; readonly seconds: number },
): Promise<Figure[]> {
  await acknowledged(hub, perSecond, WARM_UP_SECONDS);
  await hub.idle(PATIENCE_MS);
  const watching = watch(hubTable);
  const answered = await acknowledged(hub, perSecond, seconds);
  const deadline = performance.now() + PATIENCE_MS;
  let times: number[];
  do {
    await delay(500);
    times = await timesOf(hubTable, answered, watching.seen);
  } while (times.length < answered.size && performance.now() < deadline);
  await watching.stop();
  const lost = answered.size - times.length;
  const p99 = quantile(times, 0.99) / 1000;
  const p50 = (quantile(times, 0.5) / 1000).toFixed(2);
  const detail = `p50 ${p50} s; ${answered.size} referrals at ${perSecond}/s to a warm hub, looked every ${LOOK_EVERY_MS} ms`;
  return [
    atMost(
      '201 to the lead task in the agency’s feed, p99',
      { value: p99, promised: 5, unit: 's' },
      detail,
    ),
    atMost('acknowledged but not delivered', { value: lost, promised: 0, unit: 'referrals' }),
  ];
}
