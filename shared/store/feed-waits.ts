import * as z from 'zod';
import type { AgencyId } from '../domain/ids.ts';
import { feedWaitKey } from './feed-keys.ts';
import { feedHeadKey } from './keys.ts';
import type { Table } from './table.ts';

const Head = z.object({ version: z.int().min(1) });

/**
 * Who waits at a feed: of one account the newest call only. Waiting calls hold an environment each,
 * and there is a number of them for all agencies together.
 */
export const feedWaits = (table: Pick<Table, 'update' | 'getAll'>) => ({
  /** From now on this call waits; an earlier one of the same account has no reason to go on. */
  async begin(agency: AgencyId, sub: string, call: string): Promise<void> {
    await table.update({
      Key: { ...feedWaitKey(agency, sub) },
      UpdateExpression: 'SET what = :what, waiting = :call',
      ExpressionAttributeValues: { ':what': 'feed-wait', ':call': call },
    });
  },

  /** The feed's last number, and whether this call is still the one that waits: one read. */
  async look(agency: AgencyId, sub: string, call: string) {
    const keys = [feedHeadKey(agency), feedWaitKey(agency, sub)];
    const found = await table.getAll(keys, ['sk', 'version', 'waiting']);
    const head = found.find(({ sk }) => sk === feedHeadKey(agency).sk);
    const goesOn = found.some(({ waiting }) => waiting === call);
    return { last: head ? Head.parse(head).version : 0, goesOn };
  },
});
export type FeedWaits = ReturnType<typeof feedWaits>;
