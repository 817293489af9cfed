import { Temporal } from 'temporal-polyfill';
import * as z from 'zod';
import { Code } from '../text.ts';
import { text } from '../time.ts';
import { DutyPerson, Reachable } from './person.ts';

/** An instant as people and systems write it; kept in UTC, so that instants sort as text. */
const Moment = z.iso
  .datetime({ offset: true })
  .transform((written) => text(Temporal.Instant.from(written)));

/** A roster as an agency sends it: its people once, and the shifts that point to them. */
export const RosterSubmission = z.strictObject({
  people: z.array(DutyPerson).min(1).max(60),
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
