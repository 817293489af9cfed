import * as z from 'zod';
import type { AgencyId } from '../domain/ids.ts';
import { TaskId } from '../domain/ids.ts';
import { Task } from '../domain/task/task.ts';
import type { CameIn, OpenWork } from '../domain/watch/units.ts';
import { StoredClock } from './clock-item.ts';
import type { Feeds } from './feed.ts';
import { clockKey, listKey, taskKey } from './keys.ts';
import type { Table } from './table.ts';

/** Of one unit so many tasks are counted at most, and so much of its feed is read at once. */
const MOST = 1000;
const AT_ONCE = 250;

const OpenLine = z.object({
  referral: z.string(),
  status: z.string(),
  deadline: z.string().optional(),
});

/**
 * What a unit had to do, from what stands anyway: its list of open work, and its feed, in which each
 * task that came has its place by time. Nothing is looked for by account.
 */
export const unitWork = (
  table: Pick<Table, 'page' | 'getAll'>,
  feeds: Pick<Feeds, 'head' | 'entry' | 'after'>,
) => {
  /** By halving: entries have their numbers in the order of time. */
  async function lastBefore(agency: AgencyId, head: number, instant: string): Promise<number> {
    let [before, after] = [0, head + 1];
    while (after - before > 1) {
      const middle = Math.floor((before + after) / 2);
      const { placedAt, at } = await feeds.entry(agency, middle);
      if ((placedAt ?? at) < instant) before = middle;
      else after = middle;
    }
    return before;
  }

  /** The tasks that were asked of the unit within a stretch of time. */
  async function asked(agency: AgencyId, from: string, to: string): Promise<TaskId[]> {
    const head = await feeds.head(agency);
    let last = head === 0 ? 0 : await lastBefore(agency, head, from);
    const found: TaskId[] = [];
    while (last < head && found.length <= MOST) {
      const entries = await feeds.after(agency, last, AT_ONCE);
      const within = entries.filter(({ placedAt, at }) => (placedAt ?? at) < to);
      found.push(
        ...within
          .filter(({ type, subject }) => type === 'task.requested' && subject.kind === 'task')
          .map(({ subject }) => TaskId.parse(subject.id)),
      );
      if (within.length < entries.length || entries.length === 0) break;
      last += entries.length;
    }
    return [...new Set(found)];
  }

  return {
    async cameIn(agency: AgencyId, from: string, to: string) {
      const ids = await asked(agency, from, to);
      const keys = ids
        .slice(0, MOST)
        .flatMap((id) => [taskKey(id), clockKey({ kind: 'task', id }, 'received')]);
      const rows = await table.getAll(keys);
      const clocks = new Map(
        rows.flatMap((row) =>
          row.what === 'clock' ? [[String(row.pk), StoredClock.parse(row)] as const] : [],
        ),
      );
      const items = rows
        .filter(({ what }) => what === 'task')
        .map((row): CameIn => ({ task: Task.parse(row), received: clocks.get(String(row.pk)) }));
      return { items, cut: ids.length > MOST };
    },

    /** What waits there now, nearest deadline first. */
    async open(agency: AgencyId): Promise<OpenWork[]> {
      const { items } = await table.page({
        IndexName: 'gsi1',
        KeyConditionExpression: 'gsi1pk = :pk',
        ExpressionAttributeValues: { ':pk': listKey(agency, 'open', undefined, '').pk },
        Limit: MOST,
      });
      return items.map((item) => OpenLine.parse(item));
    },
  };
};
export type UnitWork = ReturnType<typeof unitWork>;
