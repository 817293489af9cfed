import * as z from 'zod';
import { Instant } from '../time.ts';
import { daysBefore, type SameChild, Sighting } from './hits.ts';

/** The reports that stand under one hash of a child, in the order in which they were entered. */
export const KnownReports = z.object({
  reports: z.array(Sighting),
  /** How many more came than the pack lets stand here, and when the newest of those was sent. */
  more: z.int().min(0),
  newestLeftOut: Instant.optional(),
});
export type KnownReports = z.infer<typeof KnownReports>;

export const NONE_KNOWN: KnownReports = { reports: [], more: 0 };

/**
 * Adds a report to those that are known. However often one child is reported, no more of them stand
 * than the pack says, so that no flood of reports about one child holds up another. The first ones
 * stay, for the oldest open case goes on and a flood must not hide what was known before it; so do
 * the newest, and the last one of each agency. What is left out is counted.
 */
export function withReport(known: KnownReports, own: Sighting, pack: SameChild): KnownReports {
  const since = daysBefore(own.submittedAt, pack.lookBackDays + pack.keptBeyondDays);
  const { newestLeftOut } = known;
  // What was left out long ago is compared with nothing any more.
  const left =
    newestLeftOut && newestLeftOut >= since ? { more: known.more, newestLeftOut } : { more: 0 };
  const reports = [...known.reports.filter(({ submittedAt }) => submittedAt >= since), own];
  if (reports.length <= pack.comparedMost) return { reports, ...left };
  const out = spare(reports, Math.floor(pack.comparedMost / 2));
  return {
    reports: reports.filter((one) => one !== out),
    more: left.more + 1,
    newestLeftOut: out.submittedAt,
  };
}

/** The oldest after the first ones whose agency has another one here. */
function spare(reports: readonly Sighting[], first: number): Sighting {
  const later = reports.slice(first);
  const isOneOfMore = ({ agency }: Sighting) =>
    reports.filter((one) => one.agency === agency).length > 1;
  const out = later.find(isOneOfMore) ?? later[0];
  if (!out) throw new Error('the pack compares with nothing');
  return out;
}
