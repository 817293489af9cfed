import { Temporal } from 'temporal-polyfill';
import { computeClock } from '../domain/clock/compute.ts';
import { explain } from '../domain/clock/explain.ts';
import type { AgencyId } from '../domain/ids.ts';
import type { Lang } from '../domain/labels.ts';
import type { Edition } from '../domain/policy/edition.ts';
import { detailsOf } from '../domain/referral/details.ts';
import type { ReferralSubmission } from '../domain/referral/submission.ts';
import { type Assignment, decide } from '../domain/routing/decide.ts';
import { factsOf } from '../domain/routing/facts.ts';
import { excludedAgencies } from '../domain/routing/inside.ts';
import { routingPlace } from '../domain/routing/place.ts';

export interface Sample {
  readonly submission: ReferralSubmission;
  readonly referrer: AgencyId;
  readonly at: Temporal.Instant;
  readonly lang: Lang;
}

function clockLines(
  { clocks, urgency, kind, role }: Assignment,
  { at, lang, submission }: Sample,
  edition: Edition,
): string[] {
  const until = submission.child.whereabouts.childNow?.until;
  return clocks.map((name) => {
    const leaves =
      until && name === 'received' && role === 'lead'
        ? [{ at: Temporal.Instant.from(until), because: 'child-leaves' as const }]
        : [];
    const definition = edition.clock(name, urgency, kind);
    const { steps } = computeClock(definition, at, edition.calendar, leaves);
    return `    ${edition.label('clocks', name, lang)}: ${explain(steps, lang)}`;
  });
}

function assignmentLines(assignment: Assignment, sample: Sample, edition: Edition): string[] {
  const { lang } = sample;
  const { agency, kind, role, urgency, rule, why, instructions } = assignment;
  const name = edition.agency(agency)?.name[lang] ?? agency;
  return [
    `${edition.label('taskKinds', kind, lang)} · ${name} (${agency})`,
    `    ${edition.label('taskRoles', role, lang)}, ${edition.label('urgencies', urgency, lang)}`,
    `    ${rule}: ${why[lang]}`,
    ...clockLines(assignment, sample, edition),
    ...instructions.map((code) => `    – ${edition.label('instructions', code, lang)}`),
  ];
}

/** What the pack would decide about a referral, by which rule, and why it would be due when it is. */
export function explainDecision(sample: Sample, edition: Edition): readonly string[] {
  const { submission, referrer, at } = sample;
  const by = { municipality: routingPlace(submission, referrer, edition), agencies: [referrer] };
  const accused = submission.kind === 'violence' ? submission.allegedPerpetrators : [];
  const excluded = excludedAgencies(accused, by, edition);
  const from = { kind: submission.kind, submittedAt: at.toString(), excluded };
  const { facts, screening } = factsOf(from, detailsOf(submission), edition);
  const { municipality } = by;
  const { pack, edition: name, sha256 } = edition.reference;
  const level = screening
    ? [
        `level ${screening.level}: welfare ${screening.welfare}, maltreatment ${screening.maltreatment}, not known ${Math.round(screening.unknownShare * 100)} %`,
      ]
    : [];
  const assignments = decide(facts, { municipality, referrer }, edition);
  return [
    `Pack ${pack} ${name}, ${sha256.slice(0, 12)}; ${submission.kind} from ${referrer}, ${municipality}`,
    ...level,
    ...assignments.flatMap((each) => assignmentLines(each, sample, edition)),
  ];
}
