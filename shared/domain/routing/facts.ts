import { Temporal } from 'temporal-polyfill';
import type * as z from 'zod';
import type { Edition } from '../policy/edition.ts';
import type { RelatedChild } from '../referral/child.ts';
import type { Details } from '../referral/groups.ts';
import type { Referral } from '../referral/referral.ts';
import { type Assessment, assess } from '../screening/assess.ts';
import type { Answer } from '../screening/instrument.ts';
import { employerKinds } from './inside.ts';
import type { RoutingFacts } from './rule.ts';

/** The groups routing needs to have opened. */
export const ROUTED_BY = ['identity', 'whereabouts', 'concern', 'medical', 'family'] as const;

export interface Facts {
  readonly facts: RoutingFacts;
  readonly screening?: Assessment;
}

/** What the rules may ask of a referral: codes and numbers, taken from its opened groups. */
export function factsOf(
  referral: Pick<Referral, 'kind' | 'submittedAt' | 'excluded'> &
    Partial<Pick<Referral, 'agency' | 'reporterMode'>>,
  details: Partial<Details>,
  edition: Edition,
  repeats: Pick<RoutingFacts, 'repeatReports' | 'reportedByAgencies'> = {},
): Facts {
  const { concern, identity, medical, family, whereabouts } = details;
  const perpetrators = concern?.allegedPerpetrators ?? [];
  const screening = screen(details, edition);
  const facts: RoutingFacts = {
    kind: referral.kind,
    forms: concern?.forms ?? [],
    immediateDanger: concern?.immediateDanger ?? 'unsure',
    injuryVisible: medical?.injuryVisible ?? 'unknown',
    selfHarmRisk: medical?.selfHarmRisk ?? 'unknown',
    identity: identity?.identity.known ?? 'unknown',
    accusedLivesWithChild: livesWith(perpetrators.map(({ livesWithChild }) => livesWithChild)),
    accusedEmployerKinds: perpetrators.flatMap((one) => employerKinds(one, edition)),
    accusedRelations: perpetrators.map(({ relation }) => relation),
    excluded: referral.excluded ?? [],
    needs: medical?.needs ?? [],
    relatedRoles: (family?.relatedChildren ?? []).map(({ role }) => role),
    sameSchool: atSameSchool(family?.relatedChildren ?? []),
    referringSchool: asReferringSchool(referral, perpetrators, edition),
    dangerIndicator: screening && screening.danger.length > 0 ? 'yes' : 'no',
    consent: consentOf(concern?.consent),
    unknownShareHigh: screening?.personDecides ? 'yes' : 'no',
    hoursSinceLastIncident: hoursSince(concern?.lastIncidentAt, referral.submittedAt, edition),
    ageYears: ageOf(identity, referral.submittedAt, edition),
    level: screening?.level,
    ...repeats,
    childNowUntil: whereabouts?.whereabouts.childNow?.until,
  };
  return screening ? { facts, screening } : { facts };
}

/** Of several children said to have harmed this one, the nearest decides; without any there is no question. */
function atSameSchool(
  children: readonly z.infer<typeof RelatedChild>[],
): RoutingFacts['sameSchool'] {
  const accused = children.filter(({ role }) => role === 'alleged-to-have-harmed');
  const answers = accused.map(({ sameSchool = 'unknown' }) => sameSchool);
  return (['yes', 'unknown', 'no'] as const).find((answer) => answers.includes(answer));
}

/**
 * Whether a school referred that may be asked to act. Where the reporter is masked, or somebody of a
 * school is accused, a task would tell the school of the report.
 */
function asReferringSchool(
  { agency, reporterMode }: Partial<Pick<Referral, 'agency' | 'reporterMode'>>,
  perpetrators: Parameters<typeof employerKinds>[0][],
  edition: Edition,
): RoutingFacts['referringSchool'] {
  if (!agency) return undefined;
  const accused = perpetrators.flatMap((one) => employerKinds(one, edition));
  const open = reporterMode === 'named' && !accused.includes('school');
  return open && edition.agency(agency)?.kind === 'school' ? 'yes' : 'no';
}

function screen({ concern }: Partial<Details>, edition: Edition): Assessment | undefined {
  if (!concern?.instrument) return undefined;
  const { id, version } = concern.instrument;
  const instrument = edition.instrument(id, version);
  if (!instrument) return undefined;
  // The gravest last: of two answers to one question it is the one that counts.
  const answers = (concern.indicators ?? []).toSorted(
    (a, b) => GRAVITY[a.answer] - GRAVITY[b.answer],
  );
  return assess(instrument, Object.fromEntries(answers.map(({ code, answer }) => [code, answer])));
}

const GRAVITY: Readonly<Record<Answer, number>> = { no: 0, 'not-known': 1, yes: 2 };

/** Completed years on the civil day of the report; a birth date is surer than a stated age. */
function ageOf(
  identity: Partial<Details>['identity'],
  submittedAt: string,
  { calendar }: Edition,
): number | undefined {
  if (!identity?.birthDate) return identity?.ageYears;
  const today = Temporal.Instant.from(submittedAt).toZonedDateTimeISO(calendar.zone).toPlainDate();
  return Temporal.PlainDate.from(identity.birthDate).until(today, { largestUnit: 'years' }).years;
}

/** A reason not to ask says more than that nobody asked. */
const consentOf = (consent: Details['concern']['consent']): string | undefined =>
  consent?.state === 'not-asked' ? consent.reason : consent?.state;

/** One who does, or may, live with the child decides. */
export const livesWith = (
  answers: readonly ('yes' | 'no' | 'unknown')[],
): 'yes' | 'no' | 'unknown' =>
  answers.includes('yes')
    ? 'yes'
    : answers.every((answer) => answer === 'no') && answers.length > 0
      ? 'no'
      : 'unknown';

/** How much later than stated it can have been. */
const WIDTH = { minute: { hours: 0 }, hour: { hours: 1 }, day: { hours: 24 } } as const;

/**
 * Hours between the last incident and the report. A date counts to its end, an instant to the end
 * of its precision, so that the stricter tier holds; a coarser statement is unknown.
 */
function hoursSince(
  last: NonNullable<Details['concern']['lastIncidentAt']> | undefined,
  submittedAt: string,
  edition: Edition,
): number | undefined {
  if (!last || last.precision === 'week' || last.precision === 'month') return undefined;
  const submitted = Temporal.Instant.from(submittedAt);
  const at = last.at.includes('T')
    ? Temporal.Instant.from(last.at).add(WIDTH[last.precision])
    : Temporal.PlainDate.from(last.at)
        .add({ days: 1 })
        .toZonedDateTime(edition.calendar.zone)
        .toInstant();
  return Math.max(0, (submitted.epochMilliseconds - at.epochMilliseconds) / 3_600_000);
}
