import * as z from 'zod';
import { NoticeKind, Ties, YesNoUnknown } from '../domain/family/household.ts';
import { AgencyId, CaseId, ReferralId } from '../domain/ids.ts';
import { Moment } from '../domain/moment.ts';
import { AllegedPerpetrator, PersonalNumber, SafeContact } from '../domain/referral/child.ts';
import { Code, Language, line, Phone } from '../domain/text.ts';
import { Instant } from '../domain/time.ts';
import { EventView, Labelled, Note, ProtectedAddress } from './common.ts';
import { endpoint } from './endpoint.ts';

const params = { caseId: CaseId };
const creating = ['already-closed', 'still-running', 'idempotency-key-reused'] as const;

const Corrects = z.strictObject({ referral: ReferralId, index: z.int().min(0) });

export const PerpetratorView = z.object({
  number: z.int(),
  version: z.int(),
  at: Instant,
  agency: AgencyId.optional(),
  perpetrator: AllegedPerpetrator.optional(),
  corrects: z.object({ referral: ReferralId, index: z.int() }).optional(),
  /** The agencies that get nothing of this child on account of this person. */
  excludes: z.array(AgencyId),
  /** What had gone to them before: it cannot be called back. */
  alreadyWent: z.array(EventView),
});

export const namePerpetrator = endpoint({
  method: 'POST',
  path: '/v1/cases/{caseId}/alleged-perpetrators',
  operation: 'namePerpetrator',
  function: 'cases',
  action: 'perpetrator.name',
  summary: {
    ka: 'სავარაუდო მოძალადის დასახელება; მოქმედებს ყველაფერზე, რაც ჯერ არ გაგზავნილა',
    en: 'Names an alleged perpetrator; takes effect on everything not yet sent',
  },
  params,
  body: z.strictObject({ perpetrator: AllegedPerpetrator, corrects: Corrects.optional() }),
  idempotent: true,
  answers: { 201: PerpetratorView },
  refuses: ['not-found', 'unknown-code', ...creating],
});

export const correctPerpetrator = endpoint({
  method: 'PUT',
  path: '/v1/cases/{caseId}/alleged-perpetrators/{number}',
  operation: 'correctPerpetrator',
  function: 'cases',
  action: 'perpetrator.name',
  summary: {
    ka: 'სავარაუდო მოძალადის მონაცემების შესწორება',
    en: 'Corrects what is known of an alleged perpetrator',
  },
  params: { ...params, number: z.coerce.number().int().min(1) },
  body: z.strictObject({ perpetrator: AllegedPerpetrator }),
  conditional: true,
  answers: { 200: PerpetratorView },
  refuses: ['not-found', 'unknown-code', 'already-closed', 'if-match-absent', 'changed-meanwhile'],
});

export const perpetrators = endpoint({
  method: 'GET',
  path: '/v1/cases/{caseId}/alleged-perpetrators',
  operation: 'perpetrators',
  function: 'cases',
  action: 'perpetrator.read',
  summary: {
    ka: 'შეტყობინების შემდეგ დასახელებული სავარაუდო მოძალადეები',
    en: 'The alleged perpetrators named since the report',
  },
  params,
  answers: { 200: z.object({ items: z.array(PerpetratorView) }) },
  refuses: ['not-found'],
});

const Named = z.strictObject({ name: line(150), phone: Phone.optional() });
const ties = { ...Ties.shape };

export const SpeakerView = z.object({
  number: z.int(),
  at: Instant,
  agency: AgencyId.optional(),
  capacity: Labelled,
  person: Named.optional(),
  account: z.string().optional(),
  ...ties,
  reason: z.string().optional(),
  from: Instant,
  to: Instant.optional(),
  /** The decision in force at this moment. */
  current: z.boolean(),
});

/** What is not said counts as unknown, and unknown as yes. */
const askedTies = {
  accused: YesNoUnknown.default('unknown'),
  sharesHousehold: YesNoUnknown.default('unknown'),
  dependsOnAccused: YesNoUnknown.default('unknown'),
};

