import * as z from 'zod';
import { AgencyId, CaseId, ReferralId, TaskId } from '../domain/ids.ts';
import { FourTrack } from '../domain/safety/tracks.ts';
import { Track, Urgency } from '../domain/task/statuses.ts';
import { Code } from '../domain/text.ts';
import { Instant } from '../domain/time.ts';
import { ClockList, Labelled, Links, Note } from './common.ts';
import { endpoint } from './endpoint.ts';
import { ErasedView } from './retention.ts';
import { JoiningView, TellingView } from './same-child.ts';
import { TaskView } from './tasks.ts';

const params = { caseId: CaseId };

export const CaseView = z.object({
  id: CaseId,
  status: z.enum(['open', 'closed']),
  lead: AgencyId,
  openedAt: Instant,
  municipality: Labelled,
  referrals: z.array(ReferralId),
  /** The older case of the same child, which goes on for both. */
  joinedTo: CaseId.optional(),
  joined: z.array(CaseId).optional(),
  /** Reports of the same child beside the first; shown to the lead. */
  repeats: z.int().optional(),
  joinings: z.array(JoiningView).optional(),
  /** How often the child has told, as far as known; shown to the lead and to the centre. */
  timesToldCount: z.int().optional(),
  tellings: z.array(TellingView).optional(),
  worker: z.string().optional(),
  deputy: z.string().optional(),
  /** The tasks of all agencies, side by side: status and deadline, no details. */
  tasks: z.array(
    z.object({
      id: TaskId,
      /** The case it belongs to, where several of one child are joined. */
      case: CaseId.optional(),
      kind: Labelled,
      track: Track,
      agency: AgencyId,
      status: Labelled,
      urgency: Urgency,
      deadline: Instant.optional(),
    }),
  ),
  /** The four tracks: each ends by work that was done, or is waived by a second person. */
  tracks: z.array(
    z.object({ code: FourTrack, label: z.string(), state: z.enum(['open', 'ended', 'waived']) }),
  ),
  /** What could not be compared, and is not taken to be safe; shown to the lead. */
  identities: z
    .object({ personsWithoutNumber: z.int(), you: z.enum(['checked', 'not-checked']) })
    .optional(),
  /** What its first report held was erased. */
  erased: ErasedView.optional(),
  version: z.int(),
  links: Links,
});

export const getCase = endpoint({
  method: 'GET',
  path: '/v1/cases/{caseId}',
  operation: 'getCase',
  function: 'cases',
  action: 'case.read',
  summary: {
    ka: 'შემთხვევა და ყველა უწყების ამოცანები',
    en: 'A case and the tasks of all agencies',
  },
  params,
  answers: { 200: CaseView },
  refuses: ['not-found'],
});

export const addTask = endpoint({
  method: 'POST',
  path: '/v1/cases/{caseId}/tasks',
  operation: 'addTask',
  function: 'cases',
  action: 'case.add-task',
  summary: { ka: 'წამყვანი ამატებს ამოცანას', en: 'The lead adds a task' },
  params,
  body: z.strictObject({
    kind: Code,
    agency: AgencyId,
    urgency: Urgency.default('routine'),
    note: Note.optional(),
  }),
  idempotent: true,
  answers: { 201: TaskView },
  refuses: [
    'not-found',
    'unknown-agency',
    'agency-excluded',
    'unknown-code',
    'already-closed',
    'still-running',
    'idempotency-key-reused',
  ],
});

export const caseClocks = endpoint({
  method: 'GET',
  path: '/v1/cases/{caseId}/clocks',
  operation: 'caseClocks',
  function: 'cases',
  action: 'case.read',
  summary: { ka: 'შემთხვევის ვადები და მათი საფუძველი', en: 'The case’s clocks, each explained' },
  params,
  answers: { 200: ClockList },
  refuses: ['not-found'],
});
