import * as z from 'zod';
import { AgencyId, CaseId } from '../domain/ids.ts';
import { SealableGroup } from '../domain/protection/marks.ts';
import { Code } from '../domain/text.ts';
import { Instant } from '../domain/time.ts';
import { Labelled, Links, Note } from './common.ts';
import { endpoint } from './endpoint.ts';

const params = { caseId: CaseId };
const numbered = { ...params, number: z.coerce.number().int().min(1).max(9999) };
const creating = ['still-running', 'idempotency-key-reused'] as const;
const changing = ['if-match-absent', 'changed-meanwhile'] as const;

/** A seal: what it closes and to whom it stays open. Why, only whoever may seal reads. */
export const SealView = z.object({
  number: z.int(),
  at: Instant,
  agency: AgencyId.optional(),
  groups: z.array(SealableGroup),
  openTo: z.array(Labelled),
  reviewBy: Instant,
  reason: z.string().optional(),
  liftedAt: Instant.optional(),
  liftReason: z.string().optional(),
  version: z.int(),
  links: Links,
});

export const sealCase = endpoint({
  method: 'POST',
  path: '/v1/cases/{caseId}/seals',
  operation: 'sealCase',
  function: 'protection',
  action: 'seal.set',
  summary: {
    ka: 'პროკურორი ლუქავს ჩვენებას, მონათხრობს ან სამედიცინო ცნობებს',
    en: 'A prosecutor seals statement, account or medical findings',
  },
  params,
  body: z.strictObject({
    groups: z.array(SealableGroup).min(1).max(3),
    /** Beside the prosecutor’s office itself. */
    openTo: z.array(Code).max(10).default([]),
    reason: Note,
  }),
  idempotent: true,
  answers: { 201: SealView },
  refuses: ['not-found', 'seal-not-open-to', ...creating],
});

export const seals = endpoint({
  method: 'GET',
  path: '/v1/cases/{caseId}/seals',
  operation: 'seals',
  function: 'protection',
  action: 'seal.read',
  summary: {
    ka: 'რა არის დალუქული და ვისთვის დარჩა ღია',
    en: 'What is sealed, and to whom it stays open',
  },
  params,
  answers: { 200: z.object({ items: z.array(SealView) }) },
  refuses: ['not-found'],
});

export const liftSeal = endpoint({
  method: 'POST',
  path: '/v1/cases/{caseId}/seals/{number}/lift',
  operation: 'liftSeal',
  function: 'protection',
  action: 'seal.lift',
  summary: { ka: 'პროკურორი ხსნის ლუქს', en: 'A prosecutor lifts a seal' },
  params: numbered,
  body: z.strictObject({ reason: Note }),
  conditional: true,
  answers: { 200: SealView },
  refuses: ['not-found', ...changing],
});

/** That an address is protected, or that somebody asked to protect it no longer. */
export const AddressMarkView = z.object({
  number: z.int(),
  at: Instant,
  agency: AgencyId.optional(),
  sets: z.enum(['protect', 'lift']),
  reason: Labelled,
  confirmed: z.object({ at: Instant, agency: AgencyId }).optional(),
  version: z.int(),
  links: Links,
});

const marking = z.strictObject({ reason: Code });

export const protectAddress = endpoint({
  method: 'POST',
  path: '/v1/cases/{caseId}/address-marks',
  operation: 'protectAddress',
  function: 'protection',
  action: 'address.protect',
  summary: {
    ka: 'მისამართის დაცვა: უჩანს მხოლოდ მას, ვინც ბავშვთან უნდა მივიდეს',
    en: 'Protects the address: shown only to those who must go there',
  },
  params,
  body: marking,
  idempotent: true,
  answers: { 201: AddressMarkView },
  refuses: ['not-found', 'unknown-code', ...creating],
});

export const addressMarks = endpoint({
  method: 'GET',
  path: '/v1/cases/{caseId}/address-marks',
  operation: 'addressMarks',
  function: 'protection',
  action: 'address.read',
  summary: {
    ka: 'დაცულია თუ არა მისამართი და ვინ დაიცვა',
    en: 'Whether the address is protected, and who protected it',
  },
  params,
  answers: { 200: z.object({ protected: z.boolean(), items: z.array(AddressMarkView) }) },
  refuses: ['not-found'],
});

export const askAddressLift = endpoint({
  method: 'POST',
  path: '/v1/cases/{caseId}/address-lifts',
  operation: 'askAddressLift',
  function: 'protection',
  action: 'address.lift',
  summary: {
    ka: 'წამყვანი ითხოვს, მისამართი აღარ იყოს დაცული',
    en: 'The lead asks to protect the address no longer',
  },
  params,
  body: marking,
  idempotent: true,
  answers: { 201: AddressMarkView },
  refuses: ['not-found', 'unknown-code', 'address-not-protected', ...creating],
});

export const confirmAddressLift = endpoint({
  method: 'POST',
  path: '/v1/cases/{caseId}/address-lifts/{number}/confirmation',
  operation: 'confirmAddressLift',
  function: 'protection',
  action: 'address.confirm-lift',
  summary: {
    ka: 'მეორე პირი ადასტურებს, რომ მისამართის დაცვა სრულდება',
    en: 'A second person confirms that the address is no longer protected',
  },
  params: numbered,
  conditional: true,
  answers: { 200: AddressMarkView },
  refuses: ['not-found', 'second-person-needed', 'protected-since', ...changing],
});
