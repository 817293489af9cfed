import type { holdSlot as contract } from '../../shared/contract/bookings.ts';
import { holdSlot as hold } from '../../shared/domain/booking/hold.ts';
import { bookingView } from '../../shared/domain/disclosure/booking-view.ts';
import { BookingId, newBookingId, newEventId } from '../../shared/domain/ids.ts';
import type { UseCase } from '../../shared/platform/http.ts';
import type { VaultedStore } from '../../shared/platform/runtime.ts';
import { holdWrites } from '../../shared/store/held-slot.ts';
import { interviews } from '../../shared/store/interviews.ts';
import type { Proposals } from '../../shared/store/proposals.ts';
import { takeSlot } from '../../shared/store/take-slot.ts';
import { momentOf } from './booking-steps.ts';

type Deps = Pick<VaultedStore, 'table' | 'journal' | 'policy' | 'now' | 'bytes'> & {
  readonly proposals: Pick<Proposals, 'read'>;
};

/**
 * One transaction and no read. Who may book was asked when the time was sought: the proposal is
 * signed for that caller, and counts only while visit, case and membership are as they were.
 */
export const holdSlot =
  (deps: Deps): UseCase<typeof contract> =>
  async ({ path, body, principal, lang, once }) => {
    const { journal, policy: _, bytes, proposals, table } = deps;
    const proposal = await proposals.read(body.slot, principal.sub);
    const { at, edition, moment } = momentOf(deps);
    const { sub, agency } = principal;
    const decision = hold(
      {
        interview: path.interviewId,
        proposal,
        breach: body.breach,
        id: newBookingId(bytes),
        event: newEventId(bytes),
        by: { sub, agency },
        at,
      },
      edition,
    );
    const { booking } = decision;
    const made = { booking: booking.id };
    const options = { by: principal, once, made };
    const earlier = await takeSlot({ ...proposal, moment }, (seen) =>
      journal.commit(decision, {
        ...options,
        first: holdWrites(proposal, booking, moment, seen),
      }),
    );
    const shown = earlier
      ? await interviews(table).booking(path.interviewId, BookingId.parse(earlier.booking))
      : booking;
    const location = `/v1/interviews/${path.interviewId}/bookings`;
    return { status: 201, body: bookingView(shown, lang, edition), location };
  };
