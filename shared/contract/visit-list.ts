import * as z from 'zod';
import { Purpose } from '../domain/booking/booking.ts';
import { AgencyId, BookingId, CaseId, InterviewId } from '../domain/ids.ts';
import { Instant } from '../domain/time.ts';
import { Cursor, Labelled, Limit, Links, listOf } from './common.ts';
import { endpoint } from './endpoint.ts';

/** A time that stands, as the caller's agency has to do with it. */
const StandingBooking = z.object({
  id: BookingId,
  purpose: Purpose,
  state: Labelled,
  start: Instant,
  end: Instant,
  expiresAt: Instant.optional(),
  /** What the caller's agency said to it; absent where it is not asked. */
  own: z.enum(['asked', 'confirmed', 'declined']).optional(),
  /** Whose confirmation is still to come. */
  waitsFor: z.array(AgencyId),
});

const VisitLine = z.object({
  id: InterviewId,
  /** Where the caller may read it. */
  case: CaseId.optional(),
  status: Labelled,
  openedAt: Instant,
  deadline: z.object({ tier: z.int(), dueAt: Instant }),
  site: AgencyId,
  bookings: z.array(StandingBooking),
  links: Links,
});

export const listVisits = endpoint({
  method: 'GET',
  path: '/v1/interviews',
  operation: 'listVisits',
  function: 'interviews',
  action: 'task.list',
  summary: {
    ka: 'მიღებები, რომლებშიც უწყება მონაწილეობს: ვადა, დროები და ვის პასუხს ელოდებიან',
    en: 'The visits the agency has a part in: deadline, times, and whose answer is awaited',
  },
  query: {
    status: z.enum(['open', 'ended']).default('open'),
    limit: Limit,
    cursor: Cursor.optional(),
  },
  answers: { 200: listOf(VisitLine) },
  refuses: ['query-invalid'],
});
