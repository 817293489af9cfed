import * as z from 'zod';
import { AgencyId, EndpointId, EventId } from '../domain/ids.ts';
import { EventType } from '../domain/journal/event.ts';
import type { Fetched, ServedAttempt, Told } from '../domain/service/record.ts';
import type { Task } from '../domain/task/task.ts';
import { Instant } from '../domain/time.ts';
import { Attempt } from '../domain/webhook/delivery.ts';
import { taskKey, toldOfTask } from './keys.ts';
import { hasFetched } from './receipts.ts';
import type { Table } from './table.ts';
import type { Key } from './write.ts';

const Entry = z.object({
  sequence: z.int(),
  event: EventId,
  type: EventType,
  at: Instant,
  placedAt: Instant.optional(),
});
const Served = Attempt.extend({
  agency: AgencyId,
  endpoint: EndpointId,
  sequence: z.int(),
  event: EventId,
  number: z.int(),
});
const Read = z.object({ at: Instant, agency: AgencyId, sub: z.string(), action: z.string() });

type Of = Pick<Task, 'id' | 'agency'>;

/** What is kept, beside the journal, of handing a task over to its agency; nothing of it is ever changed. */
export const serviceTraces = (table: Pick<Table, 'startingWith' | 'page' | 'getAll'>) => ({
  /** What stands in the agency's feed about it. The index that finds it may be a moment behind. */
  async told({ id, agency }: Of): Promise<Told[]> {
    const keys: Key[] = [];
    let from: Record<string, unknown> | undefined;
    do {
      const { items, last } = await table.page({
        IndexName: 'gsi1',
        KeyConditionExpression: 'gsi1pk = :told AND begins_with(gsi1sk, :agency)',
        ExpressionAttributeValues: { ':told': toldOfTask(id), ':agency': `${agency}#` },
        ExclusiveStartKey: from,
      });
      keys.push(...items.map(({ pk, sk }) => ({ pk: String(pk), sk: String(sk) })));
      from = last && { ...last };
    } while (from);
    const entries = z.array(Entry).parse(await table.getAll(keys));
    return entries.map(({ placedAt, at, ...entry }) => ({ ...entry, at: placedAt ?? at }));
  },

  /** Every attempt at one of the agency's endpoints, also at those that are no more. */
  async attempts({ id, agency }: Of): Promise<ServedAttempt[]> {
    const items = await table.startingWith(taskKey(id).pk, 'SERVED#');
    return z
      .array(Served)
      .parse(items)
      .filter((one) => one.agency === agency)
      .map(({ agency: _, ...attempt }) => attempt);
  },

  /** Reads of the task by its agency; whoever looks at the proof itself has not fetched it. */
  async fetched({ id, agency }: Of): Promise<Fetched[]> {
    const items = await table.startingWith(taskKey(id).pk, 'ACCESS#');
    return items
      .filter((item) => item.verb === 'access' && item.agency === agency && hasFetched(item))
      .map((item) => Read.parse(item))
      .map(({ sub: account, ...read }) => ({ ...read, account }));
  },
});
export type ServiceTraces = ReturnType<typeof serviceTraces>;
