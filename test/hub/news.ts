import { randomBytes, randomUUID } from 'node:crypto';
import { AgencyId, newEventId, newTaskId, type TaskId } from '../../shared/domain/ids.ts';
import { type FeedMessage, feedConsumer } from '../../shared/domain/journal/messages.ts';
import { endpoints } from '../../shared/store/endpoints.ts';
import { feeds } from '../../shared/store/feed.ts';
import { outboxKey } from '../../shared/store/keys.ts';
import type { Table } from '../../shared/store/table.ts';
import { putAlways } from '../../shared/store/write.ts';

interface Of {
  readonly subject: TaskId;
  readonly at: string;
  readonly deadline?: string;
  readonly urgency?: 'urgent';
}

export const aTask = (): TaskId => newTaskId(randomBytes);

/**
 * News of tasks that nobody sent, into the feed of an agency as `append-feed` puts it there. Nobody is
 * woken: the minute finds it. Answers the numbers it got.
 */
export async function news(table: Table, to: string, all: readonly Of[]): Promise<number[]> {
  const agency = AgencyId.parse(to);
  const store = feeds(table, randomUUID);
  const before = await store.head(agency);
  for (const { subject: id, at, ...due } of all) {
    const event = newEventId(randomBytes);
    const key = outboxKey(event, feedConsumer(agency));
    await table.transact([putAlways('outbox', { ...key, what: 'made' })], randomUUID());
    const subject = { kind: 'task' as const, id };
    const message: FeedMessage = { event, agency, type: 'task.requested', subject, at, ...due };
    await store.append(agency, [message], () => endpoints(table).of(agency), at);
  }
  return all.map((_, i) => before + 1 + i);
}
