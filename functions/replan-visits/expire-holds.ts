import { Temporal } from 'temporal-polyfill';
import type { Booking } from '../../shared/domain/booking/booking.ts';
import { expireHold } from '../../shared/domain/booking/end.ts';
import { type InterviewId, newEventId } from '../../shared/domain/ids.ts';
import type { VaultedStore } from '../../shared/platform/runtime.ts';
import { release } from '../../shared/store/day-sheets.ts';
import { interviews } from '../../shared/store/interviews.ts';
import { seeSheets } from '../../shared/store/seen-sheets.ts';

type Deps = Pick<VaultedStore, 'table' | 'journal' | 'policy' | 'now' | 'bytes'>;

/** Who acts where nobody does. */
const HUB = { sub: 'replan-visits' };

/**
 * Holds of a visit that ran out: the visit is planned again. Nothing had to be freed for others to
 * take the time; what nobody took is freed with it, so that calendars are clean. Done twice it finds
 * nothing more to do.
 */
export const expireHolds =
  (deps: Deps) =>
  async (id: InterviewId): Promise<void> => {
    const bookings = await interviews(deps.table).bookingsOf(id);
    for (const booking of bookings.filter(({ state }) => state === 'held')) {
      await expired(deps, booking);
    }
  };

async function expired(
  { table, journal, policy, now, bytes }: Deps,
  booking: Booking,
): Promise<void> {
  const interview = await interviews(table).interview(booking.interview);
  const at = now();
  const edition = policy.at(Temporal.Instant.from(at));
  const event = newEventId(bytes);
  const decision = expireHold({ interview, booking, by: HUB, at, event }, edition);
  if (!decision) return;
  const { claims, id } = booking;
  const { skewSeconds } = edition.interview.holding;
  const seen = await seeSheets(table, claims);
  const also = release({ claims, booking: id }, { at, skewSeconds }, seen);
  await journal.commit(decision, { also });
}
