import * as z from 'zod';
import { Length } from '../clock/definition.ts';
import { isSourced, provenance, UNSOURCED } from '../provenance.ts';

/** What the pack says of looking into a record in an emergency, and of proving who looked. */
export const AccessTerms = z.strictObject({
  /** How long a ticket opens a record; never more than an hour. */
  ticket: z
    .strictObject({ minutes: z.int().min(5).max(60), ...provenance })
    .refine(isSourced, UNSOURCED),
  /** How long ago whoever breaks the glass may have shown the second factor. */
  signIn: z
    .strictObject({ minutes: z.int().min(1).max(60), ...provenance })
    .refine(isSourced, UNSOURCED),
  /** A reason has so many signs at least, and so much of an earlier one makes it the same, in percent. */
  reason: z
    .strictObject({ least: z.int().min(30), alike: z.int().min(50).max(100), ...provenance })
    .refine(isSourced, UNSOURCED),
  /** Within so long an incident is notified to the supervisory authority and to the persons. */
  incident: z
    .strictObject({ within: Length, warnBefore: Length, ...provenance })
    .refine(isSourced, UNSOURCED),
});
export type AccessTerms = z.infer<typeof AccessTerms>;
