import { Temporal } from 'temporal-polyfill';
import type { Case } from '../case/case.ts';
import { startClock } from '../clock/start.ts';
import type { AgencyId, EventId } from '../ids.ts';
import type { Decision } from '../journal/decision.ts';
import type { JournalEvent } from '../journal/event.ts';
import { nextNumber } from '../part.ts';
import type { Edition } from '../policy/edition.ts';
import { leadOf, type Referral } from '../referral/referral.ts';
import { Refusal } from '../refusal.ts';
import type { Sealed } from '../sealed.ts';
import { text } from '../time.ts';
import { type BreakGlass, openTicket, REVIEW_CLOCK, WATCHED_TICKETS } from './ticket.ts';

/** What the glass is broken for: a case or, where there is none, a referral. */
export interface Glass {
  readonly record: Case | Referral;
  /** The referral, or the one that opened the case. */
  readonly referral: Referral;
}

interface Opening extends Glass {
  readonly earlier: readonly BreakGlass[];
  readonly by: { readonly sub: string; readonly agency: AgencyId };
  readonly sealed: Sealed | undefined;
  readonly at: string;
  readonly event: EventId;
  /** Looks at every one of them, and is called where nobody leads. */
  readonly national: AgencyId;
}

/** Where tickets of a record are kept. */
export const subjectOf = (record: Case | Referral) =>
  record.what === 'case'
    ? ({ kind: 'case', id: record.id } as const)
    : ({ kind: 'referral', id: record.id } as const);

export const leadOfGlass = ({ record, referral }: Glass): AgencyId | undefined =>
  record.what === 'case' ? record.lead : leadOf(referral);

/**
 * A person looks into a record in an emergency, and for reading alone. Whoever leads is told at once,
 * by feed and by telephone, and a second person looks at every one: both stand in this decision.
 */
export function openGlass(opening: Opening, edition: Edition): Decision {
  const { record, earlier, by, at, sealed, national } = opening;
  if (openTicket(earlier, by.sub, at)) throw new Refusal('ticket-still-open');
  const number = nextNumber(earlier);
  const clock = reviewClock(opening, number, edition);
  const { minutes } = edition.access.ticket;
  const ticket: BreakGlass = {
    ...{ what: 'break-glass', of: subjectOf(record), number, version: 1, file: record.file },
    ...{ at, by: { sub: by.sub, agency: by.agency }, sealed },
    until: text(Temporal.Instant.from(at).add({ minutes })),
    ...{ watched: WATCHED_TICKETS, deadline: clock.dueAt },
  };
  const lead = leadOfGlass(opening);
  const told: JournalEvent = {
    ...said('emergency.opened', opening, ticket),
    to: [...new Set([...(lead ? [lead] : []), national])],
    call: lead
      ? { agency: lead, role: 'holder-duty', by: 'sms' }
      : { agency: national, role: 'national-duty', by: 'sms' },
    deadline: clock.dueAt,
  };
  return { kept: [counted(record), ticket, clock], events: [told] };
}

/** Nobody closes the record on an earlier look. */
export const counted = <R extends Case | Referral>(record: R): R => ({
  ...record,
  version: record.version + 1,
});

/** A line of the journal about a ticket: it has the version the record gets by it. */
export const said = (
  type: JournalEvent['type'],
  { record, referral, by, at, event }: Pick<Opening, 'record' | 'referral' | 'by' | 'at' | 'event'>,
  { number }: Pick<BreakGlass, 'number'>,
): JournalEvent => ({
  ...{ id: event, type, at, subject: subjectOf(record), version: record.version + 1 },
  by: { sub: by.sub, agency: by.agency },
  ...{ file: record.file, referral: referral.id, to: [] },
  case: record.what === 'case' ? record.id : undefined,
  codes: { number: String(number) },
});

const reviewClock = (
  { record, referral, at, national }: Opening,
  number: number,
  edition: Edition,
) =>
  startClock(
    {
      ...{ name: REVIEW_CLOCK, numbered: String(number), subject: subjectOf(record) },
      ...{ holder: national, file: record.file, referral: referral.id, urgency: 'routine' },
      case: record.what === 'case' ? record.id : undefined,
      startedAt: at,
    },
    edition,
  );
