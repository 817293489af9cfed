import type { Proposal } from '../../shared/domain/booking/booking.ts';

/** What a booking should do, written down a second time and as simply as it can be. */
export interface ModelBooking {
  readonly proposal: Proposal;
  readonly endsAt: number;
  readonly confirmed: Set<string>;
  state: 'held' | 'booked' | 'expired' | 'declined' | 'cancelled' | 'moved';
}

export interface ModelVisit {
  version: number;
  booking: ModelBooking | undefined;
}

export interface Model {
  /** Milliseconds; who acts may see them wrong. */
  now: number;
  readonly visits: ModelVisit[];
  readonly bookings: ModelBooking[];
}

const placesOf = ({ claims }: Proposal): string[] =>
  claims.flatMap(({ sheet, day, from, to }) =>
    Array.from({ length: to - from }, (_, i) => `${sheet} ${day} ${from + i}`),
  );

/** Somebody else has a part of it, or may still have it by a clock that goes wrong. */
export function isTaken(
  model: Model,
  proposal: Proposal,
  { at, skew, except }: { at: number; skew: number; except?: ModelBooking | undefined },
): boolean {
  const wanted = new Set(placesOf(proposal));
  const line = Math.floor(at / 1000) - skew;
  return model.bookings.some((one) => {
    if (one === except) return false;
    // What ran out and was not looked at since lies there still, and is nobody's.
    const counts = one.state === 'booked' || (one.state === 'held' && one.endsAt / 1000 >= line);
    return counts && placesOf(one.proposal).some((place) => wanted.has(place));
  });
}

/** What a confirmation comes to. */
export function confirmed(
  { booking }: ModelVisit,
  { agency, all, at, skew }: { agency: string; all: number; at: number; skew: number },
): string {
  if (!booking) return 'nothing';
  if (booking.confirmed.has(agency)) return 'done';
  if (booking.state === 'held' && booking.endsAt - skew * 1000 <= at) return 'hold-expired';
  booking.confirmed.add(agency);
  if (booking.confirmed.size === all) booking.state = 'booked';
  return 'done';
}

/** The visit is without its time, for this reason. */
export function ended(visit: ModelVisit, state: ModelBooking['state']): void {
  if (visit.booking) visit.booking.state = state;
  visit.booking = undefined;
  visit.version += 1;
}
