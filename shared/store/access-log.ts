import type { Permit } from '../domain/access/may.ts';
import type { Principal } from '../domain/access/principal.ts';
import type { Subject } from '../domain/journal/event.ts';
import { partitionOf } from './keys.ts';
import type { Table } from './table.ts';

interface Read {
  readonly by: Principal;
  readonly subject: Subject;
  readonly permit: Permit;
  readonly at: string;
}

/**
 * Who read what, under which rule: written before the answer is sent, so that nothing is shown
 * that is not in the record.
 */
export const accessLog = (table: Pick<Table, 'add'>, randomText: () => string) => ({
  async read({ by, subject, permit, at }: Read): Promise<void> {
    await table.add({
      pk: partitionOf(subject),
      sk: `ACCESS#${at}#${randomText()}`,
      what: 'access',
      verb: 'read',
      sub: by.sub,
      agency: by.agency,
      rule: permit.rule,
      groups: permit.groups,
      at,
    });
  },
});
