import type { WorkingCalendar } from '../calendar/calendar.ts';
import { pauseAll, resumeAll } from '../clock/pause.ts';
import { type Clock, endClock } from '../clock/state.ts';
import type { AgencyId, EventId } from '../ids.ts';
import type { Decision } from '../journal/decision.ts';
import type { EventType, JournalEvent } from '../journal/event.ts';
import type { Edition } from '../policy/edition.ts';
import { type Hindrance, Refusal } from '../refusal.ts';
import type { RefusalCode } from '../refusal-kinds.ts';
import type { Sealed } from '../sealed.ts';
import { nextDeadline } from './new-task.ts';
import type { TaskStatus, Transition, TransitionNeed } from './statuses.ts';
import type { Task } from './task.ts';

export interface TransitionRequest {
  readonly to: TaskStatus;
  readonly actingPerson?: unknown;
  readonly reason?: string | undefined;
  readonly outcome?: string | undefined;
}

/** In which capacity the caller acts on the task. */
export interface Capacity {
  readonly owner: boolean;
  readonly lead: boolean;
}

const TYPES: Readonly<Record<TaskStatus, EventType>> = {
  requested: 'task.requested',
  received: 'task.received',
  accepted: 'task.accepted',
  rejected: 'task.rejected',
  'in-progress': 'task.started',
  'on-hold': 'task.held',
  completed: 'task.completed',
  cancelled: 'task.cancelled',
  failed: 'task.failed',
};

const MISSING: Readonly<Record<TransitionNeed, RefusalCode>> = {
  actingPerson: 'acting-person-missing',
  reason: 'reason-missing',
  outcome: 'outcome-missing',
};

/**
 * Which clocks a step ends. A rejection, a hold and a failure end none but the wait for a person:
 * whoever held the task answers until another person has accepted it.
 */
const ENDS: Readonly<Partial<Record<TaskStatus, readonly string[]>>> = {
  received: ['received'],
  accepted: ['received', 'decide'],
  rejected: ['received'],
  'in-progress': ['received', 'decide', 'act'],
  completed: ['received', 'decide', 'act', 'finish', 'desk-decides'],
  cancelled: ['received', 'decide', 'act', 'finish', 'desk-decides'],
};

/**
 * Whoever was only offered the work and rejects it owes nothing more: the one who has it answers, by
 * clocks of its own that have never stopped.
 */
const endsOf = ({ redirectedFrom }: Task, to: TaskStatus): readonly string[] =>
  to === 'rejected' && redirectedFrom ? (ENDS.cancelled ?? []) : (ENDS[to] ?? []);

/** The steps open to a caller from where the task stands, as the pack's table has them. */
export const nextSteps = (task: Task, capacity: Capacity, edition: Edition): TaskStatus[] =>
  edition.statuses.transitions
    .filter((step) => step.from === task.status && step.by.some((role) => capacity[role]))
    .map(({ to }) => to);

/** Whether the step is in the pack's table for this caller, and has all it needs. */
export function checkTransition(
  task: Task,
  request: TransitionRequest,
  capacity: Capacity,
  edition: Edition,
): void {
  const step = edition.statuses.transitions.find(
    ({ from, to, by }) =>
      from === task.status && to === request.to && by.some((role) => capacity[role]),
  );
  if (!step) throw new Refusal('transition-not-allowed');
  const absent = step.needs.filter((need) => request[need] === undefined);
  const [first] = absent;
  if (first) throw new Refusal(MISSING[first], absent.map(pointerOf));
  checkCodes(step, request, edition);
}

const pointerOf = (need: TransitionNeed): Hindrance => ({
  pointer: `/${need}`,
  code: MISSING[need],
});

function checkCodes(
  step: Transition,
  { reason, outcome }: TransitionRequest,
  edition: Edition,
): void {
  // A reason where none is asked for is in no list either: the field holds codes, never words.
  if (reason && !(step.reasons && edition.has(step.reasons, reason))) {
    throw new Refusal('unknown-code', [{ pointer: '/reason', code: 'unknown-code' }]);
  }
  if (outcome && !edition.has('outcomes', outcome)) {
    throw new Refusal('unknown-code', [{ pointer: '/outcome', code: 'unknown-code' }]);
  }
}

interface Step {
  readonly task: Task;
  /** The task's own clocks. */
  readonly clocks: readonly Clock[];
  /** The clocks of the case, where the task is the lead's: they are what it owes next. */
  readonly ofCase: readonly Clock[];
  readonly request: TransitionRequest;
  readonly by: { readonly sub: string; readonly agency: AgencyId };
  /** The lead of the case or referral: it hears of every step. */
  readonly lead: AgencyId | undefined;
  readonly at: string;
  readonly calendar: WorkingCalendar;
  readonly event: EventId;
  readonly sealed: Sealed | undefined;
}

/** Moves a task on; call after `checkTransition`. */
export function transition({
  task,
  clocks,
  ofCase,
  request,
  by,
  lead,
  at,
  calendar,
  event,
  sealed,
}: Step): Decision {
  const { to } = request;
  const ended = clocks
    .filter(({ name, endedAt }) => endedAt === undefined && endsOf(task, to).includes(name))
    .map((clock) => endClock(clock, at));
  const others = clocks.filter(({ name }) => !ended.some((clock) => clock.name === name));
  const rested = restedBy(task, to, others, { at, calendar });
  const running = others.map((clock) => rested.find(({ name }) => name === clock.name) ?? clock);
  const over = to === 'completed' || to === 'cancelled';
  // The case is owed by whoever leads it, not by one to whom the lead was only offered.
  const owed = to === 'rejected' && task.redirectedFrom ? [] : ofCase;
  const moved: Task = {
    ...task,
    version: task.version + 1,
    status: to,
    deadline: over ? undefined : nextDeadline([...running, ...owed]),
    reason: request.reason ?? task.reason,
    outcome: request.outcome ?? task.outcome,
    sealed: sealed ?? task.sealed,
  };
  return {
    kept: [moved, ...ended, ...rested],
    events: [stepEvent(moved, { by, lead, at, event })],
  };
}

/** A hold lets those clocks rest that may, never one that guards a child; its end lets them go on. */
function restedBy(
  { status }: Task,
  to: TaskStatus,
  clocks: readonly Clock[],
  { at, calendar }: Pick<Step, 'at' | 'calendar'>,
): Clock[] {
  if (to === 'on-hold') return pauseAll(clocks, 'on-hold', at, calendar);
  return status === 'on-hold' ? resumeAll(clocks, 'on-hold', at, calendar) : [];
}

export function stepEvent(
  task: Task,
  { by, lead, at, event }: Pick<Step, 'by' | 'lead' | 'at' | 'event'>,
): JournalEvent {
  const others = [task.agency, lead].filter(
    (agency) => agency !== undefined && agency !== by.agency,
  );
  return {
    id: event,
    type: TYPES[task.status],
    at,
    subject: { kind: 'task', id: task.id },
    version: task.version,
    by,
    file: task.file,
    referral: task.referral,
    case: task.case,
    to: [...new Set(others)] as AgencyId[],
    deadline: task.deadline,
    urgency: task.urgency,
    codes: { kind: task.kind, status: task.status },
    policy: task.policy,
  };
}
