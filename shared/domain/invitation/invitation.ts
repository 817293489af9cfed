import * as z from 'zod';
import { Purpose } from '../booking/booking.ts';
import { AgencyId, InterviewId, ResourceId } from '../ids.ts';
import { Code } from '../text.ts';
import { Instant } from '../time.ts';

/**
 * What the calendar of one person, room or device says of one booking: when, where and as what, and
 * nothing of the child. It outlives the booking, so that a calendar hears of the cancellation too.
 */
export const Invitation = z.object({
  what: z.literal('invitation'),
  resource: ResourceId,
  interview: InterviewId,
  purpose: Purpose,
  /** One above what calendars call the sequence; it only rises, for each recipient by itself. */
  version: z.int().min(1),
  status: z.enum(['tentative', 'confirmed', 'cancelled']),
  start: Instant,
  end: Instant,
  site: AgencyId,
  role: Code.optional(),
  changedAt: Instant,
  /** The last version that went out by mail; 0: none did. */
  mailed: z.int().min(0),
});
export type Invitation = z.infer<typeof Invitation>;

/** The same in every file and on every change: calendars find the entry again by it. */
export const uidOf = ({ interview, purpose, resource }: Invitation): string =>
  `${interview}.${purpose}.${resource}@ertad`;

/** RFC 5545 counts from 0. */
export const sequenceOf = ({ version }: Pick<Invitation, 'version'>): number => version - 1;
