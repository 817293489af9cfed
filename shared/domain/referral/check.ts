import { Temporal } from 'temporal-polyfill';
import type { CodeListName } from '../policy/code-lists.ts';
import type { Edition } from '../policy/edition.ts';
import { type Hindrance, Refusal } from '../refusal.ts';
import type { RefusalCode } from '../refusal-kinds.ts';
import type { ReferralSubmission } from './submission.ts';

interface Finding {
  readonly refusal: RefusalCode;
  readonly pointer: string;
}

/** A child is under eighteen: Code on the Rights of the Child, and the Convention, article 1. */
const ADULT_YEARS = 18;

/** Compares what was sent with the policy pack and the calendar; refuses naming every field at fault. */
export function checkSubmission(
  submission: ReferralSubmission,
  edition: Edition,
  now: Temporal.Instant,
): void {
  const today = now.toZonedDateTimeISO(edition.calendar.zone).toPlainDate();
  if (isAdult(submission, today)) throw new Refusal('adult');
  const findings = [
    ...codeFindings(submission, edition),
    ...placeFindings(submission, edition),
    ...timeFindings(submission, today, now),
    ...callBackFindings(submission),
  ];
  const [first] = findings;
  if (!first) return;
  const oneKind = findings.every(({ refusal }) => refusal === first.refusal);
  const hindrances: Hindrance[] = findings.map(({ refusal, pointer }) => ({
    pointer,
    code: refusal,
  }));
  throw new Refusal(oneKind ? first.refusal : 'body-invalid', hindrances);
}

function isAdult({ child }: ReferralSubmission, today: Temporal.PlainDate): boolean {
  if (child.birthDate) {
    const birth = Temporal.PlainDate.from(child.birthDate);
    return birth.until(today, { largestUnit: 'years' }).years >= ADULT_YEARS;
  }
  return (child.ageYears ?? 0) >= ADULT_YEARS;
}

function codeFindings(submission: ReferralSubmission, edition: Edition): Finding[] {
  const unknown = (list: CodeListName, code: string, pointer: string): Finding[] =>
    edition.has(list, code) ? [] : [{ refusal: 'unknown-code', pointer }];
  const needs = submission.child.needs.flatMap((code, i) =>
    unknown('needs', code, `/child/needs/${i}`),
  );
  const agency = submission.onBehalfOf?.agency;
  const behalf: Finding[] =
    agency && !edition.agency(agency)
      ? [{ refusal: 'unknown-agency', pointer: '/onBehalfOf/agency' }]
      : [];
  if (submission.kind === 'early-identification') {
    return [...needs, ...behalf, ...instrumentFindings(submission, edition)];
  }
  const forms = submission.forms.flatMap((code, i) => unknown('forms', code, `/forms/${i}`));
  const relations = submission.allegedPerpetrators.flatMap(({ relation }, i) =>
    unknown('relations', relation, `/allegedPerpetrators/${i}/relation`),
  );
  return [...needs, ...behalf, ...forms, ...relations];
}

function instrumentFindings(
  submission: Extract<ReferralSubmission, { kind: 'early-identification' }>,
  edition: Edition,
): Finding[] {
  const { instrument: asked, indicators, consent } = submission;
  const instrument = edition.instrument(asked.id, asked.version);
  if (!instrument) return [{ refusal: 'unknown-instrument', pointer: '/instrument' }];
  const codes = new Set(instrument.indicators.map(({ code }) => code));
  const findings: Finding[] = indicators.flatMap(({ code }, i) =>
    codes.has(code) ? [] : [{ refusal: 'unknown-code', pointer: `/indicators/${i}/code` }],
  );
  if (consent.state === 'not-asked' && !edition.has('consentNotAskedReasons', consent.reason)) {
    findings.push({ refusal: 'unknown-code', pointer: '/consent/reason' });
  }
  return findings;
}

function placeFindings({ child, kind }: ReferralSubmission, edition: Edition): Finding[] {
  const { municipality, whereabouts } = child;
  const wrong = (place: string | undefined, pointer: string): Finding[] =>
    place === undefined || place === 'unknown' || edition.municipality(place)
      ? []
      : [{ refusal: 'unknown-municipality', pointer }];
  const findings = [
    ...wrong(municipality, '/child/municipality'),
    ...wrong(whereabouts.municipality, '/child/whereabouts/municipality'),
  ];
  const { municipality: now = 'unknown', ...stated } = whereabouts;
  const somewhere = [municipality, now].some((place) => place !== 'unknown');
  if (kind === 'violence' && !somewhere && Object.keys(stated).length === 0) {
    findings.push({ refusal: 'place-unknown', pointer: '/child/whereabouts' });
  }
  return findings;
}

function timeFindings(
  submission: ReferralSubmission,
  today: Temporal.PlainDate,
  now: Temporal.Instant,
): Finding[] {
  const { child } = submission;
  const late = (date: string | undefined, pointer: string): Finding[] =>
    date && Temporal.PlainDate.compare(Temporal.PlainDate.from(date), today) > 0
      ? [{ refusal: 'in-the-future', pointer }]
      : [];
  const births = [
    ...late(child.birthDate, '/child/birthDate'),
    ...submission.relatedChildren.flatMap(({ birthDate }, i) =>
      late(birthDate, `/relatedChildren/${i}/birthDate`),
    ),
  ];
  if (submission.kind === 'early-identification') {
    const { consent } = submission;
    return [...births, ...late('on' in consent ? consent.on : undefined, '/consent/on')];
  }
  if (!submission.lastIncidentAt) return births;
  const { at } = submission.lastIncidentAt;
  const future = at.includes('T')
    ? Temporal.Instant.compare(Temporal.Instant.from(at), now) > 0
    : late(at, '').length > 0;
  return future ? [...births, { refusal: 'in-the-future', pointer: '/lastIncidentAt/at' }] : births;
}

/**
 * Who gives a name is called back; all others are answered through the hub. A desk that writes down
 * a call says who called, or that the caller stays anonymous.
 */
function callBackFindings({ kind, reporter, channel }: ReferralSubmission): Finding[] {
  if (reporter.mode !== 'named') return [];
  const findings: Finding[] = [];
  if (kind === 'violence' && reporter.phone === undefined) {
    findings.push({ refusal: 'call-back-missing', pointer: '/reporter/phone' });
  }
  if (channel === 'phone' && reporter.name === undefined) {
    findings.push({ refusal: 'caller-missing', pointer: '/reporter/name' });
  }
  return findings;
}
