import * as z from 'zod';
import { AgencyKind } from '../domain/directory/agency.ts';
import { AgencyId, ReferralId } from '../domain/ids.ts';
import { Group } from '../domain/referral/group.ts';
import { ReferralSubmission } from '../domain/referral/submission.ts';
import { Urgency } from '../domain/task/statuses.ts';
import { Code, Language, line } from '../domain/text.ts';
import { Instant } from '../domain/time.ts';
import { Labelled, Links, Note } from './common.ts';
import { endpoint } from './endpoint.ts';

const params = { referralId: ReferralId };
const numbered = { ...params, number: z.coerce.number().int().min(1).max(9999) };

/** For what, and with which kinds of agency. */
const scope = {
  purposes: z.array(Code).min(1).max(10),
  recipients: z.array(AgencyKind).min(1).max(14),
};

export const ConsentSubmission = z.strictObject({
  from: Code,
  /** Who consented, by name. */
  person: line(150),
  ...scope,
  /** In which it was explained. */
  language: Language,
  givenOn: z.iso.date(),
  /** Sooner than the term of the policy pack. */
  until: Instant.optional(),
  evidence: Code,
  note: Note.optional(),
});

export const OverrideSubmission = z.strictObject({
  reason: Code,
  words: Note,
  ...scope,
  days: z.int().min(1).max(366),
});

const shownScope = {
  purposes: z.array(Labelled),
  recipients: z.array(Labelled),
  until: Instant,
};

export const ConsentView = z.object({
  number: z.int(),
  from: Labelled,
  /** Absent where the caller need not know. */
  person: z.string().optional(),
  ...shownScope,
  language: Language,
  givenOn: z.iso.date(),
  evidence: Labelled,
  note: z.string().optional(),
  recordedAt: Instant,
  state: z.enum(['in-force', 'expired', 'withdrawn']),
  withdrawn: z.object({ at: Instant, by: Labelled, recall: z.int().optional() }).optional(),
  version: z.int(),
  links: Links,
});

/** Somebody who keeps what it was told, and on what basis. */
const Staying = z.object({ agency: AgencyId, basis: Labelled, law: Labelled });

const OverrideView = z.object({
  number: z.int(),
  reason: Labelled,
  words: z.string().optional(),
  ...shownScope,
  decidedAt: Instant,
});

/** How it stands with each agency whose work rests on consent. */
const RestingView = z.object({
  agency: AgencyId,
  missing: z.boolean(),
  until: Instant.optional(),
});

const SharingView = z.object({
  consents: z.array(ConsentView),
  overrides: z.array(OverrideView),
  resting: z.array(RestingView),
});

export const recordConsent = endpoint({
  method: 'POST',
  path: '/v1/referrals/{referralId}/consents',
  operation: 'recordSharingConsent',
  function: 'sharing',
  action: 'consent.record',
  summary: {
    ka: 'თანხმობის ჩაწერა: ვინ დათანხმდა, რისთვის, ვისთან გაზიარებაზე და როდემდე',
    en: 'Record a consent: by whom, for what, to whom it may be told and until when',
  },
  params,
  body: ConsentSubmission,
  idempotent: true,
  answers: { 201: ConsentView },
  refuses: [
    'not-found',
    'already-closed',
    'unknown-code',
    'in-the-future',
    'consent-not-valid',
    'consent-expired',
    'still-running',
    'idempotency-key-reused',
  ],
});

export const listConsents = endpoint({
  method: 'GET',
  path: '/v1/referrals/{referralId}/consents',
  operation: 'listSharingConsents',
  function: 'sharing',
  action: 'consent.read',
  summary: {
    ka: 'თანხმობები, უთანხმოდ გაზიარების გადაწყვეტილებები და რა აკლია',
    en: 'Consents, decisions to share without one, and what is missing',
  },
  params,
  answers: { 200: SharingView },
  refuses: ['not-found'],
});

export const withdrawConsent = endpoint({
  method: 'POST',
  path: '/v1/referrals/{referralId}/consents/{number}/withdraw',
  operation: 'withdrawSharingConsent',
  function: 'sharing',
  action: 'consent.withdraw',
  summary: {
    ka: 'თანხმობის გამოხმობა: რაც მის საფუძველზე გაზიარდა, გამოითხოვება; ჩანს, რა რჩება და რატომ',
    en: 'Withdraw a consent: what was shared on it is taken back; says what stays and why',
  },
  params: numbered,
  body: z.strictObject({ from: Code }),
  conditional: true,
  answers: { 200: ConsentView.extend({ stays: z.array(Staying) }) },
  refuses: [
    'not-found',
    'unknown-code',
    'consent-withdrawn-already',
    'recall-too-wide',
    'if-match-absent',
    'changed-meanwhile',
  ],
});

export const overrideConsent = endpoint({
  method: 'POST',
  path: '/v1/referrals/{referralId}/consents/override',
  operation: 'overrideSharingConsent',
  function: 'sharing',
  action: 'consent.override',
  summary: {
    ka: 'წამყვანის ზედამხედველის გადაწყვეტილება: გაზიარდეს თანხმობის გარეშე, მიზეზით და ვადით',
    en: 'A supervisor of the lead decides to share without consent, with a reason and for a time',
  },
  params,
  body: OverrideSubmission,
  idempotent: true,
  answers: { 201: OverrideView },
  refuses: [
    'not-found',
    'already-closed',
    'unknown-code',
    'override-reason-short',
    'override-too-long',
    'still-running',
    'idempotency-key-reused',
  ],
});

/** A rule of access as a person reads it. */
const PreviewRule = z.object({
  rule: z.string(),
  says: z.string(),
  purpose: Labelled,
  basis: z.array(Labelled),
});

/** What an agency would see: groups, by which rules, and what stays closed and why. */
const PreviewSeen = z.object({
  groups: z.array(Group),
  by: z.array(PreviewRule),
  hidden: z.array(z.object({ group: Group, closedBy: PreviewRule.optional() })),
});

const PreviewTask = z.object({
  kind: Labelled,
  urgency: Urgency,
  deadline: Instant.optional(),
  rule: Code,
  why: z.string().optional(),
  purpose: Labelled.optional(),
  basis: Labelled.optional(),
  law: Labelled.optional(),
  /** Where that is a consent: whether there is one, and who decides where there is none. */
  consent: z
    .object({ missing: z.boolean(), until: Instant.optional(), state: Labelled })
    .optional(),
});

export const ReferralPreview = z.object({
  agencies: z.array(
    z.object({
      agency: AgencyId,
      name: z.string(),
      leads: z.boolean(),
      tasks: z.array(PreviewTask),
      /** Before, and after, a person there has accepted. */
      before: PreviewSeen,
      after: PreviewSeen,
    }),
  ),
  notes: z.array(Labelled),
});

export const previewReferral = endpoint({
  method: 'POST',
  path: '/v1/referrals/preview',
  operation: 'previewReferral',
  function: 'sharing',
  action: 'referral.submit',
  summary: {
    ka: 'გაგზავნამდე: ვინ რას დაინახავს, რომელი წესით, რა იფარება და რომელი თანხმობა აკლია; არაფერი ინახება',
    en: 'Before sending: who will see what by which rule, what stays hidden, which consent is missing; nothing is kept',
  },
  body: ReferralSubmission,
  answers: { 200: ReferralPreview },
  refuses: [
    'unknown-municipality',
    'unknown-code',
    'unknown-agency',
    'unknown-instrument',
    'place-unknown',
    'call-back-missing',
    'caller-missing',
    'in-the-future',
    'adult',
  ],
});
