import { Temporal } from 'temporal-polyfill';
import type { Stated } from '../referral/groups.ts';
import { livesWith } from '../routing/facts.ts';
import { type ChildFacts, type KnownTime, spanOf } from './facts.ts';

type YesNoUnknown = 'yes' | 'no' | 'unknown';

/** One report of the child, or news of it: what it states, and when it came. */
export interface Report {
  readonly at: string;
  readonly stated: Pick<Stated, 'identity' | 'concern' | 'medical'>;
}

/** An alleged perpetrator, with when somebody first said so. */
export interface Accused {
  readonly livesWithChild: YesNoUnknown;
  readonly saidAt: string;
}

interface Known {
  readonly reports: readonly Report[];
  readonly accused: readonly Accused[];
  readonly at: string;
  readonly zone: string;
}

const unique = (codes: readonly string[]): string[] => [...new Set(codes)];

/** What a visit is planned by, from all reports of the child: of several answers the stricter. */
export function childFacts({ reports, accused, at, zone }: Known): ChildFacts {
  const inOrder = reports.toSorted((a, b) => a.at.localeCompare(b.at));
  const [first] = inOrder;
  if (!first) throw new Error('nobody reported this child');
  const stated = inOrder.map((report) => report.stated);
  return {
    firstReportAt: first.at,
    age: ageOf(stated, at, zone),
    forms: unique(stated.flatMap(({ concern }) => concern?.forms ?? [])),
    lastIncidentAt: latest(
      stated.flatMap(({ concern }) => concern?.lastIncidentAt ?? []),
      zone,
    ),
    accusedAtHome: atHome(accused, first.at),
    needs: unique(stated.flatMap(({ medical }) => medical?.needs ?? [])),
    languages: unique(stated.flatMap(({ identity }) => identity?.languages ?? [])),
  };
}

/** Completed years on the day; a birth date is surer than an age, and of several ages the least counts. */
function ageOf(stated: readonly Report['stated'][], at: string, zone: string): number | undefined {
  const born = stated.flatMap(({ identity }) => identity?.birthDate ?? []).at(-1);
  if (born) {
    const today = Temporal.Instant.from(at).toZonedDateTimeISO(zone).toPlainDate();
    return Temporal.PlainDate.from(born).until(today, { largestUnit: 'years' }).years;
  }
  const ages = stated.flatMap(({ identity }) => identity?.ageYears ?? []);
  return ages.length > 0 ? Math.min(...ages) : undefined;
}

/** The last one that anybody can date; else one that nobody can. */
function latest(times: readonly KnownTime[], zone: string): KnownTime | undefined {
  const dated = times.flatMap((time) => {
    const span = spanOf(time, zone);
    return span ? [{ time, to: span.to.epochMilliseconds }] : [];
  });
  return dated.toSorted((a, b) => a.to - b.to).at(-1)?.time ?? times.at(-1);
}

/** No alleged perpetrator known at all means one who may live there. */
function atHome(accused: readonly Accused[], firstReportAt: string): ChildFacts['accusedAtHome'] {
  const lives = livesWith(accused.map(({ livesWithChild }) => livesWithChild));
  const said = accused
    .filter(({ livesWithChild }) => livesWithChild !== 'no')
    .map(({ saidAt }) => saidAt)
    .toSorted();
  return { lives, saidAt: said[0] ?? firstReportAt };
}
