import * as z from 'zod';
import { isTold } from '../domain/call/digest.ts';
import { type AgencyId, ReferralId, TaskId } from '../domain/ids.ts';
import { TaskStatus, Urgency } from '../domain/task/statuses.ts';
import { Instant } from '../domain/time.ts';
import { listKey } from './keys.ts';
import type { Table } from './table.ts';

const Line = z.object({
  id: TaskId,
  referral: ReferralId,
  kind: z.string(),
  status: TaskStatus,
  urgency: Urgency,
  deadline: Instant.optional(),
});
export type TaskWaiting = z.infer<typeof Line>;

/** More than anybody reads in one mail; what comes after it has later deadlines. */
const TOLD_MOST = 200;
const PAGE = 100;

/** What an agency's list of open tasks shows without opening one; eventually consistent. */
export const waitingTasks = (table: Pick<Table, 'page'>) => {
  const waiting = async (
    agency: AgencyId,
    keep: (line: TaskWaiting) => boolean,
  ): Promise<TaskWaiting[]> => {
    const { pk } = listKey(agency, 'open', undefined, '');
    const found: TaskWaiting[] = [];
    let from: Record<string, unknown> | undefined;
    do {
      const page = await table.page({
        IndexName: 'gsi1',
        KeyConditionExpression: 'gsi1pk = :pk',
        ExpressionAttributeValues: { ':pk': pk },
        Limit: PAGE,
        ExclusiveStartKey: from,
      });
      found.push(...page.items.map((item) => Line.parse(item)).filter(keep));
      from = page.last && { ...page.last };
    } while (from && found.length < TOLD_MOST);
    return found;
  };
  return {
    /** What is told in a digest, nearest deadline first. */
    toTell: (agency: AgencyId) => waiting(agency, isTold),
    /** Urgent work that no person has received yet. */
    urgent: (agency: AgencyId) =>
      waiting(agency, ({ status, urgency }) => status === 'requested' && urgency !== 'routine'),
  };
};
export type WaitingTasks = ReturnType<typeof waitingTasks>;
