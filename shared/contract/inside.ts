import * as z from 'zod';
import { AgencyId, CaseId, TaskId } from '../domain/ids.ts';
import { Moment } from '../domain/moment.ts';
import { Code } from '../domain/text.ts';
import { Instant } from '../domain/time.ts';
import { EventView, Labelled } from './common.ts';
import { endpoint } from './endpoint.ts';
import { TaskView } from './tasks.ts';

const params = { caseId: CaseId };
const creating = ['already-closed', 'still-running', 'idempotency-key-reused'] as const;

/** The account by which a person signs in. */
const Account = z.string().regex(/^[\x21-\x7e]{1,128}$/);

export const ConflictView = z.object({
  number: z.int(),
  at: Instant,
  account: z.string().optional(),
  agency: AgencyId.optional(),
  reason: Labelled,
  declaredBy: AgencyId.optional(),
  alreadyWent: z.array(EventView),
  undone: z.object({ at: Instant, agency: AgencyId }).optional(),
  version: z.int(),
});

export const declareConflict = endpoint({
  method: 'POST',
  path: '/v1/cases/{caseId}/conflicts',
  operation: 'declareConflict',
  function: 'protection',
  action: 'conflict.declare',
  summary: {
    ka: 'ინტერესთა კონფლიქტი: ანგარიში ვეღარაფერს ხედავს და სამუშაო სხვას გადაეცემა',
    en: 'A conflict of interest: the account sees nothing any more and its work goes over',
  },
  params,
  body: z.union([
    z.strictObject({ account: Account, reason: Code }),
    z.strictObject({ agency: AgencyId, reason: Code }),
  ]),
  idempotent: true,
  answers: { 201: ConflictView },
  refuses: ['not-found', 'unknown-code', 'unknown-agency', ...creating],
});

export const conflicts = endpoint({
  method: 'GET',
  path: '/v1/cases/{caseId}/conflicts',
  operation: 'conflicts',
  function: 'protection',
  action: 'conflict.read',
  summary: {
    ka: 'ვინ რა ინტერესთა კონფლიქტი გააცხადა',
    en: 'The conflicts of interest that were declared',
  },
  params,
  answers: { 200: z.object({ items: z.array(ConflictView) }) },
  refuses: ['not-found'],
});

export const undoConflict = endpoint({
  method: 'POST',
  path: '/v1/cases/{caseId}/conflicts/{number}/undoing',
  operation: 'undoConflict',
  function: 'protection',
  action: 'conflict.undo',
  summary: {
    ka: 'მეორე პირი აუქმებს ინტერესთა კონფლიქტს: ანგარიშს შემთხვევა კვლავ უჩანს',
    en: 'A second person undoes a conflict of interest: the account is let in again',
  },
  params: { ...params, number: z.coerce.number().int().min(1).max(9999) },
  conditional: true,
  answers: { 200: ConflictView },
  refuses: [
    'not-found',
    'second-person-needed',
    'already-closed',
    'if-match-absent',
    'changed-meanwhile',
  ],
});

export const requestRepresentative = endpoint({
  method: 'POST',
  path: '/v1/cases/{caseId}/representative-requests',
  operation: 'requestRepresentative',
  function: 'protection',
  action: 'representative.request',
  summary: {
    ka: 'საპროცესო წარმომადგენლის მოთხოვნა: ჯერ რეგიონის სპეციალიზებული სოციალური მუშაკები',
    en: 'Asks for a procedural representative: the specialised workers of the region first',
  },
  params,
  body: z.strictObject({}),
  idempotent: true,
  answers: { 201: TaskView },
  refuses: ['not-found', ...creating],
});

export const AbsenceView = z.object({
  number: z.int(),
  account: z.string(),
  kind: Labelled,
  from: Instant,
  to: Instant.optional(),
  deputy: z.string().optional(),
  /** The tasks that went over with this call; the rest follows within minutes. */
  moved: z.array(TaskId),
  /** More work waits to go over. */
  more: z.boolean(),
});

export const declareAbsence = endpoint({
  method: 'PUT',
  path: '/v1/agencies/{agencyId}/members/{account}/absence',
  operation: 'declareAbsence',
  function: 'duty',
  action: 'member.absence',
  summary: {
    ka: 'თანამშრომელი შვებულებაშია, შეჩერებულია ან წავიდა: სამუშაო სხვას გადაეცემა',
    en: 'A worker is on leave, suspended or gone: the work goes over to somebody else',
  },
  params: { agencyId: AgencyId, account: Account },
  body: z.strictObject({
    kind: z.enum(['leave', 'suspension', 'removal']),
    from: Moment.optional(),
    to: Moment.optional(),
    deputy: Account.optional(),
  }),
  answers: { 200: AbsenceView },
  refuses: ['not-found', 'account-unknown', 'last-administrator'],
});
