import * as z from 'zod';
import { Purpose } from '../domain/booking/booking.ts';
import { AgencyId, InterviewId, ResourceId } from '../domain/ids.ts';
import { Moment } from '../domain/moment.ts';
import { Code } from '../domain/text.ts';
import { Instant } from '../domain/time.ts';
import { Labelled, Links } from './common.ts';
import { endpoint } from './endpoint.ts';

const params = { interviewId: InterviewId };
const Stretch = z.object({ start: Instant, end: Instant });

const Person = z.object({
  role: Labelled,
  resource: ResourceId,
  agency: AgencyId,
  /** For the person's own agency and for the unit that leads the case. */
  name: z.string().optional(),
  standIn: z.boolean(),
  video: z.boolean(),
  travel: z.object({ there: Stretch, back: Stretch }).optional(),
});

const Why = z.object({
  code: Code,
  label: z.string(),
  points: z.number(),
  role: Labelled.optional(),
  resource: ResourceId.optional(),
});

export const SlotView = z.object({
  purpose: Purpose,
  start: Instant,
  end: Instant,
  site: AgencyId,
  parts: z.array(z.object({ part: Labelled, start: Instant, end: Instant })),
  people: z.array(Person),
  absent: z.array(Labelled),
  rooms: z.array(z.object({ kind: Labelled, resource: ResourceId })),
  transport: z
    .object({
      vehicle: ResourceId,
      agency: AgencyId,
      accessible: z.boolean(),
      minutes: z.int(),
      there: Stretch.optional(),
      back: Stretch.optional(),
    })
    .optional(),
  dueAt: Instant,
  inTime: z.boolean(),
  confirms: z.array(z.object({ agency: AgencyId, roles: z.array(Code) })),
  score: z.number(),
  why: z.array(Why),
  validUntil: Instant,
  /** Signed, and bound to the caller: what holding takes. */
  slot: z.string(),
});

const Dates = z.object({ from: z.iso.date(), to: z.iso.date(), starts: z.int() });
const counted = { count: z.int(), first: Instant.optional(), dates: z.array(Dates) };
const Help = z.object({
  code: Code,
  label: z.string(),
  says: z.string(),
  count: z.int().optional(),
  first: Instant.optional(),
  dates: z.array(Dates).optional(),
});

export const BlockerView = z.object({
  codes: z.array(Labelled).min(1),
  says: z.string(),
  ...counted,
  helps: z.array(Help),
});

/** A search looks no further ahead: what is taken of so many days comes in one read. */
export const SEARCH_DAYS_MOST = 90;

const YesNo = z.enum(['yes', 'no']);

export const findSlots = endpoint({
  method: 'GET',
  path: '/v1/interviews/{interviewId}/slots',
  operation: 'findSlots',
  function: 'bookings',
  action: 'interview.plan',
  summary: {
    ka: 'მიღების ან დაგეგმვის შეხვედრის შესაძლო დროები, საუკეთესო პირველი; თუ არ არის — რა უშლის ხელს',
    en: 'Times for the visit or its planning meeting, best first; where there is none, what prevents it',
  },
  params,
  query: {
    from: Moment.optional(),
    to: Moment.optional(),
    limit: z.coerce.number().int().min(1).max(100).optional(),
    purpose: Purpose.default('visit'),
    standIns: YesNo.default('no'),
    video: YesNo.default('yes'),
    onCall: YesNo.optional(),
  },
  answers: {
    200: z.object({
      items: z.array(SlotView),
      dueAt: Instant,
      blockers: z.array(BlockerView),
      helps: z.array(Help),
    }),
  },
  refuses: [
    'not-found',
    'query-invalid',
    'visit-plan-closed',
    'accused-not-at-visit',
    'harming-child-not-at-visit',
  ],
});

/** A visit that waits for time to become free. */
export const WaitingView = z.object({
  at: Instant,
  reason: Labelled,
  dueAt: Instant,
  /** When it is tried again at the latest. */
  next: Instant.optional(),
  endedAt: Instant.optional(),
  unreachableSince: Instant.optional(),
  links: Links,
});

export const waitForSlot = endpoint({
  method: 'POST',
  path: '/v1/interviews/{interviewId}/waiting',
  operation: 'waitForSlot',
  function: 'bookings',
  action: 'interview.book',
  summary: {
    ka: 'რიგში ჩაწერა: როცა დრო გათავისუფლდება, ყველაზე ახლო ვადის მიღებას დაეჯავშნება',
    en: 'Waits for time to become free: it is held for the visit with the nearest deadline',
  },
  params,
  body: z.strictObject({ reason: Code }),
  idempotent: true,
  answers: { 201: WaitingView },
  refuses: [
    'not-found',
    'unknown-code',
    'visit-plan-closed',
    'already-waiting',
    'still-running',
    'idempotency-key-reused',
  ],
});
