import * as z from 'zod';
import { AgencyId } from '../ids.ts';
import { Code } from '../text.ts';

/** Quarters of a civil day in the pack's zone, counted from midnight. */
export const QUARTERS_A_DAY = 96;
export const QUARTER_MINUTES = 15;

/**
 * Whose day it is: a resource by its id, a child by the case that goes on for it, a zone of a centre
 * (`centre-tbilisi.waiting`), or two parties that must never be there together.
 */
export const SheetId = z
  .string()
  .regex(/^[a-z0-9]+([._-][a-z0-9]+)*$/)
  .max(120);
export type SheetId = z.infer<typeof SheetId>;

/** Some quarters of one day of one sheet that a booking takes: the first, and the one after the last. */
export const Claim = z
  .object({
    sheet: SheetId,
    day: z.iso.date(),
    from: z
      .int()
      .min(0)
      .max(QUARTERS_A_DAY - 1),
    to: z.int().min(1).max(QUARTERS_A_DAY),
    /** The role it is taken for; absent for rooms, recorders, vehicles, zones and the child. */
    role: Code.optional(),
    /** What it is, where it is no person: the kind of the resource. */
    kind: Code.optional(),
    /** The agency that answers for it. */
    agency: AgencyId.optional(),
    /** Bookings of one group may share the quarters: children of one family in one zone. */
    group: z.string().optional(),
  })
  .refine(({ from, to }) => from < to, { error: 'ends before it begins' });
export type Claim = z.infer<typeof Claim>;
