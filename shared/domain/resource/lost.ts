import type { Booking } from '../booking/booking.ts';
import type { Claim } from '../booking/sheet.ts';
import type { Edition } from '../policy/edition.ts';
import type { Availability, Resource } from './resource.ts';

/** Why a booking cannot stand: a code of the pack's list. */
export type Loss = 'withdrawn' | 'qualification' | Availability['leave'][number]['kind'];

/** What must be valid on the day: of a person by its role, of a room by the pack's list of rooms. */
export function neededFor(
  { kind }: Pick<Resource, 'kind'>,
  { role }: Pick<Claim, 'role'>,
  { interview }: Pick<Edition, 'interview'>,
): string | undefined {
  if (kind !== 'person') {
    return interview.finding.rooms.find((room) => room.kind === kind)?.accreditation;
  }
  return interview.roles.find((one) => one.role === role)?.qualification ?? role;
}

export const isQualified = (
  { qualifications }: Pick<Resource, 'qualifications'>,
  code: string | undefined,
  day: string,
): boolean =>
  code === undefined ||
  qualifications.some(
    (one) => one.code === code && one.from <= day && (one.to === undefined || day <= one.to),
  );

/** The part of a booking that takes this resource. */
export const claimsOn = (
  { claims }: Pick<Booking, 'claims'>,
  { id }: Pick<Resource, 'id'>,
): Claim[] => claims.filter(({ sheet }) => sheet === id);

/** Why this resource can no longer do what it is booked for; nothing when it still can. */
export function lossesOf(
  resource: Resource,
  booking: Pick<Booking, 'claims'>,
  edition: Pick<Edition, 'interview'>,
): Loss[] {
  const claims = claimsOn(booking, resource);
  const { leave, exceptions } = resource.availability;
  const away = claims.flatMap(({ day }) => [
    ...leave.filter(({ from, to }) => from <= day && day <= to).map(({ kind }) => kind),
    ...exceptions
      .filter(({ date, hours }) => date === day && hours.length === 0)
      .map(() => 'leave' as const),
  ]);
  const unqualified = claims.some(
    (claim) => !isQualified(resource, neededFor(resource, claim, edition), claim.day),
  );
  return [
    ...(resource.withdrawnAt ? ['withdrawn' as const] : []),
    ...new Set(away),
    ...(unqualified ? ['qualification' as const] : []),
  ];
}

/** Bookings that can no longer stand, although they could before. */
export const newlyLost = <B extends Pick<Booking, 'claims'>>(
  before: Resource,
  after: Resource,
  bookings: readonly B[],
  edition: Pick<Edition, 'interview'>,
): B[] =>
  bookings.filter(
    (one) =>
      lossesOf(after, one, edition).length > 0 && lossesOf(before, one, edition).length === 0,
  );
