import type { Booking, Proposal } from '../../shared/domain/booking/booking.ts';
import { moveBooking } from '../../shared/domain/booking/move.ts';
import { HUB } from '../../shared/domain/finding/unreachable.ts';
import { newBookingId, newEventId } from '../../shared/domain/ids.ts';
import { move as moveSheets } from '../../shared/store/day-sheets.ts';
import { caseUnchanged } from '../../shared/store/held-slot.ts';
import { seeSheets } from '../../shared/store/seen-sheets.ts';
import { takeSlot } from '../../shared/store/take-slot.ts';
import type { ReplanDeps, Visit } from './read-visit.ts';
import type { FoundTimes } from './search-for.ts';
import { stillFree, TRIES } from './still-free.ts';

/** Another time in the place of one that cannot stand, in one step: at the same time if that can be. */
export async function moveNext(
  deps: ReplanDeps,
  visit: Visit,
  broken: Booking,
  { items }: FoundTimes,
): Promise<boolean> {
  const { table, journal, bytes } = deps;
  const { interview, at, edition } = visit;
  const by = { ...HUB, agency: interview.requestedBy };
  const moment = { at, skewSeconds: edition.interview.holding.skewSeconds };
  const proposals = items.map(({ proposal }) => proposal);
  const inOrder = proposals.toSorted((a, b) => later(a, broken) - later(b, broken));
  for (const proposal of inOrder.slice(0, TRIES)) {
    const ids = { id: newBookingId(bytes), event: newEventId(bytes) };
    const { breach } = interview;
    const decision = moveBooking(
      { ...ids, interview, booking: broken, proposal, breach: breach?.reason, by, at },
      edition,
    );
    const { requestedBy } = interview;
    const events = decision.events.map((event) => ({
      ...event,
      by: HUB,
      to: [...new Set([...event.to, requestedBy])],
    }));
    const before = await seeSheets(table, [...broken.claims, ...proposal.claims]);
    const from = { claims: broken.claims, booking: broken.id };
    const to = { claims: proposal.claims, booking: ids.id, until: decision.booking.expiresAt };
    const moved = await stillFree(() =>
      takeSlot({ ...proposal, moment }, (seen) => {
        const days = moveSheets({ from, to }, moment, new Map([...before, ...seen]));
        const also = [caseUnchanged(proposal), ...days];
        return journal.commit({ kept: decision.kept, events }, { also });
      }),
    );
    if (moved) return true;
  }
  return false;
}

const later = ({ start }: Proposal, broken: Booking): number => (start === broken.start ? 0 : 1);
