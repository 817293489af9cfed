import type { Booking } from '../booking/booking.ts';
import { ResourceId } from '../ids.ts';
import type { Lang } from '../labels.ts';
import type { Edition } from '../policy/edition.ts';

/** A booking as those who take part see it: who is asked, what is taken and when; no name. */
export function bookingView(booking: Booking, lang: Lang, edition: Edition) {
  const { id, interview, purpose, start, end, site, sequence, heldAt, version } = booking;
  const label = (list: 'visitRoles' | 'bookingStates', code: string) => ({
    code,
    label: edition.label(list, code, lang),
  });
  const roles = (codes: readonly string[]) => codes.map((code) => label('visitRoles', code));
  return {
    id,
    interview,
    purpose,
    state: label('bookingStates', booking.state),
    start,
    end,
    site,
    parts: booking.parts,
    agencies: booking.agencies.map((one) => ({
      agency: one.agency,
      roles: roles(one.roles),
      state: one.state,
      at: one.at,
    })),
    takes: booking.claims.filter(({ sheet }) => sheet.startsWith('res_')).map(takenOf),
    heldAt,
    heldBy: booking.heldBy.agency,
    expiresAt: booking.state === 'held' ? booking.expiresAt : undefined,
    bookedAt: booking.state === 'booked' ? booking.bookedAt : undefined,
    endedAt: 'endedAt' in booking ? booking.endedAt : undefined,
    reason: 'reason' in booking ? booking.reason : undefined,
    breach: booking.breach,
    sequence,
    version,
    links: linksOf(booking),
  };
}

/** Of the child, the zones and whoever must not meet nothing is shown: they are no resources. */
const takenOf = ({ sheet, role, kind, day, from, to }: Booking['claims'][number]) => ({
  resource: ResourceId.parse(sheet),
  as: role ?? kind,
  day,
  from: clock(from),
  to: clock(to),
});

const clock = (quarter: number): string =>
  `${String(Math.floor(quarter / 4)).padStart(2, '0')}:${String((quarter % 4) * 15).padStart(2, '0')}`;

function linksOf({ interview, id, state }: Booking): Record<string, string> {
  const visit = `/v1/interviews/${interview}`;
  const self = `${visit}/bookings/${id}`;
  const common = { interview: visit, bookings: `${visit}/bookings` };
  if (state !== 'held' && state !== 'booked') return common;
  return {
    ...common,
    confirm: `${self}/confirmations`,
    decline: `${self}/declines`,
    move: `${self}/moves`,
    cancel: `${self}/cancellations`,
  };
}
