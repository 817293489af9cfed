import * as z from 'zod';
import { Labels } from '../labels.ts';
import { isSourced, provenance, UNSOURCED } from '../provenance.ts';

/** A time on the wall, to the minute. */
export const TimeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

const Hours = z
  .strictObject({ from: TimeOfDay, to: TimeOfDay })
  .refine(({ from, to }) => from < to, { error: 'ends before it begins' });
export type Hours = z.infer<typeof Hours>;

const WorkingWeek = z.strictObject({
  monday: Hours.optional(),
  tuesday: Hours.optional(),
  wednesday: Hours.optional(),
  thursday: Hours.optional(),
  friday: Hours.optional(),
  saturday: Hours.optional(),
  sunday: Hours.optional(),
});
export type WorkingWeek = z.infer<typeof WorkingWeek>;

const FixedHoliday = z
  .strictObject({
    monthDay: z.string().regex(/^\d{2}-\d{2}$/),
    name: Labels,
    /** False while it is unverified that the day is off: then it counts as a working day. */
    observed: z.boolean(),
    ...provenance,
  })
  .refine(isSourced, UNSOURCED);

const MovableHoliday = z
  .strictObject({ name: Labels, dates: z.array(z.iso.date()).min(1), ...provenance })
  .refine(isSourced, UNSOURCED);

const Period = z
  .strictObject({ name: Labels, from: z.iso.date(), to: z.iso.date(), ...provenance })
  .refine(isSourced, UNSOURCED);

const SchoolYear = z
  .strictObject({ week: WorkingWeek, vacations: z.array(Period), ...provenance })
  .refine(isSourced, UNSOURCED);

/** Working time, holidays and school days of one country, as the pack states them. */
export const WorkingCalendar = z
  .strictObject({
    zone: z.string().min(1),
    /** The movable days are listed for this span; a later date needs a new edition. */
    covers: z.strictObject({ from: z.iso.date(), to: z.iso.date() }),
    week: WorkingWeek,
    fixed: z.array(FixedHoliday),
    movable: z.array(MovableHoliday),
    /** Days off by decree: each a date with its source. */
    decreed: z.array(MovableHoliday),
    school: SchoolYear,
    ...provenance,
  })
  .refine(isSourced, UNSOURCED);
export type WorkingCalendar = z.infer<typeof WorkingCalendar>;
