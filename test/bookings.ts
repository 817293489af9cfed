import type { Booking } from '../shared/domain/booking/booking.ts';
import type { Claim } from '../shared/domain/booking/sheet.ts';
import { newBookingId } from '../shared/domain/ids.ts';
import type { Interview } from '../shared/domain/interview/interview.ts';
import { CENTRE, counting, LEAD, later, NOW, POLICE } from './build.ts';
import { aVisit } from './finding.ts';

const bytes = counting(70_000);

interface Booked {
  readonly claims: readonly Claim[];
  readonly interview?: Interview;
  readonly over?: Partial<Extract<Booking, { state: 'booked' }>>;
}

/** A visit that is booked with just these claims. */
export const aBooked = ({ claims, interview = aVisit(), over = {} }: Booked): Booking => ({
  what: 'booking',
  id: newBookingId(bytes),
  version: 2,
  state: 'booked',
  bookedAt: NOW,
  interview: interview.id,
  case: interview.case,
  referral: interview.referral,
  file: interview.file,
  purpose: 'visit',
  start: later({ hours: 240 }),
  end: later({ hours: 243 }),
  site: CENTRE,
  parts: [{ part: 'interview', start: later({ hours: 240 }), end: later({ hours: 241 }) }],
  claims: [...claims],
  agencies: [{ agency: CENTRE, roles: ['interviewer'], state: 'confirmed' }],
  told: [CENTRE, LEAD, POLICE],
  tier: 1,
  heldAt: NOW,
  heldBy: { sub: 'x', agency: LEAD },
  sequence: 0,
  policy: interview.policy,
  ...over,
});
