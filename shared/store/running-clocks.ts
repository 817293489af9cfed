import type { Clock } from '../domain/clock/state.ts';
import type { TaskId } from '../domain/ids.ts';
import { StoredClock } from './clock-item.ts';
import { clockKey } from './keys.ts';
import type { Table } from './table.ts';

/** Clocks that wait for somebody at this moment. */
export const runningClocks = (table: Pick<Table, 'get'>) => ({
  /** The clock until a person has received the task; nothing where one has, or it has ended. */
  async received(task: TaskId): Promise<Clock | undefined> {
    const item = await table.get(clockKey({ kind: 'task', id: task }, 'received'));
    const clock = item && StoredClock.parse(item);
    return clock?.endedAt ? undefined : clock;
  },
});
export type RunningClocks = ReturnType<typeof runningClocks>;
