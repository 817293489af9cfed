import { type Action, isRead } from '../domain/access/actions.ts';
import type { Granted, Ground } from '../domain/access/permit.ts';
import type { Principal } from '../domain/access/principal.ts';
import { HUB_SENDS, type HubSend } from '../domain/disclosure/hub-sends.ts';
import type { AgencyId } from '../domain/ids.ts';
import type { Subject } from '../domain/journal/event.ts';
import type { Verb } from '../domain/journal/verbs.ts';
import type { Group } from '../domain/referral/group.ts';
import { accessAt, partitionOf } from './keys.ts';
import type { Table } from './table.ts';
import type { Item } from './write.ts';

interface Read {
  readonly action: Action;
  readonly by: Principal;
  readonly subject: Subject;
  /** The case or, where there is none, the referral it belongs to: whose child it is. */
  readonly child?: string | undefined;
  readonly permit: Granted;
  /** The ticket that was open for this account and this record. */
  readonly ticket?: string | undefined;
  readonly at: string;
}

interface Page {
  readonly by: Principal;
  readonly list: string;
  readonly lines: number;
  readonly at: string;
}

interface Disclosed extends Pick<Read, 'by' | 'subject' | 'child' | 'at'> {
  readonly action: Action;
  readonly rule: string;
  readonly purpose: string;
  readonly groups: readonly Group[];
  /** To whom it goes out of the hub, by kind; never a name. */
  readonly to: string;
}

/** A call, mail or text message of the hub's own to a person. */
interface Sent extends Pick<Read, 'subject' | 'child'> {
  readonly why: HubSend;
  /** Which part of the hub sends it. */
  readonly sub: string;
  readonly way: 'sms' | 'call' | 'mail';
  /** To whom: the role, and the agency whose person it is; never a name, a number or an address. */
  readonly to: string;
  readonly agency: AgencyId;
  /** Names the sending: what is tried again is the same one. */
  readonly id: string;
  /** When it was decided. */
  readonly at: string;
}

interface Options {
  readonly table: Pick<Table, 'add' | 'get'>;
  readonly randomText: () => string;
  /** By which rule the account was let in last; of a page nobody hands it on. */
  readonly groundOf: (by: Principal) => Ground | undefined;
  /** Counts every read, and those by breaking the glass, wherever the function runs. */
  readonly count: (metric: 'Reads' | 'BreakGlassReads') => void;
}

/** What the hub does of its own accord, where others have an action that access was asked for. */
const SENDING = 'hub.send';

const noted = new WeakSet<object>();

/** Whether this call has left an entry already. */
export const hasEntry = ({ call }: Principal): boolean => call !== undefined && noted.has(call);

/**
 * Who read what, for which purpose and under which rule: written before the answer is sent, so that
 * nothing is shown that is not in the record. Found by the record, and by the time.
 */
export const accessLog = ({ table, randomText, groundOf, count }: Options) => {
  const add = async (pk: string, by: Principal, at: string, entry: Item & { verb: Verb }) => {
    const random = randomText();
    const { request, operation, function: name } = by.call ?? {};
    await table.add({
      ...{ pk, sk: `ACCESS#${at}#${random}`, ...accessAt(at, random), what: 'access', ...entry },
      ...{ sub: by.sub, agency: by.agency, request, operation, function: name, at },
    });
    if (by.call) noted.add(by.call);
  };

  return {
    async read({ action, by, subject, child, permit, ticket, at }: Read): Promise<void> {
      // A change is journalled in its own transaction.
      if (!isRead(action)) return;
      const { rule, purpose, groups } = permit;
      const of = { subject, child: child ?? subject.id };
      const pk = partitionOf(subject);
      await add(pk, by, at, { verb: 'access', action, rule, purpose, groups, ...of, ticket });
      count('Reads');
      if (ticket) count('BreakGlassReads');
    },

    /** A page of a list or feed: no personal group is in it, so one entry stands for the page. */
    async page({ by, list, lines, at }: Page): Promise<void> {
      const entry = { verb: 'access' as const, list, lines, ...groundOf(by) };
      await add(`ACCESS#${by.agency}`, by, at, entry);
    },

    /**
     * What the hub itself is about to send to a person: written before it goes out, and once, however
     * often it is tried.
     */
    async sent({ why, subject, child, id, at, ...said }: Sent): Promise<void> {
      const key = { pk: partitionOf(subject), sk: `ACCESS#${at}#${id}` };
      if (await table.get(key)) return;
      const verb: Verb = 'disclose';
      const by = { rule: why, purpose: HUB_SENDS[why].purpose, groups: [] };
      const of = { subject, child: child ?? subject.id };
      await table.add({
        ...{ ...key, ...accessAt(at, id), what: 'access', verb, action: SENDING },
        ...{ ...by, ...of, ...said, at },
      });
    },

    /** What leaves the hub for somebody who has no account here. */
    async disclosed({ subject, child, by, at, ...said }: Disclosed): Promise<void> {
      const of = { subject, child: child ?? subject.id };
      await add(partitionOf(subject), by, at, { verb: 'disclose', ...said, ...of });
    },
  };
};
export type AccessLog = ReturnType<typeof accessLog>;
