import * as z from 'zod';
import type { Principal } from '../domain/access/principal.ts';
import { ReferralId, TaskId } from '../domain/ids.ts';
import { type TaskStatus, Urgency } from '../domain/task/statuses.ts';
import { ENDED } from '../domain/task/task.ts';
import type { Cursors } from './cursor.ts';
import type { Table } from './table.ts';
import type { Item } from './write.ts';

const ReferralLine = z
  .object({ id: ReferralId, kind: z.string(), status: z.string(), gsi1sk: z.string() })
  .transform(({ gsi1sk, ...line }) => ({ ...line, submittedAt: gsi1sk.split('#')[0] ?? '' }));

const TaskLine = z.object({
  id: TaskId,
  referral: ReferralId,
  kind: z.string(),
  status: z.string(),
  urgency: Urgency,
  deadline: z.string().optional(),
  municipality: z.string().optional(),
});

interface Asked {
  readonly by: Principal;
  readonly limit: number;
  readonly cursor?: string | undefined;
}
interface Page<T> {
  readonly items: T[];
  readonly next: string | undefined;
}

/** Agencies' lists: eventually consistent, and they may move while one pages; the feed is complete. */
export const lists = (table: Pick<Table, 'page'>, cursors: Cursors) => {
  const read = async <T extends z.ZodType>(
    schema: T,
    { by, limit, cursor }: Asked,
    list: { readonly pk: string; readonly filter: string; readonly newestFirst: boolean },
    keep: (item: Item) => boolean = () => true,
  ): Promise<Page<z.output<T>>> => {
    const boundTo = `${by.sub}\n${list.pk}\n${list.filter}`;
    let from = cursor ? await cursors.read(cursor, boundTo) : undefined;
    const items: z.output<T>[] = [];
    do {
      const page = await table.page({
        IndexName: 'gsi1',
        KeyConditionExpression: 'gsi1pk = :pk',
        ExpressionAttributeValues: { ':pk': list.pk },
        ScanIndexForward: !list.newestFirst,
        Limit: limit - items.length,
        ExclusiveStartKey: from,
      });
      items.push(...page.items.filter(keep).map((item) => schema.parse(item)));
      from = page.last && { ...page.last };
    } while (from && items.length < limit);
    return { items, next: from && (await cursors.make(from, boundTo)) };
  };

  return {
    /** Referrals of the caller's agency, newest first; of one submitter only, where one is named. */
    referrals(asked: Asked & { readonly submittedBy: string | undefined }) {
      const { submittedBy } = asked;
      const list = {
        pk: `REFERRER#${asked.by.agency}`,
        filter: submittedBy ?? 'agency',
        newestFirst: true,
      };
      return read(ReferralLine, asked, list, (item) =>
        submittedBy === undefined ? true : item.submittedBy === submittedBy,
      );
    },

    /** The tasks of the caller's agency, nearest deadline first. */
    tasks(asked: Asked & { readonly status: 'open' | 'ended' | TaskStatus }) {
      const { status } = asked;
      const whole = status === 'open' || status === 'ended';
      const state = whole ? status : ENDED.includes(status) ? 'ended' : 'open';
      const pk = `LIST#${asked.by.agency}#${state}`;
      const list = { pk, filter: status, newestFirst: false };
      return read(TaskLine, asked, list, (item) => whole || item.status === status);
    },
  };
};
