import { type Booking, isLive } from '../booking/booking.ts';
import { type Clock, endClock } from '../clock/state.ts';
import type { AgencyId, EventId, InterviewId } from '../ids.ts';
import type { Decision } from '../journal/decision.ts';
import type { EventType, JournalEvent } from '../journal/event.ts';
import type { Edition } from '../policy/edition.ts';
import { Refusal } from '../refusal.ts';
import type { Interview } from './interview.ts';

interface Stopping {
  readonly visit: Interview;
  /** All bookings it ever had; those that are live end with it. */
  readonly bookings: readonly Booking[];
  readonly clocks: readonly Clock[];
  readonly by: { readonly sub: string; readonly agency: AgencyId };
  readonly at: string;
  readonly event: EventId;
}

/** Another visit of the same child goes on, or was held: this one stops until somebody says otherwise. */
export function freeze(
  stopping: Stopping & { readonly because: InterviewId; readonly tell: readonly AgencyId[] },
): Decision {
  const { visit, because, at, tell } = stopping;
  const frozen: Interview = {
    ...planOf(visit),
    status: 'frozen',
    frozenAt: at,
    because,
    version: visit.version + 1,
  };
  const codes = { because };
  return stopped(stopping, frozen, { type: 'interview.frozen', codes, tell, reason: 'frozen' });
}

interface Closing {
  readonly visit: Interview;
  /** Who leads the cases of the child. */
  readonly leads: readonly AgencyId[];
  readonly by: Stopping['by'];
  readonly reason: string;
  readonly document?: string | undefined;
}

/** By whoever opened it or the lead; not while the child is there, nor against a court. */
export function mustBeClosable(closing: Closing, edition: Edition): void {
  const { visit, leads, by, reason, document } = closing;
  if (!edition.has('cancelReasons', reason)) {
    throw new Refusal('unknown-code', [{ pointer: '/reason', code: 'unknown-code' }]);
  }
  const may = visit.requestedBy === by.agency || leads.includes(by.agency);
  if (!may) throw new Refusal('visit-of-other-agency');
  if (visit.status === 'ended' || visit.status === 'cancelled') throw new Refusal('visit-over');
  if (visit.status === 'under-way') throw new Refusal('interview-under-way');
  if (visit.order && !document) throw new Refusal('ordered-by-court');
}

/** The visit is not wanted any more; what it took is free at once. */
export function closeVisit(
  stopping: Stopping & {
    readonly reason: string;
    readonly document?: string | undefined;
    readonly tell: readonly AgencyId[];
  },
): Decision {
  const { visit, reason, document, at, tell } = stopping;
  const cancelled: Interview = {
    ...planOf(visit),
    status: 'cancelled',
    cancelledAt: at,
    reason,
    version: visit.version + 1,
  };
  const codes = { reason, ...(document && { document }) };
  return stopped(stopping, cancelled, { type: 'visit.cancelled', codes, tell, reason });
}

/** What was found and planned of a visit, without how far it had come. */
function planOf(visit: Interview) {
  const { status: _, ...all } = visit;
  const { booking: _booking, ...plan } = { booking: undefined, ...all };
  return plan;
}

interface Told {
  readonly type: EventType;
  readonly codes: Readonly<Record<string, string>>;
  readonly tell: readonly AgencyId[];
  readonly reason: string;
}

function stopped(
  { visit, bookings, clocks, by, at, event }: Stopping,
  after: Interview,
  { type, codes, tell, reason }: Told,
): Decision {
  const told: JournalEvent = {
    id: event,
    type,
    at,
    by,
    file: visit.file,
    referral: visit.referral,
    case: visit.case,
    subject: { kind: 'interview', id: visit.id },
    version: after.version,
    to: toldOf(visit, tell, by.agency),
    codes,
  };
  const over = bookings.filter(isLive).map((booking) => endBooking(booking, reason, at));
  const ended = clocks.filter(({ endedAt }) => !endedAt).map((clock) => endClock(clock, at));
  return { kept: [after, ...over, ...ended], events: [told] };
}

/** A hold or a booking ends; what it took is released in the same transaction. */
function endBooking(booking: Booking, reason: string, at: string): Booking {
  const { state: _, next: _next, ...rest } = booking;
  const version = booking.version + 1;
  return { ...rest, version, state: 'cancelled', endedAt: at, reason };
}

/** Everybody with a role in the visit, who asked for it, and those named besides; not who acts. */
export const toldOf = (
  { roles, site, requestedBy }: Pick<Interview, 'roles' | 'site' | 'requestedBy'>,
  tell: readonly AgencyId[],
  acting?: AgencyId,
): AgencyId[] =>
  [...new Set([...roles.map(({ agency }) => agency), site.agency, requestedBy, ...tell])].filter(
    (agency) => agency !== acting,
  );

interface Resuming extends Pick<Stopping, 'visit' | 'clocks' | 'by' | 'at' | 'event'> {
  readonly tell: readonly AgencyId[];
}

/** A visit that was frozen is planned again; its deadline is what it was. */
export function resume({ visit, clocks, by, at, event, tell }: Resuming): Decision {
  if (visit.status !== 'frozen') throw new Error(`${visit.id} is not frozen`);
  const { status: _, frozenAt, because: _because, ...plan } = visit;
  const version = visit.version + 1;
  const planned: Interview = { ...plan, status: 'planning', version };
  const running = clocks.filter(({ endedAt }) => endedAt === frozenAt).map(goOn);
  const told: JournalEvent = {
    id: event,
    type: 'interview.resumed',
    at,
    by,
    file: visit.file,
    referral: visit.referral,
    case: visit.case,
    subject: { kind: 'interview', id: visit.id },
    version,
    to: toldOf(visit, tell, by.agency),
  };
  return { kept: [planned, ...running], events: [told] };
}

const goOn = ({ endedAt: _, ...clock }: Clock): Clock => ({ ...clock, version: clock.version + 1 });
