import type { Interview } from '../interview/interview.ts';
import type { Edition } from '../policy/edition.ts';
import { Refusal } from '../refusal.ts';
import type { Booking } from './booking.ts';
import { afterSkew } from './hold.ts';

export type LiveBooking = Extract<Booking, { state: 'held' | 'booked' }>;

/** A visit and a booking of it, as they were read. */
export interface Standing {
  readonly interview: Interview;
  readonly booking: Booking;
}

/** Refuses what is over, and a visit that has stopped or begun. */
export function mustStand({ interview, booking }: Standing): LiveBooking {
  if (booking.state === 'expired') throw new Refusal('hold-expired');
  if (booking.state !== 'held' && booking.state !== 'booked') throw new Refusal('booking-over');
  if (interview.status === 'frozen') throw new Refusal('interview-frozen');
  const has =
    booking.purpose === 'planning-meeting'
      ? interview.meeting?.booking === booking.id
      : (interview.status === 'held' || interview.status === 'booked') &&
        interview.booking === booking.id;
  if (!has) throw new Refusal('booking-over');
  return booking;
}

/** Nobody can confirm it any more, whatever the clock of whoever looks says. */
export const hasRunOut = (booking: LiveBooking, at: string, edition: Edition): boolean =>
  booking.state === 'held' && afterSkew(booking.expiresAt, edition) < at;

/** The visit without this booking: to be planned again, or without its meeting. */
export function withoutBooking(interview: Interview, { purpose }: Booking): Interview {
  const version = interview.version + 1;
  if (purpose === 'planning-meeting') {
    const { booking: _, ...meeting } = interview.meeting ?? {};
    return { ...interview, version, meeting };
  }
  if (interview.status !== 'held' && interview.status !== 'booked') {
    throw new Error(`${interview.id} is ${interview.status} and has no booking to lose`);
  }
  const { booking: _, status: __, ...plan } = interview;
  return { ...plan, version, status: 'planning' };
}

/** The visit with this booking, as far as it has come. */
export function withBooking(interview: Interview, { id, purpose, state }: LiveBooking): Interview {
  const version = interview.version + 1;
  if (purpose === 'planning-meeting') {
    return { ...interview, version, meeting: { ...interview.meeting, booking: id } };
  }
  if (interview.status !== 'held' && interview.status !== 'booked') {
    throw new Error(`${interview.id} is ${interview.status} and cannot be booked`);
  }
  return { ...interview, version, status: state, booking: id };
}
