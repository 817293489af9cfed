import * as z from 'zod';
import { AgencyId } from '../ids.ts';
import { Code, Language } from '../text.ts';
import { Place, VisitPart } from './visit-part.ts';

/** A role of the visit as this plan needs it: by the pack's list, with what the case adds. */
export const PlannedRole = z.object({
  role: Code,
  parts: z.array(VisitPart).min(1),
  place: Place,
  required: z.boolean(),
  /** May take part by video. */
  video: z.boolean(),
  /** Another qualified person of the agency, or of its stand-in, may fill it. */
  standIn: z.boolean(),
  /** A person of an agency whose calendar the hub keeps, or somebody who is summoned. */
  from: z.enum(['resources', 'outside']),
  /** The agency that answers for the role: it confirms, and its resources are searched. */
  agency: AgencyId,
  /** Must be valid on the day. */
  qualification: Code.optional(),
  /** Must be spoken or signed by whoever fills it. */
  languages: z.array(Language),
  /** Asked for as a must. */
  sex: Code.optional(),
  /** Codes of why the role is there and why it is as it is; with their words in the pack. */
  because: z.array(Code),
});
export type PlannedRole = z.infer<typeof PlannedRole>;
