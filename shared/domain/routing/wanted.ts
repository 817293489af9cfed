import type { Edition } from '../policy/edition.ts';
import { statesViolence } from '../referral/addition-submission.ts';
import type { Details } from '../referral/groups.ts';
import type { Referral } from '../referral/referral.ts';
import { type Report, reportedAt, united } from '../referral/reports.ts';
import { type Assignment, decide } from './decide.ts';
import { factsOf } from './facts.ts';
import { placeNamed } from './place.ts';
import type { RoutingFacts } from './rule.ts';

export interface Wanted {
  readonly details: Partial<Details>;
  readonly facts: RoutingFacts;
  readonly assignments: readonly Assignment[];
  /** The municipality that routes, by what was stated last. */
  readonly municipality: string;
}

/** What the rules ask for by these reports, taken as one. */
export function wantedBy(
  referral: Referral,
  reports: readonly Report[],
  edition: Edition,
  repeats: Parameters<typeof factsOf>[3] = {},
): Wanted {
  const details = united(reports);
  const [, ...news] = reports;
  const reported = {
    ...referral,
    submittedAt: reportedAt(reports) ?? referral.submittedAt,
    kind: kindBy(referral, news),
  };
  const { facts } = factsOf(reported, details, edition, repeats);
  const municipality =
    news.length > 0 ? placeBy(referral, details, edition) : referral.municipality;
  const place = { municipality, referrer: referral.agency };
  return { details, facts, municipality, assignments: decide(facts, place, edition) };
}

/** News of violence in a case that began with a family's form is answered like any such report. */
const kindBy = (referral: Referral, news: readonly Report[]): Referral['kind'] => {
  const inCase = referral.status !== 'submitted' && referral.case !== undefined;
  const violent = news.some(({ stated }) => statesViolence(stated));
  return referral.kind === 'early-identification' && inCase && violent ? 'violence' : referral.kind;
};

function placeBy(referral: Referral, { whereabouts }: Partial<Details>, edition: Edition): string {
  const named = whereabouts && placeNamed({ child: whereabouts }, edition);
  return named ?? referral.municipality;
}
