import type { confirmBooking as contract } from '../../shared/contract/bookings.ts';
import type { Principal } from '../../shared/domain/access/principal.ts';
import type { Booking } from '../../shared/domain/booking/booking.ts';
import { confirm } from '../../shared/domain/booking/confirm.ts';
import { bookingView } from '../../shared/domain/disclosure/booking-view.ts';
import { newEventId } from '../../shared/domain/ids.ts';
import type { UseCase } from '../../shared/platform/http.ts';
import { finalise } from '../../shared/store/day-sheets.ts';
import { Overtaken } from '../../shared/store/journal.ts';
import { seeShared } from '../../shared/store/seen-sheets.ts';
import { type BookingDeps, type BookingPath, momentOf, readBooking } from './booking-steps.ts';
import { lastLook } from './last-answer.ts';

/** All agencies of a visit may confirm at once: each time one of them gets through. */
const TRIES = 20;

/** An agency says that it will be there. The last one makes the time final. */
export const confirmBooking =
  (deps: BookingDeps): UseCase<typeof contract> =>
  async ({ path, principal, lang }) => {
    for (let attempt = 1; ; attempt += 1) {
      try {
        const booking = await confirmed(deps, path, principal);
        return { status: 200, body: bookingView(booking, lang, momentOf(deps).edition) };
      } catch (error) {
        if (!(error instanceof Overtaken) || attempt === TRIES) throw error;
      }
    }
  };

/** Reads again each time, and so decides again whether it is the last. */
async function confirmed(deps: BookingDeps, path: BookingPath, by: Principal): Promise<Booking> {
  const read = await readBooking(deps, path, { by, action: 'interview.answer' });
  const { interview, booking, at, edition, moment } = read;
  const look = await lastLook(deps, booking, by.agency);
  const event = newEventId(deps.bytes);
  const decision = confirm({ interview, booking, by, at, event, ...look }, edition);
  if (decision.kept.length === 0) return booking;
  const { claims, id } = booking;
  const also = decision.finalises
    ? finalise({ claims, booking: id }, moment, await seeShared(deps.table, claims))
    : [];
  await deps.journal.commit(decision, { by, also });
  return decision.booking;
}
