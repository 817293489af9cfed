import * as z from 'zod';
import { AgencyId, FileId, ReferralId, TaskId } from '../ids.ts';
import { PolicyReference } from '../journal/event.ts';
import { Urgency } from '../task/statuses.ts';
import { Code } from '../text.ts';
import { Instant } from '../time.ts';

const Words = z.object({ ka: z.string(), en: z.string() });

/** Why one agency was given one task. */
const RoutedTask = z.object({
  task: TaskId,
  agency: AgencyId,
  kind: Code,
  role: z.enum(['lead', 'participant', 'informed']),
  urgency: Urgency,
  deadline: Instant.optional(),
  rule: Code,
  why: Words,
  /** Said instead to whoever does not lead. */
  toOthers: Words.optional(),
});

/** The decision of one routing, kept as it was made: one a revision, never made twice. */
export const Routing = z.object({
  what: z.literal('routing'),
  referral: ReferralId,
  file: FileId,
  revision: z.int().min(1),
  version: z.literal(1),
  at: Instant,
  policy: PolicyReference,
  level: z.int().min(1).max(4).optional(),
  /** How many related children the reports had named by then; each is routed by itself. */
  children: z.int().min(0).optional(),
  /** The related child that was routed, and the referral of its own that this made. */
  child: z.int().min(1).optional(),
  became: ReferralId.optional(),
  tasks: z.array(RoutedTask),
});
export type Routing = z.infer<typeof Routing>;
