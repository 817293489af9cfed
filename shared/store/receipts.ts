import type { TaskId } from '../domain/ids.ts';
import { Instant } from '../domain/time.ts';
import { taskKey } from './keys.ts';
import type { Table } from './table.ts';
import type { Item } from './write.ts';

const deliveredKey = (task: TaskId) => ({ pk: taskKey(task).pk, sk: 'DELIVERED' });

/**
 * What machines say of a task. None of it is an answer: a system that said 200 has told nobody, and
 * no clock takes notice of it.
 */
export const receipts = (table: Pick<Table, 'update' | 'get' | 'page'>) => ({
  /** A webhook about the task was taken by a system of its agency; the first time counts. */
  async delivered(task: TaskId, at: string): Promise<void> {
    await table.update({
      Key: deliveredKey(task),
      ConditionExpression: 'attribute_not_exists(pk)',
      UpdateExpression: 'SET #what = :what, #at = :at',
      ExpressionAttributeNames: { '#what': 'what', '#at': 'at' },
      ExpressionAttributeValues: { ':what': 'delivered', ':at': at },
    });
  },

  async deliveredAt(task: TaskId): Promise<string | undefined> {
    const item = await table.get(deliveredKey(task));
    return item && Instant.parse(item.at);
  },

  /** When somebody or something of the agency first read the task, by the access journal. */
  async fetchedAt(task: TaskId, agency: string): Promise<string | undefined> {
    let from: Record<string, unknown> | undefined;
    do {
      const { items, last } = await table.page({
        KeyConditionExpression: 'pk = :pk AND begins_with(sk, :access)',
        ExpressionAttributeValues: { ':pk': taskKey(task).pk, ':access': 'ACCESS#' },
        ConsistentRead: true,
        Limit: 25,
        ExclusiveStartKey: from,
      });
      const first = items.find((entry) => entry.agency === agency && hasFetched(entry));
      if (first) return Instant.parse(first.at);
      from = last && { ...last };
    } while (from);
    return undefined;
  },
});
export type Receipts = ReturnType<typeof receipts>;

/** Whoever looks at how a task was handed over has not read the task. */
export const hasFetched = ({ action }: Item): boolean => action !== 'service.read';
