import * as z from 'zod';
import { AgencyId, TaskId } from '../ids.ts';
import { part } from '../part.ts';
import { Code } from '../text.ts';

/** How a thing done after the interview stands. */
export const CareState = z.enum(['done', 'not-done', 'offered', 'accepted', 'started', 'declined']);
export type CareState = z.infer<typeof CareState>;

/** One thing done, or not done, for child and family after the interview; the words are sealed. */
export const Aftercare = z.object({
  ...part('aftercare'),
  /** The sitting after which it was. */
  session: z.int().min(1),
  code: Code,
  state: CareState,
  reason: Code.optional(),
  /** Of the screening for self-harm. */
  result: Code.optional(),
  /** The agency whose person the child may call. */
  agency: AgencyId.optional(),
  /** When somebody looks again. */
  followUp: z.iso.date().optional(),
  /** Work that was handed over at once. */
  tasks: z.array(TaskId).optional(),
});
export type Aftercare = z.infer<typeof Aftercare>;

/** The last word on an item. */
export const lastOf = (code: string, entries: readonly Aftercare[]): Aftercare | undefined =>
  entries.filter((one) => one.code === code).at(-1);

/** What may follow what: an offer that was declined can be made again. */
const AFTER: Readonly<Record<CareState | 'nothing', readonly CareState[]>> = {
  nothing: ['offered', 'declined'],
  offered: ['accepted', 'declined'],
  accepted: ['started', 'declined'],
  started: [],
  declined: ['offered'],
  done: [],
  'not-done': ['offered'],
};

/** Whether this step of the care is the next one. It waits for nothing else, no report, no court. */
export const mayFollow = (before: CareState | undefined, next: CareState): boolean =>
  AFTER[before ?? 'nothing'].includes(next);
