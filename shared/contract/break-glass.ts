import * as z from 'zod';
import { Finding } from '../domain/break-glass/ticket.ts';
import { AgencyId, CaseId, ReferralId } from '../domain/ids.ts';
import { text } from '../domain/text.ts';
import { Instant } from '../domain/time.ts';
import { Labelled, Links } from './common.ts';
import { endpoint } from './endpoint.ts';

/** What can be looked into: a case or a referral, by its id alone. */
export const RecordId = z.union([CaseId, ReferralId]);
const params = { record: RecordId, number: z.coerce.number().int().min(1) };
const place = '/v1/break-glass/{record}/{number}';
const Someone = z.object({ account: z.string(), agency: AgencyId });

export const TicketView = z.object({
  record: RecordId,
  number: z.int(),
  version: z.int(),
  state: Labelled,
  openedAt: Instant,
  until: Instant,
  by: Someone,
  reason: z.string().optional(),
  revoked: z.object({ at: Instant, by: Someone }).optional(),
  /** By when a second person looks at it; absent when one has. */
  reviewBy: Instant.optional(),
  review: z
    .object({ at: Instant, by: Someone, finding: Labelled, reason: z.string().optional() })
    .optional(),
  /** Every look by this ticket, by the journal of access. */
  reads: z.array(z.object({ at: Instant, what: z.string(), record: z.string() })),
  links: Links,
});

export const breakGlass = endpoint({
  method: 'POST',
  path: '/v1/break-glass',
  operation: 'breakGlass',
  function: 'privacy',
  action: 'break-glass.open',
  summary: {
    ka: 'საგანგებო წვდომა ჩანაწერზე: მხოლოდ წაკითხვა, არაუმეტეს ერთი საათისა; წამყვანი მაშინვე იგებს და ყოველ წვდომას მეორე ადამიანი განიხილავს',
    en: 'An emergency look into a record: reading only, for an hour at most; the lead hears at once, and a second person reviews every one',
  },
  body: z.strictObject({ record: RecordId, reason: text(1000) }),
  idempotent: true,
  answers: { 201: TicketView },
  refuses: [
    ...(['not-found', 'sign-in-again', 'reason-too-short', 'reason-says-nothing'] as const),
    ...(['reason-repeated', 'ticket-still-open', 'content-erased'] as const),
    ...(['still-running', 'idempotency-key-reused'] as const),
  ],
});

export const getTicket = endpoint({
  method: 'GET',
  path: place,
  operation: 'getTicket',
  function: 'privacy',
  action: 'break-glass.read',
  summary: {
    ka: 'ერთი საგანგებო წვდომა: ვინ, რატომ, რამდენი ხნით და რა ნახა',
    en: 'One emergency look: who, why, for how long, and what was read',
  },
  params,
  answers: { 200: TicketView },
  refuses: ['not-found'],
});

export const revokeTicket = endpoint({
  method: 'POST',
  path: `${place}/revocation`,
  operation: 'revokeTicket',
  function: 'privacy',
  action: 'break-glass.revoke',
  summary: {
    ka: 'საგანგებო წვდომის დასრულება; მოქმედებს მაშინვე',
    en: 'Ends an emergency look; takes effect at once',
  },
  params,
  conditional: true,
  answers: { 200: TicketView },
  refuses: ['not-found', 'ticket-ended', 'if-match-absent', 'changed-meanwhile'],
});

export const reviewTicket = endpoint({
  method: 'POST',
  path: `${place}/review`,
  operation: 'reviewTicket',
  function: 'privacy',
  action: 'break-glass.review',
  summary: {
    ka: 'საგანგებო წვდომის განხილვა მეორე ადამიანის მიერ',
    en: 'A second person reviews an emergency look',
  },
  params,
  body: z.strictObject({ finding: Finding, reason: text(1000) }),
  conditional: true,
  answers: { 200: TicketView },
  refuses: [
    ...(['not-found', 'second-person-needed', 'already-reviewed', 'content-erased'] as const),
    ...(['if-match-absent', 'changed-meanwhile'] as const),
  ],
});
