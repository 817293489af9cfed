import * as z from 'zod';
import { Purpose, TimedPart } from '../domain/booking/booking.ts';
import { AgencyId, InterviewId, ResourceId } from '../domain/ids.ts';
import { Instant } from '../domain/time.ts';
import { Labelled } from './common.ts';
import { endpoint } from './endpoint.ts';

/** A stretch of the day that is taken. Without a visit it is one the reader may not see. */
const Stretch = z.object({
  from: Instant,
  to: Instant,
  state: z.enum(['held', 'booked', 'over']),
  /** Until when it is held. */
  expiresAt: Instant.optional(),
  visit: InterviewId.optional(),
  purpose: Purpose,
  role: Labelled.optional(),
  /** Lent to a visit in another house. */
  elsewhere: z.boolean(),
});

const Row = z.object({
  what: z.enum(['zone', 'room', 'person', 'device']),
  kind: Labelled,
  resource: ResourceId.optional(),
  name: z.string().optional(),
  /** Why it cannot be had that day. */
  closed: Labelled.optional(),
  taken: z.array(Stretch),
});

/** Somebody comes or goes: the child, what brings it, or whoever has a role. */
const Movement = z.object({
  at: Instant,
  way: z.enum(['arrives', 'leaves']),
  visit: InterviewId,
  who: Labelled,
  agency: AgencyId.optional(),
  name: z.string().optional(),
  /** May take part from afar. */
  video: z.boolean(),
});

const VisitOfDay = z.object({
  id: InterviewId,
  purpose: Purpose,
  status: Labelled,
  state: Labelled,
  expiresAt: Instant.optional(),
  start: Instant,
  end: Instant,
  parts: z.array(TimedPart),
  /** How far it is prepared; of a meeting nothing is. */
  preparation: z.object({ ready: z.boolean(), open: z.int() }).optional(),
});

export const CentreDay = z.object({
  agency: AgencyId,
  day: z.iso.date(),
  rows: z.array(Row),
  visits: z.array(VisitOfDay),
  /** In the order of the day. */
  movements: z.array(Movement),
  /** Visits of which the children must not meet, and whether that is kept. */
  separation: z.array(
    z.object({
      visits: z.array(InterviewId),
      must: z.enum(['never-there-together', 'not-meet']),
      kept: z.boolean(),
    }),
  ),
});

export const centreDay = endpoint({
  method: 'GET',
  path: '/v1/agencies/{agencyId}/days/{day}',
  operation: 'centreDay',
  function: 'resources',
  action: 'centre.read',
  summary: {
    ka: 'ცენტრის დღე: ოთახები და ზონები, ვინ როდის მოდის და მიდის, ვინ არ უნდა შეხვდეს ერთმანეთს და რა არის მზად',
    en: 'The day of a centre: rooms and zones, who comes and goes when, who must not meet, what is ready',
  },
  params: { agencyId: AgencyId, day: z.iso.date() },
  answers: { 200: CentreDay },
  refuses: ['not-found'],
});
