import * as z from 'zod';
import { AgencyId, TaskId } from '../ids.ts';
import { part } from '../part.ts';
import type { Hindrance } from '../refusal.ts';
import { Code } from '../text.ts';
import { Instant } from '../time.ts';

/** The municipality of a family that is gone. */
export const NOWHERE = 'unknown';

/** A child has moved, or is gone: from where it was led, and who is asked to lead now. */
export const Move = z.object({
  ...part('move'),
  from: AgencyId,
  /** The unit competent where the child is now; absent while nobody knows where that is. */
  to: AgencyId.optional(),
  municipality: Code,
  since: z.iso.date(),
  source: Code,
  /** The work of taking over; absent where the same unit stays competent. */
  task: TaskId.optional(),
  /** When the two units talked; until then both see the case. */
  handedOverAt: Instant.optional(),
});
export type Move = z.infer<typeof Move>;

/** What moves leave open: a talk that is owed, and a child of whom nobody knows where it is. */
export function openMoves(moves: readonly Move[]): Hindrance[] {
  const owed = moves.filter(({ task, handedOverAt }) => task !== undefined && !handedOverAt);
  const last = moves.at(-1);
  return [
    ...owed.map(({ number }) => ({ pointer: `moves/${number}`, code: 'handover-missing' })),
    ...(last?.municipality === NOWHERE
      ? [{ pointer: `moves/${last.number}`, code: 'place-not-known' }]
      : []),
  ];
}
