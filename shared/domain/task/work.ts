import * as z from 'zod';
import { ClockName } from '../clock/definition.ts';
import { Labels } from '../labels.ts';
import { isSourced, provenance, UNSOURCED } from '../provenance.ts';
import { TaskRole, Track, Urgency } from './statuses.ts';

/** Work the hub asks for outside the routing rules: whom it asks follows from what happened. */
export const Work = z
  .strictObject({
    kind: z.string(),
    track: Track,
    role: TaskRole,
    urgency: Urgency,
    clocks: z.array(ClockName).min(1),
    instructions: z.array(z.string()),
    why: Labels,
    ...provenance,
  })
  .refine(isSourced, UNSOURCED);
export type Work = z.infer<typeof Work>;

/** Such work, and when refusals of any work call the national desk. */
export const Works = z.strictObject({
  works: z.array(Work).min(1),
  refusals: z
    .strictObject({
      /** So many refusals of the same work, and a person at the national desk decides. */
      toDesk: z.int().min(1),
      ...provenance,
    })
    .refine(isSourced, UNSOURCED),
});
export type Works = z.infer<typeof Works>;
