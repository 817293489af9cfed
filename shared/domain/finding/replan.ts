import { type Booking, isLive } from '../booking/booking.ts';
import type { Interview } from '../interview/interview.ts';
import type { Edition } from '../policy/edition.ts';
import { lossesOf } from '../resource/lost.ts';
import type { Resource } from '../resource/resource.ts';
import { isWaiting, type Waiting } from './waiting.ts';

/** Ends after which another time is looked for; who cancels a visit's time does not want one by itself. */
const LOST: readonly Booking['state'][] = ['declined', 'expired', 'no-show'];

/** A visit that has no time although it should: it lost the last one, or it waits for one. */
export function wantsTime(
  { status }: Pick<Interview, 'status'>,
  bookings: readonly Booking[],
  waiting: Waiting | undefined,
): boolean {
  if (status !== 'planning') return false;
  const last = bookings
    .filter(({ purpose }) => purpose === 'visit')
    .toSorted((a, b) => a.sequence - b.sequence)
    .at(-1);
  return isWaiting(waiting) || (last !== undefined && LOST.includes(last.state));
}

/** A live booking for which somebody or something can no longer do what it was booked for. */
export const brokenOf = (
  bookings: readonly Booking[],
  resources: readonly Resource[],
  edition: Edition,
): Booking | undefined =>
  bookings.find(
    (booking) =>
      isLive(booking) &&
      booking.purpose === 'visit' &&
      resources.some((one) => lossesOf(one, booking, edition).length > 0),
  );
