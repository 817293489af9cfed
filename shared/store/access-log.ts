import { type Action, isRead } from '../domain/access/actions.ts';
import type { Granted } from '../domain/access/permit.ts';
import type { Principal } from '../domain/access/principal.ts';
import type { Subject } from '../domain/journal/event.ts';
import { partitionOf } from './keys.ts';
import type { Table } from './table.ts';

interface Read {
  readonly action: Action;
  readonly by: Principal;
  readonly subject: Subject;
  readonly permit: Granted;
  readonly at: string;
}

interface Page {
  readonly by: Principal;
  readonly list:
    | 'referrals'
    | 'tasks'
    | 'feed'
    | `feed/${string}`
    | 'unanswered'
    | 'recalls'
    | `watched/${string}`
    | `resources/${string}`;
  readonly lines: number;
  readonly at: string;
}

/**
 * Who read what, under which rule: written before the answer is sent, so that nothing is shown
 * that is not in the record.
 */
export const accessLog = (table: Pick<Table, 'add'>, randomText: () => string) => ({
  async read({ action, by, subject, permit, at }: Read): Promise<void> {
    // A change is journalled in its own transaction.
    if (!isRead(action)) return;
    await table.add({
      pk: partitionOf(subject),
      sk: `ACCESS#${at}#${randomText()}`,
      what: 'access',
      verb: 'read',
      action,
      sub: by.sub,
      agency: by.agency,
      rule: permit.rule,
      groups: permit.groups,
      at,
    });
  },

  /** A page of a list or feed: no personal group is in it, so one entry stands for the page. */
  async page({ by, list, lines, at }: Page): Promise<void> {
    await table.add({
      pk: `ACCESS#${by.agency}`,
      sk: `ACCESS#${at}#${randomText()}`,
      what: 'access',
      verb: 'list',
      list,
      lines,
      sub: by.sub,
      agency: by.agency,
      at,
    });
  },
});
