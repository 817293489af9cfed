import { hasEnded, Task } from '../domain/task/task.ts';
import { memberKey, taskKey, WORK, workKey } from './keys.ts';
import type { Table } from './table.ts';
import { remove, type Write } from './write.ts';

/** The open tasks a person has, by account: strongly consistent, for they must be found at once. */
export const work = (table: Pick<Table, 'startingWith' | 'getAll'>) => ({
  /** At most so many of them, and whether there are more. */
  async of(
    account: string,
    most: number,
  ): Promise<{ tasks: Task[]; stale: Write[]; more: boolean }> {
    const links = await table.startingWith(memberKey(account).pk, WORK);
    const first = links.slice(0, most);
    const items = await table.getAll(first.map(({ task }) => taskKey(String(task) as Task['id'])));
    const read = items.map((item) => Task.parse(item));
    const own = read.filter((task) => task.worker === account && !hasEnded(task));
    const gone = first.filter(({ task }) => !own.some(({ id }) => id === task));
    return {
      tasks: own,
      // Somebody else took it on meanwhile, or it has ended: the link says nothing any more.
      stale: gone.map(({ task }) => remove('work', workKey(account, String(task)))),
      more: links.length > most,
    };
  },
  /** The task is this person's no longer. */
  leaves: (account: string, task: Task['id']): Write => remove('work', workKey(account, task)),
});
