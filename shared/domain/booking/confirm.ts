import type { AgencyId, EventId } from '../ids.ts';
import type { Decision } from '../journal/decision.ts';
import type { Edition } from '../policy/edition.ts';
import { Refusal } from '../refusal.ts';
import type { Qualification } from '../resource/resource.ts';
import type { Answer, Booking } from './booking.ts';
import { beforeSkew } from './hold.ts';
import type { Decline } from './parts.ts';
import { type LiveBooking, mustStand, type Standing, withBooking } from './standing.ts';
import { type By, toldOf } from './told.ts';

/** What somebody who was taken for a role is qualified to be, as it stands now. */
export type Qualified = ReadonlyMap<string, readonly (typeof Qualification)['_output'][]>;

export interface Confirming extends Standing {
  readonly by: Required<By> & { readonly agency: AgencyId };
  readonly at: string;
  readonly event: EventId;
  /** By sheet; only needed when it is the last confirmation. */
  readonly qualified: Qualified;
  /** Declines that oversight watches: dealt with once all is booked. */
  readonly watched: readonly Decline[];
}

export interface Confirmed extends Decision {
  readonly booking: Booking;
  /** The last one: what was held becomes final in the same transaction. */
  readonly finalises: boolean;
}

/** An agency says that it will be there; with the last one the time is booked. */
export function confirm(confirming: Confirming, edition: Edition): Confirmed {
  const { by, at } = confirming;
  const booking = mustStand(confirming);
  const own = booking.agencies.find(({ agency }) => agency === by.agency);
  if (!own) throw new Refusal('not-asked-to-confirm');
  if (own.state === 'confirmed') return { booking, finalises: false, kept: [], events: [] };
  mustBeInTime(booking, at, edition);
  const { agency, roles } = own;
  const answered = answeredBy(booking, { agency, roles, state: 'confirmed', at, by: by.sub });
  return settled(answered, confirming);
}

/** A hold is confirmed a little before it runs out, so that no two clocks disagree about it. */
export function mustBeInTime(booking: LiveBooking, at: string, edition: Edition): void {
  if (booking.state === 'held' && beforeSkew(booking.expiresAt, edition) <= at) {
    throw new Refusal('hold-expired');
  }
}

export const answeredBy = (booking: LiveBooking, answer: Answer): LiveBooking => ({
  ...booking,
  version: booking.version + 1,
  agencies: booking.agencies.map((one) => (one.agency === answer.agency ? answer : one)),
});

/** Whether nobody is waited for any more; a court's order does not wait for who declined. */
const isComplete = (
  { agencies }: LiveBooking,
  { interview }: Pick<Standing, 'interview'>,
): boolean =>
  agencies.every(
    ({ state }) =>
      state === 'confirmed' || (state === 'declined' && interview.ground === 'court-order'),
  );

/** What follows from an answer: booked, if it was the last one. */
export function settled(
  answered: LiveBooking,
  settling: Confirming,
  otherwise: Pick<Parameters<typeof toldOf>[1], 'type' | 'codes' | 'also'> = {
    type: 'interview.confirmed',
  },
): Confirmed {
  const { interview, by, at, event: id, qualified, watched } = settling;
  const finalises = answered.state === 'held' && isComplete(answered, { interview });
  if (finalises) mustBeQualified(answered, interview.roles, qualified);
  const booking = finalises ? booked(answered, at) : answered;
  const changed = withBooking(interview, booking);
  const version = changed.version;
  const codes = { agency: by.agency, ...otherwise.codes };
  const type = finalises ? 'interview.booked' : otherwise.type;
  const event = toldOf(booking, { ...otherwise, type, id, version, by, at, codes });
  const done = finalises ? watched.map(dealtWith) : [];
  return { booking, finalises, kept: [booking, changed, ...done], events: [event] };
}

const dealtWith = (decline: Decline): Decline => ({
  ...decline,
  version: decline.version + 1,
  watched: undefined,
});

function booked(held: LiveBooking, bookedAt: string): LiveBooking {
  if (held.state === 'booked') return held;
  const { expiresAt: _, next: __, ...rest } = held;
  return { ...rest, state: 'booked', bookedAt };
}

/** Looked at again on the last confirmation: a certificate may have ended since the search. */
function mustBeQualified(
  { claims }: LiveBooking,
  roles: Standing['interview']['roles'],
  qualified: Qualified,
): void {
  const wanting = claims.filter(({ sheet, day, role }) => {
    // A role without a certificate of its own is filled by whoever is kept as one who holds it.
    const wanted = roles.find((one) => one.role === role)?.qualification ?? role;
    const has = qualified.get(sheet) ?? [];
    const valid = has.some(
      ({ code, from, to }) => code === wanted && from <= day && (to === undefined || day <= to),
    );
    return wanted !== undefined && !valid;
  });
  if (wanting.length === 0) return;
  const named = new Map(wanting.map(({ sheet, role = 'role' }) => [sheet, role]));
  const hindrances = [...named].map(([pointer, code]) => ({ pointer, code }));
  throw new Refusal('not-qualified-then', hindrances);
}
