import { Temporal } from 'temporal-polyfill';
import * as z from 'zod';
import { ClockName } from '../clock/definition.ts';
import { AgencyId, ReferralId } from '../ids.ts';
import { Labels } from '../labels.ts';
import { isSourced, provenance, UNSOURCED } from '../provenance.ts';
import { Urgency } from '../task/statuses.ts';
import { Instant, text } from '../time.ts';

/** What the pack says of a child about whom it is reported again. */
export const SameChild = z
  .strictObject({
    /** How long a referral is compared with later ones. */
    lookBackDays: z.int().min(1),
    /** How much longer its hash is kept, for reports that are routed late. */
    keptBeyondDays: z.int().min(0),
    /** A report within this time of an earlier one raises the urgency. */
    repeatWithinDays: z.int().min(1),
    /** With how many reports of one child a new one is compared; beyond them it is counted. */
    comparedMost: z.int().min(2),
    /** The task by which the lead says whether it is the same child. */
    task: z.strictObject({
      kind: z.string(),
      urgency: Urgency,
      clocks: z.array(ClockName).min(1),
      instructions: z.array(z.string()),
    }),
    why: Labels,
    ...provenance,
  })
  .refine(isSourced, UNSOURCED);
export type SameChild = z.infer<typeof SameChild>;

/** A referral as it stands under the hash of its child. */
export const Sighting = z.object({
  referral: ReferralId,
  agency: AgencyId,
  submittedAt: Instant,
});
export type Sighting = z.infer<typeof Sighting>;

type Sighted = Pick<Sighting, 'referral' | 'submittedAt'>;

/** The instant so many days of 24 hours before another. */
export const daysBefore = (at: string, days: number): string =>
  text(Temporal.Instant.from(at).subtract({ hours: days * 24 }));

/** Until when a sighting is kept. */
export const keptUntil = (submittedAt: string, pack: SameChild): string =>
  text(
    Temporal.Instant.from(submittedAt).add({
      hours: (pack.lookBackDays + pack.keptBeyondDays) * 24,
    }),
  );

/**
 * Other referrals of the child that a report must be compared with, each once, the newest first.
 * Routing can be late and out of order, so one submitted after this one counts as well.
 */
export function hitsOf<S extends Sighted>(found: readonly S[], own: Sighted, pack: SameChild): S[] {
  const since = daysBefore(own.submittedAt, pack.lookBackDays);
  const each = new Map(found.map((one) => [one.referral, one]));
  each.delete(own.referral);
  return [...each.values()]
    .filter(({ submittedAt }) => submittedAt >= since)
    .toSorted((a, b) => b.submittedAt.localeCompare(a.submittedAt));
}

/** What earlier reports mean for routing: how many are recent, and how many agencies have reported. */
export function repeatFacts(
  hits: readonly Sighting[],
  own: Pick<Sighting, 'agency' | 'submittedAt'>,
  pack: SameChild,
): { repeatReports: number; reportedByAgencies: number } {
  const since = daysBefore(own.submittedAt, pack.repeatWithinDays);
  return {
    repeatReports: hits.filter(({ submittedAt }) => submittedAt >= since).length,
    reportedByAgencies: new Set([own.agency, ...hits.map(({ agency }) => agency)]).size,
  };
}
