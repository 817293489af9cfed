import type { cancelBooking as contract } from '../../shared/contract/bookings.ts';
import type { Principal } from '../../shared/domain/access/principal.ts';
import { cancelBooking as cancel } from '../../shared/domain/booking/end.ts';
import { bookingView } from '../../shared/domain/disclosure/booking-view.ts';
import { newEventId } from '../../shared/domain/ids.ts';
import type { UseCase } from '../../shared/platform/http.ts';
import { release } from '../../shared/store/day-sheets.ts';
import { seeSheets } from '../../shared/store/seen-sheets.ts';
import { type BookingDeps, type BookingPath, readBooking } from './booking-steps.ts';

type Call = Parameters<UseCase<typeof contract>>[0];
type Cancelling = Pick<Call, 'body' | 'once'> & { readonly by: Principal };

/** The time is given up with its reason, and all it took is free in the same transaction. */
export const cancelBooking =
  (deps: BookingDeps): UseCase<typeof contract> =>
  async ({ path, body, principal, lang, once }) => {
    const earlier = await deps.journal.earlier(principal, once);
    if (!earlier) await cancelled(deps, path, { body, by: principal, once });
    const access = { by: principal, action: 'interview.cancel' } as const;
    const { booking, edition } = await readBooking(deps, path, access);
    return { status: 200, body: bookingView(booking, lang, edition) };
  };

async function cancelled(
  deps: BookingDeps,
  path: BookingPath,
  { body, by, once }: Cancelling,
): Promise<void> {
  const read = await readBooking(deps, path, { by, action: 'interview.cancel' });
  const { interview, booking, at, edition, moment } = read;
  const event = newEventId(deps.bytes);
  const decision = cancel({ interview, booking, by, at, event, reason: body.reason }, edition);
  const { claims, id } = booking;
  const also = release({ claims, booking: id }, moment, await seeSheets(deps.table, claims));
  const made = { booking: id };
  await deps.journal.commit(decision, { by, also, once, made });
}
