import { Temporal } from 'temporal-polyfill';
import type { Action } from '../../shared/domain/access/actions.ts';
import type { Principal } from '../../shared/domain/access/principal.ts';
import type { Booking } from '../../shared/domain/booking/booking.ts';
import { Decline } from '../../shared/domain/booking/parts.ts';
import type { BookingId, InterviewId } from '../../shared/domain/ids.ts';
import type { Edition } from '../../shared/domain/policy/edition.ts';
import { type ReadInterview, readInterview } from '../../shared/platform/read-interview.ts';
import type { VaultedStore } from '../../shared/platform/runtime.ts';
import { interviews } from '../../shared/store/interviews.ts';
import type { Moment } from '../../shared/store/sheet-update.ts';

export type BookingDeps = Pick<
  VaultedStore,
  'table' | 'records' | 'journal' | 'policy' | 'now' | 'bytes' | 'access'
>;

/** Where a call is about: the path of every endpoint of a booking. */
export interface BookingPath {
  readonly interviewId: InterviewId;
  readonly bookingId: BookingId;
}

/** A visit and a booking of it as they stand now, and by which rules and clock it is decided. */
export interface ReadBooking extends ReadInterview {
  readonly booking: Booking;
  readonly at: string;
  readonly edition: Edition;
  readonly moment: Moment;
}

/** Reads what a decision on a booking is made of, if the principal may make it. */
export async function readBooking(
  deps: BookingDeps,
  { interviewId, bookingId }: BookingPath,
  { by, action }: { readonly by: Principal; readonly action: Action },
): Promise<ReadBooking> {
  const visit = await readInterview(
    { ...deps, interviews: interviews(deps.table) },
    { id: interviewId, by, action },
  );
  const booking = await interviews(deps.table).booking(interviewId, bookingId);
  return { ...visit, booking, ...momentOf(deps) };
}

/** One instant for the whole decision, and the rules in force at it. */
export function momentOf({ policy, now }: Pick<BookingDeps, 'policy' | 'now'>) {
  const at = now();
  const edition = policy.at(Temporal.Instant.from(at));
  const { skewSeconds } = edition.interview.holding;
  return { at, edition, moment: { at, skewSeconds } };
}

/** All declines of a visit, in the order they came. */
export const declinesOf = ({ records }: Pick<BookingDeps, 'records'>, id: InterviewId) =>
  records.parts('decline', Decline, { kind: 'interview', id });
