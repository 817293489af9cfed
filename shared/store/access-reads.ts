import * as z from 'zod';
import { AgencyId } from '../domain/ids.ts';
import type { Subject } from '../domain/journal/event.ts';
import { Group } from '../domain/referral/group.ts';
import { Instant } from '../domain/time.ts';
import { partitionOf } from './keys.ts';
import type { Table } from './table.ts';

const Entry = z.object({
  at: Instant,
  agency: AgencyId,
  sub: z.string(),
  action: z.string(),
  groups: z.array(Group),
  rule: z.string(),
});

/** What an agency read of these records, by the access journal, in order of time. */
export async function accessReads(
  table: Pick<Table, 'startingWith'>,
  subjects: readonly Subject[],
  by: AgencyId,
) {
  const found = await Promise.all(
    subjects.map((subject) => table.startingWith(partitionOf(subject), 'ACCESS#')),
  );
  return found
    .flat()
    .filter(({ verb, agency }) => verb === 'access' && agency === by)
    .map((item) => Entry.parse(item))
    .toSorted((a, b) => a.at.localeCompare(b.at))
    .map(({ at, agency, sub, action, groups, rule }) => ({
      ...{ at, agency, account: sub, what: action, groups, rule },
    }));
}
