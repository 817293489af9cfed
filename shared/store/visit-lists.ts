import type { Principal } from '../domain/access/principal.ts';
import { InterviewId } from '../domain/ids.ts';
import type { Cursors } from './cursor.ts';
import type { Table } from './table.ts';
import { visitsOf } from './visit-keys.ts';

interface Asked {
  readonly by: Principal;
  readonly status: 'open' | 'ended';
  readonly limit: number;
  readonly cursor?: string | undefined;
}

/** The visits an agency has a part in, by when they were opened: the nearest to be held, or the last held. */
export const visitLists = (table: Pick<Table, 'page'>, cursors: Cursors) => ({
  async page({ by, status, limit, cursor }: Asked) {
    const pk = visitsOf(by.agency);
    const boundTo = `${by.sub}\n${pk}\n${status}`;
    const from = cursor ? await cursors.read(cursor, boundTo) : undefined;
    const { items, last } = await table.page({
      KeyConditionExpression: 'pk = :pk AND begins_with(sk, :state)',
      ExpressionAttributeValues: { ':pk': pk, ':state': `${status.toUpperCase()}#` },
      ScanIndexForward: status === 'open',
      ConsistentRead: true,
      Limit: limit,
      ExclusiveStartKey: from,
    });
    return {
      ids: items.map(({ interview }) => InterviewId.parse(interview)),
      next: last && (await cursors.make({ ...last }, boundTo)),
    };
  },
});
