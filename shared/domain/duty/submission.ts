import * as z from 'zod';
import { Moment } from '../moment.ts';
import { Code, Phone } from '../text.ts';
import { DutyPerson, Reachable } from './person.ts';

/** A roster as an agency sends it: its people once, and the shifts that point to them. */
export const RosterSubmission = z.strictObject({
  people: z.array(DutyPerson).min(1).max(60),
  /** The unit’s own number, for whoever reported and cannot reach the hub; never a person’s. */
  desk: Phone.optional(),
  /** Who heads the agency: called where nobody on duty answers. */
  head: Reachable.optional(),
  shifts: z
    .array(
      z.strictObject({
        from: Moment,
        to: Moment,
        person: z.int().min(0),
        car: Code.optional(),
      }),
    )
    .min(1)
    .max(400),
});
export type RosterSubmission = z.infer<typeof RosterSubmission>;
