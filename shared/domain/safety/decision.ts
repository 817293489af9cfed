import * as z from 'zod';
import { TaskId } from '../ids.ts';
import { part } from '../part.ts';
import { Refusal } from '../refusal.ts';
import { Code } from '../text.ts';
import { Instant } from '../time.ts';

/** A measure that keeps somebody away or the child elsewhere; who it is against is sealed or a number. */
const Measure = z.object({
  kind: Code,
  /** Number of an alleged perpetrator of the case. */
  perpetrator: z.int().min(1).optional(),
  validUntil: Instant.optional(),
});

const base = {
  ...part('safety-decision'),
  /** When somebody looks again: overdue, the decision no longer counts. */
  reviewBy: Instant,
};

/** A decision on a child's safety: it rests on seeing the child, or says why it could not be seen. */
export const SafetyDecision = z.discriminatedUnion('result', [
  z.object({
    ...base,
    result: z.literal('seen'),
    childSeenAt: Instant,
    seenAlone: z.enum(['yes', 'no']),
    where: Code,
    sleepsTonight: Code,
    measures: z.array(Measure),
    siblingsChecked: z.enum(['yes', 'no', 'none']),
  }),
  z.object({
    ...base,
    result: z.literal('not-seen'),
    notSeen: Code,
    triedAt: Instant,
    where: Code.optional(),
    /** The tasks that were opened at once. */
    opened: z.array(TaskId),
  }),
]);
export type SafetyDecision = z.infer<typeof SafetyDecision>;
export type SeenDecision = Extract<SafetyDecision, { result: 'seen' }>;

/** Why a case has no decision that counts; a code of the pack's closure conditions. */
type Lapse = 'safety-decision-missing' | 'safety-review-overdue' | 'measure-ended';

/** The last of them; those of joined cases are numbered each for itself. */
const lastOf = (decisions: readonly SafetyDecision[]): SafetyDecision | undefined =>
  decisions.toSorted((a, b) => a.at.localeCompare(b.at) || a.number - b.number).at(-1);

/**
 * Decisions of a joined case that count for another case of the same child: those made after every
 * report of either.
 */
export const countingFor = (
  decisions: readonly SafetyDecision[],
  reports: readonly string[],
): SafetyDecision[] => decisions.filter(({ at }) => reports.every((report) => report <= at));

/** What is wrong with the last decision at this moment; nothing while it counts. */
export function lapseOf(decisions: readonly SafetyDecision[], at: string): Lapse | undefined {
  const last = lastOf(decisions);
  if (last?.result !== 'seen') return 'safety-decision-missing';
  if (last.reviewBy <= at) return 'safety-review-overdue';
  const ended = last.measures.some(
    ({ validUntil }) => validUntil !== undefined && validUntil <= at,
  );
  return ended ? 'measure-ended' : undefined;
}

/** Whether the child was seen in person, and not before the given instant. */
export const seenSince = (decisions: readonly SafetyDecision[], since: string): boolean =>
  decisions.some((decision) => decision.result === 'seen' && decision.childSeenAt >= since);

/** An assessment of safety is not done before a decision stands that its case can rely on. */
export function refuseUndecided(decisions: readonly SafetyDecision[], at: string): void {
  const lapse = lapseOf(decisions, at);
  if (lapse)
    throw new Refusal('safety-decision-missing', [{ pointer: 'safety/decision', code: lapse }]);
}
