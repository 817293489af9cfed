import { Temporal } from 'temporal-polyfill';
import type { FileId, ReferralId } from '../ids.ts';
import type { Edition } from '../policy/edition.ts';
import type { EarlyIdentificationSubmission } from '../referral/submission.ts';
import type { Sealed } from '../sealed.ts';
import { text } from '../time.ts';
import type { SharingConsent } from './parts.ts';
import type { Permitted } from './permitted.ts';

/** What a family said on the form, or why it was not asked. */
export type FormConsent = EarlyIdentificationSubmission['consent'];
type Terms = Pick<Edition, 'sharing' | 'calendar'>;

/** A consent holds to the end of the day before it is that many months old. */
export const validUntil = (givenOn: string, months: number, { calendar }: Terms): string =>
  text(Temporal.PlainDate.from(givenOn).add({ months }).toZonedDateTime(calendar.zone).toInstant());

interface Form {
  readonly referral: { readonly id: ReferralId; readonly file: FileId };
  readonly at: string;
  readonly by: { readonly sub: string; readonly agency: SharingConsent['by']['agency'] };
  readonly sealed: Sealed;
}

/** The consent that the form states, as the first record of the referral. */
export function consentOfForm(
  said: FormConsent,
  { referral, at, by, sealed }: Form,
  edition: Terms,
): SharingConsent[] {
  if (said.state !== 'given') return [];
  const { validMonths, form } = edition.sharing.consent;
  const consent: SharingConsent = {
    ...{ what: 'sharing-consent', of: { kind: 'referral', id: referral.id }, number: 1 },
    ...{ version: 1, file: referral.file, at, by: { sub: by.sub, agency: by.agency } },
    ...{ from: 'family', purposes: [...form.purposes], recipients: [...form.recipients] },
    ...{ language: said.language, givenOn: said.on, evidence: 'referral-form', sealed },
    until: validUntil(said.on, validMonths, edition),
  };
  return [consent];
}

/** What the form permits from the first instant: by its consent, or because asking would endanger. */
export function permittedByForm(said: FormConsent, at: string, edition: Terms): Permitted[] {
  const { validMonths, form } = edition.sharing.consent;
  if (said.state === 'given') {
    const until = validUntil(said.on, validMonths, edition);
    return [{ by: 'consent', number: 1, ...copyOf(form), until }];
  }
  if (said.state !== 'not-asked') return [];
  return edition.sharing.rules.flatMap(({ notAsked }): Permitted[] => {
    const instead = notAsked?.[said.reason];
    if (!instead) return [];
    const today = Temporal.Instant.from(at).toZonedDateTimeISO(edition.calendar.zone);
    const until = validUntil(today.toPlainDate().toString(), instead.months, edition);
    return [{ by: 'not-asked', ...copyOf(form), until }];
  });
}

const copyOf = ({ purposes, recipients }: Terms['sharing']['consent']['form']) => ({
  purposes: [...purposes],
  recipients: [...recipients],
});
