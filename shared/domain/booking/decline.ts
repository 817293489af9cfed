import type { AgencyId } from '../ids.ts';
import { nextNumber } from '../part.ts';
import type { Edition } from '../policy/edition.ts';
import { Refusal } from '../refusal.ts';
import { answeredBy, type Confirmed, type Confirming, mustBeInTime, settled } from './confirm.ts';
import { ending } from './end.ts';
import { afterSkew, lapsesAt } from './hold.ts';
import type { Decline } from './parts.ts';
import { type StandIns, type Swap, swapOf } from './stand-in.ts';
import { type LiveBooking, mustStand } from './standing.ts';

export interface DeclineRequest {
  readonly reason: string;
  /** Of the roles it answers for, those it cannot fill; all, where it names none. */
  readonly roles?: readonly string[] | undefined;
  readonly alternative?: Decline['alternative'];
}

export interface Declining extends Confirming {
  readonly request: DeclineRequest;
  readonly standIns: StandIns;
  /** All declines of this visit so far. */
  readonly earlier: readonly Decline[];
  /** The desk that is told when an agency declines again. */
  readonly national: AgencyId;
}

export interface Declined extends Confirmed {
  readonly swap?: Swap | undefined;
  /** A booked time waits for an answer again: all it has gets an end. */
  readonly reopens?: boolean;
  /** Nothing stands any more. */
  readonly frees?: boolean;
}

/**
 * An agency cannot come. Somebody else of it is asked and the time stands; where there is nobody,
 * everything is free at once, unless a court ordered the interview: no agency blocks that.
 */
export function decline(declining: Declining, edition: Edition): Declined {
  const { interview, by, at, standIns } = declining;
  const booking = mustStand(declining);
  mustBeInTime(booking, at, edition);
  if (booking.start <= at) throw new Refusal('booking-over');
  const roles = declinedRoles(booking, declining, edition);
  const kept = declineOf(declining, roles, edition);
  const swap = swapOf(booking, { agency: by.agency, roles }, standIns);
  const of = { ...declining, kept };
  const declined = swap
    ? askedInstead(of, booking, swap, edition)
    : interview.ground === 'court-order'
      ? goesOnByOrder(of, booking)
      : freed(of, booking);
  return { ...declined, kept: [...declined.kept, kept] };
}

/** The roles somebody answers for and cannot fill; refuses those that are not its own. */
export function declinedRoles(
  { agencies }: LiveBooking,
  { by, request }: Pick<Declining, 'by' | 'request'>,
  edition: Edition,
): readonly string[] {
  const own = agencies.find(({ agency }) => agency === by.agency);
  if (!own) throw new Refusal('not-asked-to-confirm');
  if (!edition.has('declineReasons', request.reason)) throw unknown('/reason', 'unknown-code');
  const roles = request.roles ?? own.roles;
  const strange = roles.findIndex((role) => !own.roles.includes(role));
  if (strange >= 0) throw unknown(`/roles/${strange}`, 'unknown-role');
  return roles;
}

const unknown = (pointer: string, code: string) => new Refusal('unknown-code', [{ pointer, code }]);

/** Kept for good; from the second one of an agency on in a list of the oversight body. */
function declineOf(
  { interview, booking, by, at, request, earlier }: Declining,
  roles: readonly string[],
  { interview: { holding } }: Edition,
): Decline {
  const before = earlier.filter(({ agency }) => agency === by.agency).length;
  const again = before + 1 >= holding.declinesToEscalate;
  return {
    what: 'decline',
    of: { kind: 'interview', id: interview.id },
    number: nextNumber(earlier),
    version: 1,
    file: interview.file,
    at,
    by: { sub: by.sub, agency: by.agency },
    watched: again ? 'declined-interviews' : undefined,
    booking: booking.id,
    agency: by.agency,
    roles: [...roles],
    reason: request.reason,
    alternative: request.alternative,
  };
}

type Kept = Declining & { readonly kept: Decline };

/** Its supervisor, in its own feed, and the national desk, once it declines again. */
const toldBeside = ({ kept, by, national }: Kept): AgencyId[] =>
  kept.watched ? [by.agency, national] : [];

const codesOf = ({ kept }: Kept): Record<string, string> => ({
  agency: kept.agency,
  reason: kept.reason,
  decline: String(kept.number),
  ...(kept.watched && { escalated: 'yes' }),
});

function askedInstead(of: Kept, booking: LiveBooking, swap: Swap, edition: Edition): Declined {
  const { by, at } = of;
  const { roles } = booking.agencies.find(({ agency }) => agency === by.agency) ?? { roles: [] };
  const asked = answeredBy(booking, { agency: by.agency, roles, state: 'asked' });
  const held = { ...heldAgain(asked, at, edition), claims: [...swap.claims] };
  const told = { type: 'interview.held-again', codes: codesOf(of), also: toldBeside(of) } as const;
  return { ...settled(held, of, told), swap, reopens: booking.state === 'booked' };
}

function heldAgain(booking: LiveBooking, at: string, edition: Edition): LiveBooking {
  if (booking.state === 'held') return booking;
  const { bookedAt: _, state: __, ...rest } = booking;
  const expiresAt = lapsesAt(booking, at, edition);
  return { ...rest, state: 'held', expiresAt, next: afterSkew(expiresAt, edition) };
}

/** The decline is recorded and the time stands; whoever is on duty there has to find somebody. */
function goesOnByOrder(of: Kept, booking: LiveBooking): Declined {
  const { by, at, kept } = of;
  const own = booking.agencies.find(({ agency }) => agency === by.agency);
  const answered = answeredBy(booking, {
    agency: by.agency,
    roles: own?.roles ?? [],
    state: 'declined',
    at,
    by: by.sub,
    reason: kept.reason,
  });
  const codes = { ...codesOf(of), stands: 'court-order' };
  const also = [by.agency, ...toldBeside(of)];
  const done = settled(answered, of, { type: 'interview.declined', codes, also });
  const call = { agency: by.agency, role: 'holder-duty', by: 'call' } as const;
  return { ...done, events: done.events.map((event) => ({ ...event, call })) };
}

function freed(of: Kept, booking: LiveBooking): Declined {
  const { by, at, kept, event: id, interview } = of;
  const over = ending(
    { interview, booking, at, by, event: id },
    {
      state: 'declined',
      reason: kept.reason,
      type: 'interview.declined',
      codes: codesOf(of),
      also: toldBeside(of),
    },
  );
  const agencies = booking.agencies.map((one) =>
    one.agency === by.agency
      ? { ...one, state: 'declined' as const, at, by: by.sub, reason: kept.reason }
      : one,
  );
  const declined = { ...over.booking, agencies };
  const rest = over.kept.filter((one) => one !== over.booking);
  return { ...over, booking: declined, kept: [declined, ...rest], finalises: false, frees: true };
}