export const decideSpeaker = endpoint({
  method: 'POST',
  path: '/v1/cases/{caseId}/speakers',
  operation: 'decideSpeaker',
  function: 'cases',
  action: 'speaker.decide',
  summary: {
    ka: 'გადაწყვეტილება, ვინ წარმოადგენს ბავშვს',
    en: 'Decides who speaks for the child',
  },
  params,
  body: z.strictObject({
    person: Named.extend({ personalNumber: PersonalNumber.optional() }).optional(),
    account: z.string().min(1).max(128).optional(),
    capacity: Code,
    ...askedTies,
    reason: Note,
    from: Moment.optional(),
    to: Moment.optional(),
  }),
  idempotent: true,
  answers: { 201: SpeakerView },
  refuses: ['not-found', 'unknown-code', 'person-missing', 'representative-is-worker', ...creating],
});

export const speakers = endpoint({
  method: 'GET',
  path: '/v1/cases/{caseId}/speakers',
  operation: 'speakers',
  function: 'cases',
  action: 'speaker.read',
  summary: {
    ka: 'გადაწყვეტილებები, ვინ წარმოადგენს ბავშვს',
    en: 'The decisions on who speaks for the child',
  },
  params,
  answers: { 200: z.object({ items: z.array(SpeakerView) }) },
  refuses: ['not-found'],
});

const Because = z.array(Labelled);

export const ContactView = z.object({
  number: z.int(),
  version: z.int(),
  at: Instant,
  contact: SafeContact.optional(),
  ...ties,
  inHousehold: YesNoUnknown,
  withdrawnAt: Instant.optional(),
  mayReach: z.boolean(),
  because: Because,
});

export const confirmContact = endpoint({
  method: 'POST',
  path: '/v1/cases/{caseId}/safe-contacts',
  operation: 'confirmContact',
  function: 'protection',
  action: 'contact.confirm',
  summary: {
    ka: 'წამყვანი ადასტურებს უსაფრთხო საკონტაქტო პირს',
    en: 'The lead confirms a safe contact',
  },
  params,
  body: z.strictObject({
    ...SafeContact.shape,
    ...askedTies,
    inHousehold: YesNoUnknown.default('unknown'),
  }),
  idempotent: true,
  answers: { 201: ContactView },
  refuses: ['not-found', 'contact-not-safe', ...creating],
});

export const withdrawContact = endpoint({
  method: 'DELETE',
  path: '/v1/cases/{caseId}/safe-contacts/{number}',
  operation: 'withdrawContact',
  function: 'protection',
  action: 'contact.confirm',
  summary: {
    ka: 'საკონტაქტო პირი უსაფრთხო აღარ არის',
    en: 'A contact is no longer safe',
  },
  params: { ...params, number: z.coerce.number().int().min(1) },
  answers: { 204: z.undefined() },
  refuses: ['not-found', 'already-closed'],
});

export const NoticeView = z.object({
  number: z.int(),
  at: Instant,
  kind: Labelled,
  language: Code,
  contact: z.int(),
  state: z.enum(['owed', 'sent', 'withheld', 'by-hand']),
  sentAt: Instant.optional(),
  notSentBecause: Because.optional(),
});

export const sendNotice = endpoint({
  method: 'POST',
  path: '/v1/cases/{caseId}/notices',
  operation: 'sendNotice',
  function: 'protection',
  action: 'notice.send',
  summary: {
    ka: 'შეტყობინება ოჯახს, მხოლოდ დადასტურებული უსაფრთხო საკონტაქტო პირით',
    en: 'A notice to the family, through a confirmed safe contact and nobody else',
  },
  params,
  body: z.strictObject({
    kind: NoticeKind,
    language: Language.default('ka'),
    contact: z.int().min(1).optional(),
  }),
  idempotent: true,
  answers: { 201: NoticeView },
  refuses: ['not-found', 'household-shielded', 'no-safe-contact', ...creating],
});

export const explainShield = endpoint({
  method: 'GET',
  path: '/v1/cases/{caseId}/shield',
  operation: 'explainShield',
  function: 'protection',
  action: 'shield.read',
  summary: {
    ka: 'ვის შეიძლება დაუკავშირდნენ, ვის არა და რატომ',
    en: 'Who may be reached, who may not, and why',
  },
  params,
  answers: {
    200: z.object({
      shielded: z.boolean(),
      because: Because,
      contacts: z.array(ContactView),
      protectedAddress: ProtectedAddress.optional(),
      notices: z.array(NoticeView),
    }),
  },
  refuses: ['not-found'],
});
