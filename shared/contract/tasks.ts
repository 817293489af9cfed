import * as z from 'zod';
import { AgencyId, CaseId, ReferralId, TaskId } from '../domain/ids.ts';
import { Details } from '../domain/referral/groups.ts';
import { TaskStatus, Track, Urgency } from '../domain/task/statuses.ts';
import { Code } from '../domain/text.ts';
import { Instant } from '../domain/time.ts';
import {
  ClockList,
  Cursor,
  Labelled,
  Limit,
  Links,
  listOf,
  Note,
  Person,
  ProtectedAddress,
  Words,
} from './common.ts';
import { endpoint } from './endpoint.ts';
import { ErasedView } from './retention.ts';

const params = { taskId: TaskId };

/** A task as one caller may see it; before a person accepts it, only its place, kind and urgency. */
export const TaskView = z.object({
  id: TaskId,
  referral: ReferralId,
  case: CaseId.optional(),
  kind: Labelled,
  track: Track,
  role: z.enum(['lead', 'participant', 'informed']),
  urgency: Urgency,
  status: TaskStatus,
  agency: AgencyId,
  municipality: Labelled,
  createdAt: Instant,
  deadline: Instant.optional(),
  erased: ErasedView.optional(),
  instructions: z.array(Labelled),
  /** Says what is alleged: only the lead sees it before a person has accepted. */
  rule: z.object({ id: Code, why: Words.optional() }).optional(),
  reason: Code.optional(),
  outcome: Code.optional(),
  /** Three facts: a system was told, somebody or something there read it, a person received it. */
  delivery: z
    .object({
      deliveredAt: Instant.optional(),
      fetchedAt: Instant.optional(),
      receivedAt: Instant.optional(),
    })
    .optional(),
  /** Which of the report's related children it is about, counted from 1. */
  relatedChild: z.int().optional(),
  /** The task over which the national desk is asked to decide. */
  about: TaskId.optional(),
  redirectedFrom: TaskId.optional(),
  offeredTo: TaskId.optional(),
  replacedBy: TaskId.optional(),
  work: z
    .object({
      actingPerson: z.string().optional(),
      deputy: z.string().optional(),
      note: z.string().optional(),
    })
    .optional(),
  next: z.array(TaskStatus),
  details: Details.partial(),
  /** The address is protected: this stands in its place. */
  protectedAddress: ProtectedAddress.optional(),
  shownBy: Code,
  version: z.int(),
  links: Links,
});

const TaskLine = z.object({
  id: TaskId,
  kind: z.string(),
  status: z.string(),
  urgency: Urgency,
  deadline: Instant.optional(),
  municipality: z.string().optional(),
  links: Links,
});

export const listTasks = endpoint({
  method: 'GET',
  path: '/v1/tasks',
  operation: 'listTasks',
  function: 'tasks',
  action: 'task.list',
  summary: {
    ka: 'უწყების ამოცანები, უახლოესი ვადა პირველი',
    en: 'The agency’s own tasks, nearest deadline first',
  },
  query: {
    /** `open`, `ended`, or one status. */
    status: z.union([z.enum(['open', 'ended']), TaskStatus]).default('open'),
    limit: Limit,
    cursor: Cursor.optional(),
  },
  answers: { 200: listOf(TaskLine) },
  refuses: ['query-invalid'],
});

export const getTask = endpoint({
  method: 'GET',
  path: '/v1/tasks/{taskId}',
  operation: 'getTask',
  function: 'tasks',
  action: 'task.read',
  summary: { ka: 'ამოცანა', en: 'A task' },
  params,
  answers: { 200: TaskView },
  refuses: ['not-found'],
});

export const TaskTransition = z.strictObject({
  to: TaskStatus,
  actingPerson: Person.optional(),
  deputy: Person.optional(),
  reason: Code.optional(),
  note: Note.optional(),
  outcome: Code.optional(),
});

export const transitionTask = endpoint({
  method: 'POST',
  path: '/v1/tasks/{taskId}/transitions',
  operation: 'transitionTask',
  function: 'tasks',
  action: 'task.transition',
  summary: { ka: 'ამოცანის მდგომარეობის შეცვლა', en: 'Move a task on' },
  params,
  body: TaskTransition,
  conditional: true,
  answers: { 200: TaskView },
  refuses: [
    'not-found',
    'transition-not-allowed',
    'representative-is-worker',
    'acting-person-missing',
    'account-unknown',
    'not-on-duty',
    'reason-missing',
    'outcome-missing',
    'handover-not-recorded',
    'unknown-code',
    'if-match-absent',
    'changed-meanwhile',
  ],
});

export const redirectTask = endpoint({
  method: 'POST',
  path: '/v1/tasks/{taskId}/redirect',
  operation: 'redirectTask',
  function: 'tasks',
  action: 'task.redirect',
  summary: { ka: 'ამოცანის გადამისამართება', en: 'Offer a task to another agency' },
  params,
  body: z.strictObject({ to: AgencyId, reason: Code, note: Note.optional() }),
  conditional: true,
  answers: { 200: TaskView },
  refuses: [
    'not-found',
    'unknown-agency',
    'agency-excluded',
    'unknown-code',
    'redirect-to-itself',
    'already-offered',
    'transition-not-allowed',
    'already-closed',
    'if-match-absent',
    'changed-meanwhile',
  ],
});

export const changeUrgency = endpoint({
  method: 'POST',
  path: '/v1/tasks/{taskId}/urgency',
  operation: 'changeUrgency',
  function: 'tasks',
  action: 'task.urgency',
  summary: {
    ka: 'წამყვანი ცვლის გადაუდებლობას, მიზეზით; ვადები უკან არ გადაიწევს',
    en: 'The lead changes how urgent a task is, with a reason; no deadline moves back',
  },
  params,
  body: z.strictObject({ urgency: Urgency, reason: Code, note: Note.optional() }),
  conditional: true,
  answers: { 200: TaskView },
  refuses: [
    'not-found',
    'unknown-code',
    'urgency-unchanged',
    'transition-not-allowed',
    'already-closed',
    'if-match-absent',
    'changed-meanwhile',
  ],
});

export const taskClocks = endpoint({
  method: 'GET',
  path: '/v1/tasks/{taskId}/clocks',
  operation: 'taskClocks',
  function: 'tasks',
  action: 'task.read',
  summary: { ka: 'ამოცანის ვადები და მათი საფუძველი', en: 'The task’s clocks, each explained' },
  params,
  answers: { 200: ClockList },
  refuses: ['not-found'],
});
