import type { Lang } from '../labels.ts';
import type { Edition } from '../policy/edition.ts';
import type { Details } from '../referral/groups.ts';
import type { SharingConsent, SharingOverride } from '../sharing/parts.ts';
import { isMissing, type Resting } from '../sharing/permitted.ts';
import type { Staying } from '../sharing/withdraw.ts';

interface Reading {
  readonly lang: Lang;
  readonly at: string;
}

const labels =
  (lang: Lang, edition: Edition) => (list: Parameters<Edition['label']>[0], code: string) => ({
    code,
    label: edition.label(list, code, lang),
  });

const scopeOf = (
  { purposes, recipients, until }: Pick<SharingConsent, 'purposes' | 'recipients' | 'until'>,
  lang: Lang,
  edition: Edition,
) => {
  const label = labels(lang, edition);
  return {
    purposes: purposes.map((code) => label('sharingPurposes', code)),
    recipients: recipients.map((code) => label('agencyKinds', code)),
    until,
  };
};

/** A consent with what of its words was opened to the caller. */
export function consentView(
  consent: SharingConsent,
  { family, outcome }: Partial<Pick<Details, 'family' | 'outcome'>>,
  { lang, at }: Reading,
  edition: Edition,
) {
  const { of, number, from, language, givenOn, evidence, withdrawn, version, until } = consent;
  const label = labels(lang, edition);
  const self = `/v1/referrals/${of.id}/consents`;
  const lapsed = at >= until ? ('expired' as const) : ('in-force' as const);
  return {
    ...{ number, language, givenOn, version, recordedAt: consent.at },
    from: label('consentGivers', from),
    person: family?.speaker?.name,
    ...scopeOf(consent, lang, edition),
    evidence: label('consentEvidence', evidence),
    note: outcome?.note,
    state: withdrawn ? ('withdrawn' as const) : lapsed,
    withdrawn: withdrawn && {
      at: withdrawn.at,
      by: label('consentGivers', withdrawn.by),
      recall: withdrawn.recall,
    },
    links: { consents: self, withdraw: `${self}/${number}/withdraw` },
  };
}

/** A decision to share without consent. */
export const overrideView = (
  override: SharingOverride,
  words: string | undefined,
  lang: Lang,
  edition: Edition,
) => ({
  number: override.number,
  reason: labels(lang, edition)('sharingOverrideReasons', override.reason),
  words,
  ...scopeOf(override, lang, edition),
  decidedAt: override.at,
});

/** How it stands with each agency whose work rests on consent; its own agency and the lead see it. */
export const restingView = ({ agency, until }: Resting, at: string) => ({
  agency,
  missing: isMissing({ until }, at),
  until,
});

/** Who keeps what it was told, and why. */
export const stayingView = ({ agency, basis, law }: Staying, lang: Lang, edition: Edition) => ({
  agency,
  basis: labels(lang, edition)('sharingBases', basis),
  law: { code: law, label: edition.legalBases[law]?.[lang] ?? law },
});
