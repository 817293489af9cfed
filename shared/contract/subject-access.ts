import * as z from 'zod';
import { Ties } from '../domain/family/household.ts';
import { AgencyId } from '../domain/ids.ts';
import { DataSubject, Verdict } from '../domain/subject-access/request.ts';
import { line, text } from '../domain/text.ts';
import { Instant } from '../domain/time.ts';
import { RecordId } from './break-glass.ts';
import { Labelled, Links, Words } from './common.ts';
import { endpoint } from './endpoint.ts';

const params = { record: RecordId, number: z.coerce.number().int().min(1) };
const place = '/v1/subject-access/{record}/{number}';

export const SubjectAccessView = z.object({
  record: RecordId,
  number: z.int(),
  version: z.int(),
  at: Instant,
  state: Labelled,
  subject: Labelled,
  requester: Labelled,
  name: z.string().optional(),
  /** Why two people decide; empty where nothing speaks against it. */
  because: z.array(Labelled),
  decideBy: Instant.optional(),
  votes: z.array(
    z.object({
      side: z.enum(['officer', 'lead']),
      agency: AgencyId,
      at: Instant,
      verdict: Verdict,
    }),
  ),
  links: Links,
});

const Said = z.object({ code: z.string(), ...Words.shape });
const Agency = z.object({ agency: AgencyId, ...Words.shape });
export const SubjectPackView = z.object({
  headings: z.record(z.string(), Words),
  known: z.record(z.string(), z.unknown()),
  recipients: z.array(Agency),
  looks: z.array(z.object({ on: z.iso.date(), ...Agency.shape })),
  purposes: z.array(Said),
  bases: z.array(Said),
  /** The same to print, in both languages. */
  text: z.string(),
});

export const askSubjectAccess = endpoint({
  method: 'POST',
  path: '/v1/subject-access',
  operation: 'askSubjectAccess',
  function: 'privacy',
  action: 'subject-access.ask',
  summary: {
    ka: 'პირი საკუთარ მონაცემებს ითხოვს; თუ მთხოვნელი სავარაუდო მოძალადესთანაა დაკავშირებული, ორი ადამიანი წყვეტს',
    en: 'Somebody asks for their own data; where whoever asks is tied to an accused, two people decide',
  },
  body: z.strictObject({
    record: RecordId,
    subject: DataSubject,
    requester: DataSubject,
    name: line(150),
    ties: z.strictObject(Ties.shape),
    through: z.strictObject({ name: line(150), ties: z.strictObject(Ties.shape) }).optional(),
  }),
  idempotent: true,
  answers: { 201: SubjectAccessView },
  refuses: [
    ...(['not-found', 'not-routed-yet', 'content-erased'] as const),
    ...(['still-running', 'idempotency-key-reused'] as const),
  ],
});

export const getSubjectAccess = endpoint({
  method: 'GET',
  path: place,
  operation: 'getSubjectAccess',
  function: 'privacy',
  action: 'subject-access.read',
  summary: {
    ka: 'მონაცემებზე წვდომის ერთი მოთხოვნა და მისი გადაწყვეტა',
    en: 'One request for own data, and how it was decided',
  },
  params,
  answers: { 200: SubjectAccessView },
  refuses: ['not-found'],
});

export const decideSubjectAccess = endpoint({
  method: 'POST',
  path: `${place}/votes`,
  operation: 'decideSubjectAccess',
  function: 'privacy',
  action: 'subject-access.decide',
  summary: {
    ka: 'მონაცემთა დაცვის ოფიცრის ან წამყვანის გადაწყვეტილება; გასაცემად ორივეა საჭირო',
    en: 'The data-protection officer or the lead decides; both are needed to release',
  },
  params,
  body: z.strictObject({ verdict: Verdict, reason: text(1000) }),
  conditional: true,
  answers: { 200: SubjectAccessView },
  refuses: [
    ...(['not-found', 'already-decided', 'second-person-needed', 'content-erased'] as const),
    ...(['if-match-absent', 'changed-meanwhile'] as const),
  ],
});

export const releaseSubjectPack = endpoint({
  method: 'POST',
  path: `${place}/pack`,
  operation: 'releaseSubjectPack',
  function: 'privacy',
  action: 'subject-access.release',
  summary: {
    ka: 'მონაცემების გაცემა ოფიცრისთვის; სხვა ადამიანები დაფარულია, ფოსტით არაფერი იგზავნება',
    en: 'Hands the data to the officer, other people hidden; nothing is ever mailed',
  },
  params,
  answers: { 200: SubjectPackView },
  refuses: ['not-found', 'not-released'],
});
