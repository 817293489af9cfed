import type { moveBooking as contract } from '../../shared/contract/bookings.ts';
import type { Principal } from '../../shared/domain/access/principal.ts';
import { moveBooking as move } from '../../shared/domain/booking/move.ts';
import { bookingView } from '../../shared/domain/disclosure/booking-view.ts';
import { BookingId, newBookingId, newEventId } from '../../shared/domain/ids.ts';
import type { UseCase } from '../../shared/platform/http.ts';
import { move as moveSheets } from '../../shared/store/day-sheets.ts';
import { caseUnchanged } from '../../shared/store/held-slot.ts';
import { interviews } from '../../shared/store/interviews.ts';
import type { Made } from '../../shared/store/journal.ts';
import type { Proposals } from '../../shared/store/proposals.ts';
import { seeSheets } from '../../shared/store/seen-sheets.ts';
import { takeSlot } from '../../shared/store/take-slot.ts';
import { type BookingDeps, type BookingPath, momentOf, readBooking } from './booking-steps.ts';

type Deps = BookingDeps & { readonly proposals: Pick<Proposals, 'read'> };
type Call = Parameters<UseCase<typeof contract>>[0];
type Moving = Pick<Call, 'body' | 'once'> & { readonly by: Principal };

/** Another time in one step: the old one is free and the new one held, or nothing has changed. */
export const moveBooking =
  (deps: Deps): UseCase<typeof contract> =>
  async ({ path, body, principal, lang, once }) => {
    const earlier = await deps.journal.earlier(principal, once);
    const made = earlier ?? (await moved(deps, path, { body, by: principal, once }));
    const { interviewId } = path;
    const booking = await interviews(deps.table).booking(
      interviewId,
      BookingId.parse(made.booking),
    );
    const view = bookingView(booking, lang, momentOf(deps).edition);
    return { status: 201, body: view, location: `/v1/interviews/${interviewId}/bookings` };
  };

async function moved(deps: Deps, path: BookingPath, { body, by, once }: Moving): Promise<Made> {
  const proposal = await deps.proposals.read(body.slot, by.sub);
  const read = await readBooking(deps, path, { by, action: 'interview.book' });
  const { interview, booking: old, at, edition, moment } = read;
  const { breach } = body;
  const [id, event] = [newBookingId(deps.bytes), newEventId(deps.bytes)];
  const { sub, agency } = by;
  const decision = move(
    { interview, booking: old, proposal, breach, id, event, by: { sub, agency }, at },
    edition,
  );
  const before = await seeSheets(deps.table, [...old.claims, ...proposal.claims]);
  const made = { booking: id };
  const { expiresAt: until } = decision.booking;
  const from = { claims: old.claims, booking: old.id };
  const to = { claims: proposal.claims, booking: id, until };
  const earlier = await takeSlot({ ...proposal, moment }, (seen) =>
    deps.journal.commit(decision, {
      by,
      once,
      made,
      also: [
        caseUnchanged(proposal),
        ...moveSheets({ from, to }, moment, new Map([...before, ...seen])),
      ],
    }),
  );
  return earlier ?? made;
}
