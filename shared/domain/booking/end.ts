import type { AgencyId, EventId } from '../ids.ts';
import type { Decision } from '../journal/decision.ts';
import type { EventType } from '../journal/event.ts';
import { nextNumber } from '../part.ts';
import type { Edition } from '../policy/edition.ts';
import { Refusal } from '../refusal.ts';
import type { Sealed } from '../sealed.ts';
import type { Booking } from './booking.ts';
import type { NoShow } from './parts.ts';
import {
  hasRunOut,
  type LiveBooking,
  mustStand,
  type Standing,
  withoutBooking,
} from './standing.ts';
import { type By, toldOf } from './told.ts';

export interface Ending extends Standing {
  readonly by: By;
  readonly at: string;
  readonly event: EventId;
}

export type EndedBooking = Exclude<Booking, LiveBooking>;
/** What the booking had is released in the same transaction. */
export type Ended = Decision & { readonly booking: EndedBooking };

interface How {
  readonly state: EndedBooking['state'];
  readonly type: EventType;
  readonly reason?: string;
  readonly codes?: Readonly<Record<string, string>>;
  readonly also?: readonly AgencyId[];
}

/** A live booking ends and the visit is without it. */
export function ending(of: Ending & { readonly booking: LiveBooking }, how: How): Ended {
  const { interview, booking, by, at, event: id } = of;
  const { state, reason, type, also } = how;
  const over = ended(booking, state, at, reason);
  const changed = withoutBooking(interview, booking);
  const codes = { ...how.codes, ...(reason && { reason }) };
  const telling = { type, id, version: changed.version, by, at, codes, ...(also && { also }) };
  return { booking: over, kept: [over, changed], events: [toldOf(over, telling)] };
}

/** A booking as it is once it is over: nothing about it is due any more. */
export function ended(
  booking: LiveBooking,
  state: EndedBooking['state'],
  endedAt: string,
  reason?: string,
): EndedBooking {
  const { state: _, next: __, ...rest } = booking;
  return { ...rest, version: booking.version + 1, state, endedAt, reason };
}

/**
 * A hold that ran out: the visit is planned again. Nothing, where it has not run out, was booked or
 * ended meanwhile.
 */
export function expireHold(of: Ending, edition: Edition): Ended | undefined {
  const { interview, booking, at } = of;
  if (booking.state !== 'held' || !hasRunOut(booking, at, edition)) return undefined;
  const its = booking.purpose === 'visit' ? 'booking' in interview && interview.booking : undefined;
  if (booking.purpose === 'visit' && its !== booking.id) return undefined;
  return ending({ ...of, booking }, { state: 'expired', type: 'interview.expired' });
}

/** Whoever planned the visit gives up the time, for a reason everybody learns. */
export function cancelBooking(of: Ending & { readonly reason: string }, edition: Edition): Ended {
  if (!edition.has('cancelReasons', of.reason)) {
    throw new Refusal('unknown-code', [{ pointer: '/reason', code: 'unknown-code' }]);
  }
  const booking = mustStand(of);
  const how = { state: 'cancelled', type: 'interview.cancelled', reason: of.reason } as const;
  return ending({ ...of, booking }, how);
}

interface NotCome extends Ending {
  readonly by: Required<By> & { readonly agency: AgencyId };
  /** A role of the visit, or the child. */
  readonly who: string;
  readonly earlier: readonly NoShow[];
  readonly sealed: Sealed | undefined;
}

export const CHILD = 'child';

/** Somebody did not come to a booked time: it is over, and another one is looked for. */
export function noShow(of: NotCome): Ended {
  const { interview, at, by, who, earlier, sealed } = of;
  const booking = mustStand(of);
  if (booking.state === 'held' || at < booking.start) throw new Refusal('visit-not-yet');
  const known = who === CHILD || interview.roles.some(({ role }) => role === who);
  if (!known) throw new Refusal('unknown-code', [{ pointer: '/who', code: 'unknown-role' }]);
  const how = { state: 'no-show', type: 'interview.missed', codes: { who } } as const;
  const over = ending({ ...of, booking }, how);
  const noted: NoShow = {
    what: 'no-show',
    of: { kind: 'interview', id: interview.id },
    number: nextNumber(earlier),
    version: 1,
    file: interview.file,
    at,
    by: { sub: by.sub, agency: by.agency },
    booking: booking.id,
    who,
    sealed,
  };
  return { ...over, kept: [...over.kept, noted] };
}
