import * as z from 'zod';
import { AgencyId } from '../ids.ts';

/** What is decided at planning; what is absent is not decided, and the pack's own way stands. */
export const VisitChoices = z.object({
  /** Where the child sees or hears the interpreter. */
  interpreter: z.enum(['room', 'screen']).optional(),
  /** Somebody of the child's own municipality is accepted; the reason stands in an exception. */
  interpreterFromNear: z.boolean().optional(),
  /** The child chose somebody; refused only with a written reason, which stands in an exception. */
  companion: z.enum(['wanted', 'refused']).optional(),
  /** Asked for as a must. */
  interviewerSex: z.enum(['female', 'male']).optional(),
  /** Another place than the hub found; the reason stands in an exception. */
  site: AgencyId.optional(),
});
export type VisitChoices = z.infer<typeof VisitChoices>;
