import * as z from 'zod';
import { Purpose, TimedPart } from '../domain/booking/booking.ts';
import { AgencyId, BookingId, InterviewId, ResourceId } from '../domain/ids.ts';
import { Moment } from '../domain/moment.ts';
import { Code } from '../domain/text.ts';
import { Instant } from '../domain/time.ts';
import { Labelled, Links, Note } from './common.ts';
import { endpoint } from './endpoint.ts';

/** A time with all that it takes: held until every agency has confirmed, then booked. */
export const BookingView = z.object({
  id: BookingId,
  interview: InterviewId,
  purpose: Purpose,
  state: Labelled,
  start: Instant,
  end: Instant,
  site: AgencyId,
  parts: z.array(TimedPart),
  agencies: z.array(
    z.object({
      agency: AgencyId,
      roles: z.array(Labelled),
      state: z.enum(['asked', 'confirmed', 'declined']),
      at: Instant.optional(),
    }),
  ),
  takes: z.array(
    z.object({
      resource: ResourceId,
      as: Code.optional(),
      day: z.iso.date(),
      from: z.string(),
      to: z.string(),
    }),
  ),
  heldAt: Instant,
  heldBy: AgencyId,
  expiresAt: Instant.optional(),
  bookedAt: Instant.optional(),
  endedAt: Instant.optional(),
  reason: Code.optional(),
  breach: Code.optional(),
  sequence: z.int(),
  version: z.int(),
  links: Links,
});

/** A proposal as the search gave it. */
const Slot = z.string().min(1).max(40_000);
const visit = { interviewId: InterviewId };
const params = { ...visit, bookingId: BookingId };

const TAKING = [
  'not-found',
  'body-invalid',
  'unknown-code',
  'in-the-past',
  'proposal-expired',
  'proposal-outdated',
  'breach-reason-missing',
  'slot-taken',
  'interview-frozen',
  'interview-not-to-book',
  'busy',
  'still-running',
  'idempotency-key-reused',
] as const;
const STANDING = ['not-found', 'booking-over', 'hold-expired', 'interview-frozen', 'busy'] as const;
const ONCE = ['still-running', 'idempotency-key-reused'] as const;

export const holdSlot = endpoint({
  method: 'POST',
  path: '/v1/interviews/{interviewId}/holds',
  operation: 'holdSlot',
  function: 'bookings',
  action: 'interview.book',
  summary: {
    ka: 'შემოთავაზებული დროის დროებით დაჯავშნა ყველა მონაწილის დადასტურებამდე',
    en: 'Holds a proposed time for everybody until all have confirmed',
  },
  params: visit,
  body: z.strictObject({ slot: Slot, breach: Code.optional() }),
  idempotent: true,
  answers: { 201: BookingView },
  refuses: [...TAKING, 'time-held-already'],
});

export const listBookings = endpoint({
  method: 'GET',
  path: '/v1/interviews/{interviewId}/bookings',
  operation: 'listBookings',
  function: 'bookings',
  action: 'interview.read',
  summary: {
    ka: 'გამოკითხვის ყველა ჯავშანი: მოქმედი და ყოფილი',
    en: 'All bookings of an interview, those that stand and those that are over',
  },
  params: visit,
  answers: { 200: z.object({ items: z.array(BookingView) }) },
  refuses: ['not-found'],
});

export const confirmBooking = endpoint({
  method: 'POST',
  path: '/v1/interviews/{interviewId}/bookings/{bookingId}/confirmations',
  operation: 'confirmBooking',
  function: 'bookings',
  action: 'interview.answer',
  summary: {
    ka: 'უწყება დასწრებას ადასტურებს; ბოლო დადასტურებით დრო დაჯავშნილია',
    en: 'An agency confirms its presence; with the last one the time is booked',
  },
  params,
  answers: { 200: BookingView },
  refuses: [...STANDING, 'not-asked-to-confirm', 'not-qualified-then'],
});

export const declineBooking = endpoint({
  method: 'POST',
  path: '/v1/interviews/{interviewId}/bookings/{bookingId}/declines',
  operation: 'declineBooking',
  function: 'bookings',
  action: 'interview.answer',
  summary: {
    ka: 'უწყება ამ დროს ვერ ესწრება: ეკითხებიან შემცვლელს, ან დრო თავისუფლდება',
    en: 'An agency cannot come: a stand-in is asked, or the time is free again',
  },
  params,
  body: z.strictObject({
    reason: Code,
    /** Of the roles it answers for; all, where none is named. */
    roles: z.array(Code).min(1).max(20).optional(),
    alternative: z.union([
      z
        .strictObject({ from: Moment, to: Moment })
        .refine(({ from, to }) => from < to, { error: 'ends before it begins' }),
      z.literal('nobody'),
    ]),
  }),
  idempotent: true,
  answers: { 200: BookingView },
  refuses: [...STANDING, ...ONCE, 'not-asked-to-confirm', 'unknown-code', 'not-qualified-then'],
});

export const moveBooking = endpoint({
  method: 'POST',
  path: '/v1/interviews/{interviewId}/bookings/{bookingId}/moves',
  operation: 'moveBooking',
  function: 'bookings',
  action: 'interview.book',
  summary: {
    ka: 'სხვა დროზე გადატანა ერთი ნაბიჯით; ყველას ხელახლა ეკითხებიან',
    en: 'Moves to another time in one step; everybody is asked again',
  },
  params,
  body: z.strictObject({ slot: Slot, breach: Code.optional() }),
  idempotent: true,
  answers: { 201: BookingView },
  refuses: [...TAKING, 'booking-over', 'hold-expired'],
});

export const cancelBooking = endpoint({
  method: 'POST',
  path: '/v1/interviews/{interviewId}/bookings/{bookingId}/cancellations',
  operation: 'cancelBooking',
  function: 'bookings',
  action: 'interview.cancel',
  summary: {
    ka: 'ჯავშნის გაუქმება მიზეზით; გამოკითხვა კვლავ იგეგმება',
    en: 'Cancels a booking with its reason; the interview is planned again',
  },
  params,
  body: z.strictObject({ reason: Code }),
  idempotent: true,
  answers: { 200: BookingView },
  refuses: [...STANDING, ...ONCE, 'unknown-code'],
});

export const recordNoShow = endpoint({
  method: 'POST',
  path: '/v1/interviews/{interviewId}/bookings/{bookingId}/no-shows',
  operation: 'recordNoShow',
  function: 'bookings',
  action: 'interview.answer',
  summary: {
    ka: 'აღრიცხვა, რომ ვიღაც დაჯავშნილ დროს არ გამოცხადდა',
    en: 'Records that somebody did not come at the booked time',
  },
  params,
  body: z.strictObject({ who: Code, note: Note.optional() }),
  idempotent: true,
  answers: { 200: BookingView },
  refuses: [...STANDING, ...ONCE, 'unknown-code', 'visit-not-yet'],
});
