import type * as z from 'zod';
import type { ConsentSubmission, OverrideSubmission } from '../../shared/contract/sharing.ts';
import { emptyOf } from '../api/empty-of.ts';

type Body = z.input<typeof ConsentSubmission>;
type Recipient = Body['recipients'][number];

/** For what and with whom it may be shared. */
export interface Scope {
  readonly purposes: readonly string[];
  readonly recipients: readonly string[];
}

/** A consent as it is written down. */
export interface Consent extends Scope {
  readonly from: string;
  readonly person: string;
  readonly language: string;
  readonly givenOn: string;
  readonly evidence: string;
  readonly note: string;
}

/** A decision to share without consent, as it is written down. */
export interface Override extends Scope {
  readonly reason: string;
  readonly words: string;
  readonly days: string;
}

export const EMPTY_CONSENT: Consent = {
  from: '',
  person: '',
  purposes: [],
  recipients: [],
  language: 'ka',
  givenOn: '',
  evidence: '',
  note: '',
};
export const EMPTY_OVERRIDE: Override = {
  reason: '',
  words: '',
  purposes: [],
  recipients: [],
  days: '',
};

const scopeOf = ({ purposes, recipients }: Scope) => ({
  purposes: [...purposes],
  recipients: recipients as Recipient[],
});

/** What a consent cannot do without, and was not written. */
export const missingInConsent = (consent: Consent): (keyof Consent)[] =>
  emptyOf(consent, 'from', 'person', 'purposes', 'recipients', 'givenOn', 'evidence');

export const missingInOverride = (override: Override): (keyof Override)[] => [
  ...emptyOf(override, 'reason', 'words', 'purposes', 'recipients'),
  ...(/^[1-9]\d*$/.test(override.days) ? [] : ['days' as const]),
];

export const consentBody = (consent: Consent): Body => ({
  from: consent.from,
  person: consent.person.trim(),
  ...scopeOf(consent),
  language: consent.language as Body['language'],
  givenOn: consent.givenOn,
  evidence: consent.evidence,
  ...(consent.note.trim() && { note: consent.note.trim() }),
});

export const overrideBody = (override: Override): z.input<typeof OverrideSubmission> => ({
  reason: override.reason,
  words: override.words.trim(),
  ...scopeOf(override),
  days: Number(override.days),
});
