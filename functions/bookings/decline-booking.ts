import type { declineBooking as contract } from '../../shared/contract/bookings.ts';
import type { Principal } from '../../shared/domain/access/principal.ts';
import type { Booking } from '../../shared/domain/booking/booking.ts';
import { type Declined, decline } from '../../shared/domain/booking/decline.ts';
import { bookingView } from '../../shared/domain/disclosure/booking-view.ts';
import { newEventId } from '../../shared/domain/ids.ts';
import { nationalDesk } from '../../shared/domain/routing/national-desk.ts';
import type { UseCase } from '../../shared/platform/http.ts';
import { finalise, holdAgain, move, release } from '../../shared/store/day-sheets.ts';
import { interviews } from '../../shared/store/interviews.ts';
import { Overtaken } from '../../shared/store/journal.ts';
import { type Seen, seeSheets } from '../../shared/store/seen-sheets.ts';
import type { Moment } from '../../shared/store/sheet-update.ts';
import { ConditionFailed } from '../../shared/store/table.ts';
import type { Write } from '../../shared/store/write.ts';
import {
  type BookingDeps,
  type BookingPath,
  declinesOf,
  momentOf,
  readBooking,
} from './booking-steps.ts';
import { lastLook } from './last-answer.ts';
import { findStandIns } from './stand-ins.ts';

type Call = Parameters<UseCase<typeof contract>>[0];
type Declining = Pick<Call, 'body' | 'once'> & { readonly by: Principal };

/** An agency cannot come: somebody else of it is asked, or everything is free at once. */
export const declineBooking =
  (deps: BookingDeps): UseCase<typeof contract> =>
  async ({ path, body, principal, lang, once }) => {
    const earlier = await deps.journal.earlier(principal, once);
    if (!earlier) await declined(deps, path, { body, by: principal, once }).catch(takenMeanwhile);
    else await readBooking(deps, path, { by: principal, action: 'interview.answer' });
    const booking = await interviews(deps.table).booking(path.interviewId, path.bookingId);
    return { status: 200, body: bookingView(booking, lang, momentOf(deps).edition) };
  };

/** Whoever was to come instead has been taken by another visit: look again. */
function takenMeanwhile(error: unknown): never {
  if (error instanceof ConditionFailed && error.write.what === 'slot') throw new Overtaken();
  throw error;
}

async function declined(
  deps: BookingDeps,
  path: BookingPath,
  { body, by, once }: Declining,
): Promise<void> {
  const read = await readBooking(deps, path, { by, action: 'interview.answer' });
  const { interview, booking, at, edition, moment } = read;
  const { reason, roles, alternative } = body;
  const own = booking.agencies.find(({ agency }) => agency === by.agency)?.roles ?? [];
  const leaving = { agency: by.agency, roles: roles ?? own, reason };
  const [standIns, earlier, look, seen] = await Promise.all([
    findStandIns(deps, read, leaving),
    declinesOf(deps, interview.id),
    lastLook(deps, booking, by.agency),
    seeSheets(deps.table, booking.claims),
  ]);
  const decision = decline(
    {
      interview,
      booking,
      by,
      at,
      event: newEventId(deps.bytes),
      ...look,
      request: { reason, roles, ...(alternative !== 'nobody' && { alternative }) },
      standIns,
      earlier,
      national: nationalDesk(edition).desk.id,
    },
    edition,
  );
  const also = sheetsOf(booking, decision, moment, seen);
  const made = { booking: booking.id };
  await deps.journal.commit(decision, { by, also, once, made });
}

/** What follows for the days of those who were taken. */
function sheetsOf(before: Booking, declined: Declined, moment: Moment, seen: Seen): Write[] {
  const { id, claims } = before;
  const { booking, swap, reopens, frees, finalises } = declined;
  if (frees) return release({ claims, booking: id }, moment, seen);
  if (finalises) return finalise({ claims, booking: id }, moment, seen);
  if (!swap || booking.state !== 'held') return [];
  const until = booking.expiresAt;
  const from = { claims: swap.from, booking: id };
  const swapped = move({ from, to: { claims: swap.to, booking: id, until } }, moment, seen);
  const stays = booking.claims.filter((claim) => !swap.to.includes(claim));
  return reopens
    ? [...swapped, ...holdAgain({ claims: stays, booking: id, until }, moment, seen)]
    : swapped;
}
