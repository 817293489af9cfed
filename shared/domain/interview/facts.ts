import { Temporal } from 'temporal-polyfill';
import * as z from 'zod';
import { Code, Language } from '../text.ts';
import { Instant } from '../time.ts';

/** When something happened, and how exactly that is known. */
export const KnownTime = z.object({
  at: z.string(),
  precision: z.enum(['minute', 'hour', 'day', 'week', 'month']),
});
export type KnownTime = z.infer<typeof KnownTime>;

/** What was said of the visit itself; codes and instants only. What is absent has not been said. */
export const VisitFacts = z.object({
  arrestedAt: Instant.optional(),
  chargedAt: Instant.optional(),
  /** When signs were noticed that the child is pressed to retract. */
  pressureToRetractAt: Instant.optional(),
  /** When the child gave a full account to somebody. */
  fullAccountAt: Instant.optional(),
  /** Better known than by the reports. */
  lastIncidentAt: KnownTime.optional(),
  /** The investigator's order for the forensic examination, by its number. */
  forensicOrder: z.object({ document: Code, at: Instant }).optional(),
  /** The examination has been done. */
  examinedAt: Instant.optional(),
  /** The language the child is interpreted from, where the reports do not say it. */
  interpreterLanguage: Language.optional(),
});
export type VisitFacts = z.infer<typeof VisitFacts>;

/** What the reports and the parts of a case say of the child, as far as a visit is planned by it. */
export interface ChildFacts {
  /** The first report about the child; of a further interview, when that was asked for. */
  readonly firstReportAt: string;
  readonly countsFrom?: 'first-report' | 'opening';
  /** Completed years on the day; absent where nobody knows. */
  readonly age: number | undefined;
  /** Forms of violence of all reports; none where none was named. */
  readonly forms: readonly string[];
  readonly lastIncidentAt: KnownTime | undefined;
  /** Whether an alleged perpetrator lives with the child, and since when that is said. */
  readonly accusedAtHome: { readonly lives: 'yes' | 'no' | 'unknown'; readonly saidAt: string };
  readonly needs: readonly string[];
  readonly languages: readonly string[];
}

/** The earliest and the latest instant at which it can have been; undefined where nobody can tell. */
export function spanOf(
  time: KnownTime | undefined,
  zone: string,
): { from: Temporal.Instant; to: Temporal.Instant } | undefined {
  if (!time || time.precision === 'week' || time.precision === 'month') return undefined;
  if (time.at.includes('T')) {
    const from = Temporal.Instant.from(time.at);
    return { from, to: from.add(WIDTH[time.precision]) };
  }
  const day = Temporal.PlainDate.from(time.at);
  const start = (date: Temporal.PlainDate) => date.toZonedDateTime(zone).toInstant();
  return { from: start(day), to: start(day.add({ days: 1 })) };
}

const WIDTH = { minute: { hours: 0 }, hour: { hours: 1 }, day: { hours: 24 } } as const;

/** Hours from the one instant to the other; none where the first is the later one. */
export const hoursBetween = (from: Temporal.Instant, to: Temporal.Instant): number =>
  Math.max(0, (to.epochMilliseconds - from.epochMilliseconds) / 3_600_000);

/** Whichever of the two is known better: what was said of the visit itself counts first. */
export const lastIncident = (child: ChildFacts, visit: VisitFacts): KnownTime | undefined =>
  visit.lastIncidentAt ?? child.lastIncidentAt;
