import * as z from 'zod';
import { AgencyId } from '../domain/ids.ts';
import { Subject } from '../domain/journal/event.ts';
import { Verb } from '../domain/journal/verbs.ts';
import { Group } from '../domain/referral/group.ts';
import { Instant } from '../domain/time.ts';
import type { Cursors } from './cursor.ts';
import { partitionOf } from './keys.ts';
import type { Table } from './table.ts';

/** An entry of the journal of access about one record. */
export const AccessEntry = z.object({
  at: Instant,
  verb: Verb,
  sub: z.string(),
  agency: AgencyId,
  action: z.string(),
  rule: z.string(),
  purpose: z.string().optional(),
  groups: z.array(Group),
  subject: Subject,
  ticket: z.string().optional(),
});
export type AccessEntry = z.infer<typeof AccessEntry>;

interface Asked {
  readonly sub: string;
  readonly limit: number;
  readonly cursor?: string | undefined;
}

/** The journal of access as one record has it. */
export const accessEntries = (table: Pick<Table, 'page' | 'startingWith'>, cursors: Cursors) => ({
  /** Newest first, a page at a time. */
  async page(of: Subject, { sub, limit, cursor }: Asked) {
    const pk = partitionOf(of);
    const boundTo = `${sub}\n${pk}\naccess`;
    const { items, last } = await table.page({
      KeyConditionExpression: 'pk = :pk AND begins_with(sk, :access)',
      ExpressionAttributeValues: { ':pk': pk, ':access': 'ACCESS#' },
      ScanIndexForward: false,
      ConsistentRead: true,
      Limit: limit,
      ...(cursor && { ExclusiveStartKey: await cursors.read(cursor, boundTo) }),
    });
    return {
      items: items.map((item) => AccessEntry.parse(item)),
      next: last && (await cursors.make({ ...last }, boundTo)),
    };
  },

  /** All of these records, in order of time. */
  async of(subjects: readonly Subject[]): Promise<AccessEntry[]> {
    const each = await Promise.all(
      subjects.map((one) => table.startingWith(partitionOf(one), 'ACCESS#')),
    );
    return each
      .flat()
      .map((item) => AccessEntry.parse(item))
      .toSorted((a, b) => a.at.localeCompare(b.at));
  },
});
export type AccessEntries = ReturnType<typeof accessEntries>;
