import * as z from 'zod';
import { AgencyId, ResourceId } from '../ids.ts';
import { Moment } from '../moment.ts';
import { Code, Language, line } from '../text.ts';
import { Availability, Clock, ResourceKind, Weekday } from './resource.ts';

const Hours = z.strictObject({ from: Clock, to: Clock });
const DayHours = z.array(Hours).max(6);

const { kind: LeaveKind } = Availability.shape.leave.element.shape;

/** When it can be had, as its agency sends it; what cannot be meant so is refused by pointer. */
const AvailabilitySubmission = z.strictObject({
  pattern: z.partialRecord(Weekday, DayHours),
  exceptions: z
    .array(z.strictObject({ date: z.iso.date(), hours: DayHours }))
    .max(200)
    .default([]),
  leave: z
    .array(z.strictObject({ from: z.iso.date(), to: z.iso.date(), kind: LeaveKind }))
    .max(60)
    .default([]),
  onCall: z
    .array(z.strictObject({ from: Moment, to: Moment }))
    .max(120)
    .default([]),
  onHolidays: z.boolean().default(false),
});

/** Four hours: longer than any pause between two visits. */
const Buffer = z.int().min(0).max(240);

/** A person, room, recorder or vehicle as its agency sends it: the whole of it, each time. */
export const ResourceSubmission = z.strictObject({
  kind: ResourceKind,
  /** Of a person the name, of a room what it is called; it is kept sealed. */
  name: line(150).optional(),
  /** Where invitations of a person go; kept sealed. */
  mail: z.email().max(254).optional(),
  site: AgencyId.optional(),
  municipality: Code.optional(),
  qualifications: z
    .array(z.strictObject({ code: Code, from: z.iso.date(), to: z.iso.date().optional() }))
    .max(40)
    .default([]),
  languages: z.array(Language).max(20).default([]),
  sex: Code.optional(),
  account: z.string().min(1).max(128).optional(),
  availability: AvailabilitySubmission,
  buffers: z.strictObject({ before: Buffer, after: Buffer }).default({ before: 0, after: 0 }),
  capacity: z.int().min(1).max(100).optional(),
  observes: z.array(ResourceId).min(1).max(10).optional(),
  accessible: z.boolean().default(false),
  /** No longer to be booked. */
  withdrawn: z.boolean().default(false),
});
export type ResourceSubmission = z.infer<typeof ResourceSubmission>;
