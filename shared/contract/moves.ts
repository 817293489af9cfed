import * as z from 'zod';
import { AgencyId, CaseId, TaskId } from '../domain/ids.ts';
import { Code, line } from '../domain/text.ts';
import { Instant } from '../domain/time.ts';
import { Labelled, Note, Person } from './common.ts';
import { endpoint } from './endpoint.ts';

const params = { caseId: CaseId };
const numbered = { ...params, number: z.coerce.number().int().min(1).max(9999) };

/** A move of a child: who led, who is asked, and whether the two have talked. */
export const MoveView = z.object({
  number: z.int(),
  at: Instant,
  from: AgencyId,
  /** Absent while nobody knows where the child is. */
  to: AgencyId.optional(),
  municipality: Labelled,
  since: z.iso.date(),
  source: Labelled,
  task: TaskId.optional(),
  handedOverAt: Instant.optional(),
  persons: z.array(z.string()).optional(),
  note: z.string().optional(),
});

export const moveCase = endpoint({
  method: 'POST',
  path: '/v1/cases/{caseId}/moves',
  operation: 'moveCase',
  function: 'cases',
  action: 'case.move',
  summary: {
    ka: 'ბავშვი სხვა ტერიტორიაზე გადავიდა, ან ოჯახი წავიდა და ადგილი უცნობია',
    en: 'The child has moved to another area, or the family is gone',
  },
  params,
  body: z.strictObject({
    /** A municipality by any of its names, a guardianship unit, or `unknown`. */
    to: line(80),
    since: z.iso.date(),
    source: Code,
    note: Note.optional(),
  }),
  idempotent: true,
  answers: { 201: MoveView },
  refuses: [
    'not-found',
    'unknown-municipality',
    'unknown-agency',
    'unknown-code',
    'in-the-future',
    'already-closed',
    'still-running',
    'idempotency-key-reused',
  ],
});

export const listMoves = endpoint({
  method: 'GET',
  path: '/v1/cases/{caseId}/moves',
  operation: 'listMoves',
  function: 'cases',
  action: 'case.read',
  summary: { ka: 'ბავშვის გადასვლები', en: 'The moves of the child' },
  params,
  answers: { 200: z.object({ items: z.array(MoveView) }) },
  refuses: ['not-found'],
});

export const handOverCase = endpoint({
  method: 'POST',
  path: '/v1/cases/{caseId}/moves/{number}/handover',
  operation: 'handOverCase',
  function: 'cases',
  action: 'case.hand-over',
  summary: { ka: 'გადაბარების საუბრის ჩაწერა', en: 'Record the handover talk' },
  params: numbered,
  body: z.strictObject({
    at: z.iso.datetime({ offset: true }),
    /** Who talked, of both units. */
    persons: z.array(Person).min(2).max(10),
    note: Note.optional(),
  }),
  idempotent: true,
  answers: { 201: MoveView },
  refuses: [
    'not-found',
    'not-taken-over-yet',
    'already-handed-over',
    'in-the-future',
    'still-running',
    'idempotency-key-reused',
  ],
});
