import { Temporal } from 'temporal-polyfill';
import { type Booking, isLive } from '../../shared/domain/booking/booking.ts';
import type { DaySheet } from '../../shared/domain/booking/day-sheet.ts';
import { localDate } from '../../shared/domain/calendar/days.ts';
import type { ResourceId } from '../../shared/domain/ids.ts';
import type { Edition } from '../../shared/domain/policy/edition.ts';
import { standingOn } from '../../shared/domain/resource/closing.ts';
import type { ResourceDays } from '../../shared/store/resource-days.ts';

interface Standing {
  /** The civil day it is, in the pack's zone. */
  readonly today: string;
  /** Epoch seconds before which a hold must have ended to be gone. */
  readonly expired: number;
  readonly sheets: ReadonlyMap<string, DaySheet>;
  readonly bookings: readonly Booking[];
}

/** What a resource is booked for from today on. */
export async function standingOf(
  days: Pick<ResourceDays, 'from' | 'bookings'>,
  id: ResourceId,
  at: string,
  { calendar, interview }: Pick<Edition, 'calendar' | 'interview'>,
): Promise<Standing> {
  const now = Temporal.Instant.from(at);
  const today = localDate(calendar, now).toString();
  const expired = Math.floor(now.epochMilliseconds / 1000) - interview.holding.skewSeconds;
  const sheets = await days.from(id, today);
  const ids = new Set([...sheets.values()].flatMap((sheet) => standingOn(sheet, expired)));
  const bookings = (await days.bookings([...ids])).filter(isLive);
  return { today, expired, sheets, bookings };
}
