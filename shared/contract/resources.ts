import * as z from 'zod';
import { AgencyId, BookingId, InterviewId, ResourceId } from '../domain/ids.ts';
import {
  Availability,
  Qualification,
  Resource,
  ResourceKind,
} from '../domain/resource/resource.ts';
import { ResourceSubmission } from '../domain/resource/submission.ts';
import { Code, Language } from '../domain/text.ts';
import { Instant } from '../domain/time.ts';
import { Labelled, Links, listOf } from './common.ts';
import { endpoint } from './endpoint.ts';

const params = { resourceId: ResourceId };

/** What an agency that plans a visit may know of what others can lend; without its name. */
export const ResourceLine = z.object({
  id: ResourceId,
  agency: AgencyId,
  kind: ResourceKind,
  /** To its own agency alone. */
  name: z.string().optional(),
  /** To its own agency alone: by it a wish of the child names whom it knows. */
  account: z.string().optional(),
  site: AgencyId.optional(),
  municipality: Code.optional(),
  qualifications: z.array(Qualification),
  languages: z.array(Language),
  capacity: z.int().optional(),
  accessible: z.boolean(),
  withdrawnAt: Instant.optional(),
  links: Links,
});

/** The whole of it, for the agency that keeps it; for others what stands in a list. */
export const ResourceView = ResourceLine.extend({
  mail: z.string().optional(),
  sex: Code.optional(),
  availability: Availability.optional(),
  buffers: Resource.shape.buffers.optional(),
  observes: z.array(ResourceId).optional(),
  /** Of an outside calendar: how much of it is known, and how far ahead. */
  outside: z
    .object({ intervals: z.int(), readAt: Instant, until: Instant, refreshes: z.boolean() })
    .optional(),
  version: z.int(),
});

/** A booking that cannot stand as it is. */
export const BrokenBooking = z.object({
  interview: InterviewId,
  booking: BookingId,
  state: z.enum(['held', 'booked']),
  role: Labelled.optional(),
  start: Instant,
  end: Instant,
  because: z.array(Labelled).min(1),
  links: Links,
});

/** What came of a change: days closed or opened, and what breaks by it. */
export const ResourceChanged = ResourceView.extend({
  closed: z.array(z.iso.date()),
  opened: z.array(z.iso.date()),
  breaks: z.array(BrokenBooking),
});

/** Somebody or something else that is free, and as able, for the same time. */
const Repair = z.object({ resource: ResourceId, agency: AgencyId, standIn: z.boolean() });

export const BrokenList = z.object({
  items: z.array(
    BrokenBooking.extend({
      repairs: z.array(Repair),
      /** Nobody else is free: another time has to be found. */
      otherTime: z.boolean(),
    }),
  ),
});

export const putResource = endpoint({
  method: 'PUT',
  path: '/v1/resources/{resourceId}',
  operation: 'putResource',
  function: 'resources',
  action: 'resource.manage',
  summary: {
    ka: 'თანამშრომლის, ოთახის, ჩამწერის ან ავტომობილის ჩაწერა ან მთლიანად შეცვლა; პასუხი ამბობს, რომელი დაჯავშნა ირღვევა',
    en: 'Enter a person, room, recorder or vehicle, or replace it as a whole; the answer says which bookings break',
  },
  params,
  body: ResourceSubmission,
  conditional: 'once-there',
  answers: { 200: ResourceChanged },
  refuses: [
    'not-found',
    'resource-invalid',
    'leave-over-booking',
    'too-many-days',
    'if-match-absent',
    'changed-meanwhile',
  ],
});

export const getResource = endpoint({
  method: 'GET',
  path: '/v1/resources/{resourceId}',
  operation: 'getResource',
  function: 'resources',
  action: 'resource.read',
  summary: {
    ka: 'რესურსი: საკუთარ უწყებას მთლიანად, სხვას სახელის გარეშე',
    en: 'A resource: the whole of it to its own agency, to others without a name',
  },
  params,
  answers: { 200: ResourceView },
  refuses: ['not-found'],
});

export const listResources = endpoint({
  method: 'GET',
  path: '/v1/resources',
  operation: 'listResources',
  function: 'resources',
  action: 'resource.read',
  summary: {
    ka: 'უწყების რესურსები; სახელები მხოლოდ საკუთარ უწყებას უჩანს',
    en: 'The resources of an agency; their names are for its own people alone',
  },
  query: { agency: AgencyId },
  answers: { 200: listOf(ResourceLine) },
  refuses: ['not-found'],
});

export const listBroken = endpoint({
  method: 'GET',
  path: '/v1/resources/{resourceId}/broken',
  operation: 'listBroken',
  function: 'resources',
  action: 'resource.read',
  summary: {
    ka: 'დაჯავშნები, რომლებიც ამ რესურსის გარეშე დარჩა, და ვის შეუძლია შეცვლა',
    en: 'Bookings that have lost this resource, and who or what can take its place',
  },
  params,
  answers: { 200: BrokenList },
  refuses: ['not-found'],
});

/** Larger than any calendar of a year; the hub takes less in one call (64 kB). */
const CALENDAR_MOST = 256 * 1024;

export const BusyTimesRead = z.object({
  resource: ResourceId,
  /** Busy intervals that are kept, those that touch as one. */
  intervals: z.int(),
  until: Instant,
  /** What was understood, and what was left out and why. */
  understood: z.object({ events: z.int(), freeBusy: z.int(), occurrences: z.int() }),
  skipped: z.array(z.object({ because: z.string(), count: z.int() })),
  version: z.int(),
});

export const putBusyTimes = endpoint({
  method: 'PUT',
  path: '/v1/resources/{resourceId}/busy-times',
  operation: 'putBusyTimes',
  // With the other links to agencies' own systems: reading a calendar takes a parser of its own.
  function: 'partners',
  action: 'resource.manage',
  summary: {
    ka: 'დაკავებული დრო სხვა კალენდრიდან (iCalendar); ინახება მხოლოდ საათები',
    en: 'Busy times of an outside calendar (iCalendar); only the times are kept',
  },
  params,
  body: z.strictObject({ calendar: z.string().min(1).max(CALENDAR_MOST) }),
  answers: { 200: BusyTimesRead },
  refuses: ['not-found', 'calendar-unreadable'],
});
