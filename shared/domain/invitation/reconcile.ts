import { Temporal } from 'temporal-polyfill';
import type { Booking } from '../booking/booking.ts';
import { type Claim, QUARTER_MINUTES } from '../booking/sheet.ts';
import { ResourceId } from '../ids.ts';
import { text } from '../time.ts';
import type { Invitation } from './invitation.ts';

type Wanted = Pick<
  Invitation,
  'resource' | 'interview' | 'purpose' | 'status' | 'start' | 'end' | 'site' | 'role'
>;

/** What a calendar needs to know of a booking. */
export type Standing = Pick<Booking, 'state' | 'claims' | 'interview' | 'purpose' | 'site'>;

/** Which bookings stand in calendars, and as what; those that were given up stand in none. */
const STATUS: Readonly<Partial<Record<Booking['state'], Wanted['status']>>> = {
  held: 'tentative',
  booked: 'confirmed',
  over: 'confirmed',
  'no-show': 'confirmed',
};

const instantOf = (day: string, quarter: number, zone: string): string =>
  text(
    Temporal.PlainDate.from(day)
      .toZonedDateTime(zone)
      .add({ minutes: quarter * QUARTER_MINUTES })
      .toInstant(),
  );

/** One entry for each resource of a booking, from its first to its last claimed quarter. */
function wantedBy(booking: Standing, zone: string): Wanted[] {
  const status = STATUS[booking.state];
  if (!status) return [];
  const taken = Map.groupBy(booking.claims, ({ sheet }) => sheet);
  return [...taken].flatMap(([sheet, claims]) => {
    const resource = ResourceId.safeParse(sheet);
    // A child, a zone and a pair kept apart have no calendar.
    if (!resource.success) return [];
    const { interview, purpose, site } = booking;
    const times = spanOf(claims, zone);
    const role = claims.find((claim) => claim.role)?.role;
    return [
      {
        resource: resource.data,
        interview,
        purpose,
        status,
        ...times,
        site,
        ...(role && { role }),
      },
    ];
  });
}

function spanOf(claims: readonly Claim[], zone: string): { start: string; end: string } {
  const starts = claims.map(({ day, from }) => instantOf(day, from, zone)).toSorted();
  const ends = claims.map(({ day, to }) => instantOf(day, to, zone)).toSorted();
  return { start: starts[0] ?? '', end: ends.at(-1) ?? '' };
}

const keyOf = ({ resource, purpose }: Pick<Invitation, 'resource' | 'purpose'>): string =>
  `${resource} ${purpose}`;

const isSame = (a: Wanted, b: Wanted): boolean =>
  a.status === b.status &&
  a.start === b.start &&
  a.end === b.end &&
  a.site === b.site &&
  a.role === b.role;

/**
 * What changes in calendars, from what the bookings of an interview say now: new and changed entries
 * with a higher version each, and a cancellation for every resource that is no longer taken. Done
 * twice it changes nothing.
 */
export function reconcile(
  bookings: readonly Standing[],
  known: readonly Invitation[],
  zone: string,
  at: string,
): Invitation[] {
  const wanted = new Map(
    bookings.flatMap((booking) => wantedBy(booking, zone)).map((one) => [keyOf(one), one]),
  );
  const before = new Map(known.map((one) => [keyOf(one), one]));
  const changed = [...wanted.values()].flatMap((one): Invitation[] => {
    const earlier = before.get(keyOf(one));
    if (earlier && isSame(earlier, one)) return [];
    const version = (earlier?.version ?? 0) + 1;
    const mailed = earlier?.mailed ?? 0;
    return [{ what: 'invitation', ...one, version, changedAt: at, mailed }];
  });
  const gone = known
    .filter((one) => one.status !== 'cancelled' && !wanted.has(keyOf(one)))
    .map((one): Invitation => {
      return { ...one, status: 'cancelled', version: one.version + 1, changedAt: at };
    });
  return [...changed, ...gone];
}

/** A version that no mail has carried yet; nobody is told of the end of what they never heard of. */
export const owesMail = ({ status, version, mailed }: Invitation): boolean =>
  mailed < version && (status !== 'cancelled' || mailed > 0);
