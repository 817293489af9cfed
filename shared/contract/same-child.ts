import * as z from 'zod';
import { AgencyId, CaseId, ReferralId } from '../domain/ids.ts';
import { Code } from '../domain/text.ts';
import { Instant } from '../domain/time.ts';
import { Labelled, Links, Note } from './common.ts';
import { endpoint } from './endpoint.ts';

const params = { caseId: CaseId };
const ofJoining = { ...params, number: z.coerce.number().int().min(1).max(9999) };

const answer = { same: z.enum(['yes', 'no']), reason: Note };

/** With which other record the case is compared, whether it is the same child, and why. */
const JoiningAnswer = z.union([
  z.strictObject({ referral: ReferralId, ...answer }),
  z.strictObject({ case: CaseId, ...answer }),
]);

export const JoiningView = z.object({
  number: z.int(),
  /** The case with which the answer is kept: of two that are joined the one that goes on. */
  of: CaseId,
  same: z.enum(['yes', 'no']),
  referral: ReferralId,
  case: CaseId.optional(),
  at: Instant,
  agency: AgencyId.optional(),
  reason: z.string().optional(),
  undoneAt: Instant.optional(),
  undoing: z.string().optional(),
  links: Links,
});

export const TellingView = z.object({
  number: z.int(),
  to: Labelled,
  at: Instant,
  why: Labelled,
  note: z.string().optional(),
});

export const joinCase = endpoint({
  method: 'POST',
  path: '/v1/cases/{caseId}/joinings',
  operation: 'joinCase',
  function: 'cases',
  action: 'case.join',
  summary: {
    ka: 'ერთი ბავშვია თუ სხვადასხვა; თუ ერთია, შემთხვევები ერთიანდება',
    en: 'Whether it is one child; if so, the two cases are joined',
  },
  params,
  body: JoiningAnswer,
  idempotent: true,
  answers: { 201: JoiningView },
  refuses: [
    'not-found',
    'not-routed-yet',
    'already-joined',
    'still-running',
    'idempotency-key-reused',
  ],
});

export const undoJoining = endpoint({
  method: 'POST',
  path: '/v1/cases/{caseId}/joinings/{number}/undoing',
  operation: 'undoJoining',
  function: 'cases',
  action: 'case.join',
  summary: {
    ka: 'გაერთიანების გაუქმება: სხვადასხვა ბავშვი აღმოჩნდა',
    en: 'Undo a joining: they turned out to be different children',
  },
  params: ofJoining,
  body: z.strictObject({ reason: Note }),
  idempotent: true,
  answers: { 201: JoiningView },
  refuses: ['not-found', 'already-undone', 'still-running', 'idempotency-key-reused'],
});

export const recordTelling = endpoint({
  method: 'POST',
  path: '/v1/cases/{caseId}/tellings',
  operation: 'recordTelling',
  function: 'cases',
  action: 'case.record-telling',
  summary: {
    ka: 'ჩაიწეროს, ვის მოუყვა ბავშვმა მომხდარი; ბავშვს ამას არ ჰკითხავენ',
    en: 'Write down to whom the child told it; the child is not asked',
  },
  params,
  body: z.strictObject({
    to: Code,
    at: z.iso.datetime({ offset: true }),
    why: Code,
    note: Note.optional(),
  }),
  idempotent: true,
  answers: { 201: TellingView },
  refuses: [
    'not-found',
    'unknown-agency',
    'unknown-code',
    'in-the-future',
    'already-closed',
    'still-running',
    'idempotency-key-reused',
  ],
});
