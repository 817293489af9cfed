import type * as z from 'zod';
import type { EarlyIdentificationSubmission } from '../../shared/domain/referral/submission.ts';

export type Sent = z.input<typeof EarlyIdentificationSubmission>;
export type Answer = Sent['indicators'][number]['answer'];
type ConsentState = Sent['consent']['state'];

/** What is written in the form of early identification; empty means not known. */
export interface Draft {
  readonly municipality: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly age: string;
  readonly personalNumber: string;
  readonly answers: Readonly<Record<string, Answer>>;
  readonly evidence: Readonly<Record<string, string>>;
  readonly narrative: string;
  readonly worry: string;
  readonly consent: ConsentState | undefined;
  readonly consentBy: string;
  readonly consentOn: string;
  readonly consentReason: string;
  readonly name: string;
  readonly phone: string;
}

export const EMPTY: Draft = {
  municipality: '',
  givenName: '',
  familyName: '',
  age: '',
  personalNumber: '',
  answers: {},
  evidence: {},
  narrative: '',
  worry: '',
  consent: undefined,
  consentBy: '',
  consentOn: '',
  consentReason: '',
  name: '',
  phone: '',
};

interface Form {
  readonly id: string;
  readonly version: string;
  readonly indicators: readonly { readonly code: string }[];
}

/** What still has to be said before the form can be looked over. */
export type Missing = 'answers' | 'worry' | 'consent';

export function missingIn(draft: Draft): Missing[] {
  return [
    ...(Object.keys(draft.answers).length === 0 ? (['answers'] as const) : []),
    ...(draft.worry === '' ? (['worry'] as const) : []),
    ...(consentOf(draft) ? [] : (['consent'] as const)),
  ];
}

/** The draft as the hub takes it. An indicator nobody answered is not known: that lowers nothing. */
export function submissionOf(draft: Draft, form: Form): Sent | undefined {
  const consent = consentOf(draft);
  if (!consent) return undefined;
  return {
    kind: 'early-identification',
    channel: 'form',
    instrument: { id: form.id, version: form.version },
    indicators: form.indicators.map(({ code }) => indicator(draft, code)),
    worry: Number(draft.worry),
    consent,
    ...(draft.narrative.trim() && { narrative: draft.narrative.trim() }),
    child: {
      ...(draft.givenName.trim() && { givenName: draft.givenName.trim() }),
      ...(draft.familyName.trim() && { familyName: draft.familyName.trim() }),
      ...(draft.personalNumber.trim() && { personalNumber: draft.personalNumber.trim() }),
      ...(draft.age !== '' && { ageYears: Number(draft.age) }),
      ...(draft.municipality && { municipality: draft.municipality }),
    },
    reporter: {
      mode: 'named',
      ...(draft.name.trim() && { name: draft.name.trim() }),
      ...(draft.phone.trim() && { phone: draft.phone.trim() }),
    },
  };
}

function indicator({ answers, evidence }: Draft, code: string): Sent['indicators'][number] {
  const seen = evidence[code]?.trim();
  return { code, answer: answers[code] ?? 'not-known', ...(seen && { evidence: seen }) };
}

function consentOf(draft: Draft): Sent['consent'] | undefined {
  const [by, on] = [draft.consentBy.trim(), draft.consentOn];
  switch (draft.consent) {
    case 'given':
      return by && on ? { state: 'given', by, on, language: 'ka' } : undefined;
    case 'refused':
      return by && on ? { state: 'refused', by, on } : undefined;
    case 'not-asked':
      return draft.consentReason ? { state: 'not-asked', reason: draft.consentReason } : undefined;
    default:
      return undefined;
  }
}
