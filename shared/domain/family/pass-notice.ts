import { dialled } from '../call/whom.ts';
import type { Case } from '../case/case.ts';
import type { EventId } from '../ids.ts';
import type { Decision } from '../journal/decision.ts';
import type { EventType, JournalEvent } from '../journal/event.ts';
import type { Details } from '../referral/groups.ts';
import type { Household } from './household.ts';
import type { Notice } from './parts.ts';
import { mayReach, type ShieldRule } from './shield.ts';

/** Why a notice was not sent by machine; codes of the pack's list of shield rules. */
export type NotSent =
  | ShieldRule
  | 'case-closed'
  | 'contact-said-never'
  | 'contact-not-dialled'
  | 'provider-failed';

/** What is to be done with an owed notice at this moment. */
export type Passing =
  | { readonly state: 'sent'; readonly phone: string }
  | { readonly state: 'withheld' | 'by-hand'; readonly because: readonly NotSent[] };

interface Owed {
  readonly case: Pick<Case, 'status'>;
  readonly notice: Pick<Notice, 'kind' | 'contact'>;
  readonly household: Household;
  /** The contact in its own words. */
  readonly said: Details['contact']['safeContact'];
  readonly at: string;
}

/**
 * Asked again at the moment of sending: what was allowed when the notice was asked for counts for
 * nothing now. What a contact said of when never to ring, only a person understands.
 */
export function passNotice({ case: opened, notice, household, said, at }: Owed): Passing {
  if (opened.status === 'closed') return { state: 'withheld', because: ['case-closed'] };
  const to = { is: 'safe-contact', number: notice.contact } as const;
  const reach = mayReach(household, to, notice.kind, at);
  if (!reach.may) return { state: 'withheld', because: reach.rules };
  if (said?.never) return { state: 'by-hand', because: ['contact-said-never'] };
  const phone = said && dialled(said.phone);
  return phone ? { state: 'sent', phone } : { state: 'by-hand', because: ['contact-not-dialled'] };
}

interface Passed {
  readonly case: Case;
  readonly notice: Notice;
  readonly passing: Passing;
  readonly at: string;
  readonly event: EventId;
}

const TOLD: Readonly<Record<Passing['state'], EventType>> = {
  sent: 'notice.sent',
  withheld: 'notice.withheld',
  'by-hand': 'notice.left-to-lead',
};

/** What became of a notice. The lead hears of it; by whom it was reached stands in no event. */
export function noticePassed({ case: opened, notice, passing, at, event }: Passed): Decision {
  const { state } = passing;
  const version = opened.version + 1;
  const passed: Notice = {
    ...notice,
    version: notice.version + 1,
    state,
    ...(passing.state === 'sent' ? { sentAt: at } : { notSentBecause: [...passing.because] }),
  };
  const told: JournalEvent = {
    id: event,
    type: TOLD[state],
    at,
    subject: { kind: 'case', id: opened.id },
    version,
    by: { sub: 'notices' },
    file: opened.file,
    referral: opened.referral,
    case: opened.id,
    to: [opened.lead],
    codes: { number: String(notice.number) },
  };
  return { kept: [passed, { ...opened, version }], events: [told] };
}
