import { Temporal } from 'temporal-polyfill';
import type { CodeListName } from '../policy/code-lists.ts';
import type { Edition } from '../policy/edition.ts';
import { type Hindrance, Refusal } from '../refusal.ts';
import type { AdditionSubmission } from './addition-submission.ts';

type Finding = Hindrance & {
  readonly code: 'unknown-code' | 'unknown-municipality' | 'in-the-future';
};

/** Compares news with the policy pack and the calendar; refuses naming every field at fault. */
export function checkAddition(
  news: AdditionSubmission,
  edition: Edition,
  now: Temporal.Instant,
): void {
  const findings = [
    ...codeFindings(news, edition),
    ...placeFindings(news, edition),
    ...timeFindings(news, edition, now),
  ];
  const [first] = findings;
  if (!first) return;
  const oneKind = findings.every(({ code }) => code === first.code);
  throw new Refusal(oneKind ? first.code : 'body-invalid', findings);
}

function codeFindings(news: AdditionSubmission, edition: Edition): Finding[] {
  const { child, forms = [], allegedPerpetrators = [] } = news;
  const unknown = (list: CodeListName, code: string, pointer: string): Finding[] =>
    edition.has(list, code) ? [] : [{ code: 'unknown-code', pointer }];
  return [
    ...(child?.needs ?? []).flatMap((code, i) => unknown('needs', code, `/child/needs/${i}`)),
    ...forms.flatMap((code, i) => unknown('forms', code, `/forms/${i}`)),
    ...allegedPerpetrators.flatMap(({ relation }, i) =>
      unknown('relations', relation, `/allegedPerpetrators/${i}/relation`),
    ),
  ];
}

function placeFindings({ child }: AdditionSubmission, edition: Edition): Finding[] {
  const wrong = (place: string | undefined, pointer: string): Finding[] =>
    place === undefined || place === 'unknown' || edition.municipality(place)
      ? []
      : [{ code: 'unknown-municipality', pointer }];
  return [
    ...wrong(child?.municipality, '/child/municipality'),
    ...wrong(child?.whereabouts?.municipality, '/child/whereabouts/municipality'),
  ];
}

function timeFindings(
  { child, lastIncidentAt, relatedChildren = [] }: AdditionSubmission,
  { calendar }: Edition,
  now: Temporal.Instant,
): Finding[] {
  const today = now.toZonedDateTimeISO(calendar.zone).toPlainDate();
  const late = (at: string | undefined, pointer: string): Finding[] => {
    if (at === undefined) return [];
    const future = at.includes('T')
      ? Temporal.Instant.compare(Temporal.Instant.from(at), now) > 0
      : Temporal.PlainDate.compare(Temporal.PlainDate.from(at), today) > 0;
    return future ? [{ code: 'in-the-future', pointer }] : [];
  };
  return [
    ...late(child?.birthDate, '/child/birthDate'),
    ...late(lastIncidentAt?.at, '/lastIncidentAt/at'),
    ...relatedChildren.flatMap(({ birthDate }, i) =>
      late(birthDate, `/relatedChildren/${i}/birthDate`),
    ),
  ];
}
