import * as z from 'zod';
import { AgencyId, FileId, ResourceId } from '../ids.ts';
import { Sealed } from '../sealed.ts';
import { Code, Language } from '../text.ts';
import { Instant } from '../time.ts';
import { SealedBox } from '../webhook/endpoint.ts';

export const ResourceKind = z.enum([
  'person',
  'interview-room',
  'observation-room',
  'medical-room',
  'waiting-room',
  'recorder',
  'vehicle',
]);
export type ResourceKind = z.infer<typeof ResourceKind>;

export const Clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/);
/** Local times of the pack's zone; the end does not belong to it. */
export const Hours = z.object({ from: Clock, to: Clock }).refine(({ from, to }) => from < to, {
  error: 'ends before it begins',
});

export const Weekday = z.enum([
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
]);

const Days = z
  .object({ from: z.iso.date(), to: z.iso.date() })
  .refine(({ from, to }) => from <= to, { error: 'ends before it begins' });

/** What somebody is qualified to be, or for what a room is accredited; both days belong to it. */
export const Qualification = z.object({
  code: Code,
  from: z.iso.date(),
  to: z.iso.date().optional(),
});

/** When it can be had. Whatever is not in the pattern, an exception or on call is not free. */
export const Availability = z.object({
  pattern: z.partialRecord(Weekday, z.array(Hours)),
  /** Days on which other hours hold; none at all means closed. */
  exceptions: z.array(z.object({ date: z.iso.date(), hours: z.array(Hours) })),
  leave: z.array(Days.safeExtend({ kind: z.enum(['leave', 'sick', 'training', 'maintenance']) })),
  /** Beyond the pattern, for what cannot wait. */
  onCall: z.array(z.object({ from: Instant, to: Instant })),
  /** Works on public holidays as on other days. */
  onHolidays: z.boolean(),
});
export type Availability = z.infer<typeof Availability>;

/** A busy time of an outside calendar: when, and nothing else. */
export const Busy = z.object({ from: Instant, to: Instant });
export type Busy = z.infer<typeof Busy>;

/** A person, a room, a recorder or a vehicle that can be booked. A person's name is sealed. */
export const Resource = z.object({
  what: z.literal('resource'),
  id: ResourceId,
  agency: AgencyId,
  file: FileId,
  version: z.int().min(1),
  kind: ResourceKind,
  /** Where it stands or works: a centre, or another agency with an accredited room. */
  site: AgencyId.optional(),
  /** Where a person or a vehicle sets out from. */
  municipality: Code.optional(),
  qualifications: z.array(Qualification),
  languages: z.array(Language),
  sex: Code.optional(),
  /** The account of the person: for conflicts of interest and the calendar. */
  account: z.string().optional(),
  availability: Availability,
  /** From the last import of an outside calendar. */
  outside: z.object({ busy: z.array(Busy), readAt: Instant, until: Instant }).optional(),
  /** Where that calendar is, sealed: whoever has its address can often read it. */
  outsideAddress: SealedBox.optional(),
  /** Minutes kept free before and after each booking. */
  buffers: z.object({ before: z.int().min(0), after: z.int().min(0) }),
  /** Of a room: how many people; of a vehicle: seats. */
  capacity: z.int().min(1).optional(),
  /** Of an observation room: the interview rooms it looks into. */
  observes: z.array(ResourceId).optional(),
  accessible: z.boolean(),
  /** No longer to be booked. */
  withdrawnAt: Instant.optional(),
  /** SHA-256 of the secret in the address of its calendar. */
  calendar: z.string().optional(),
  sealed: Sealed.optional(),
});
export type Resource = z.infer<typeof Resource>;
