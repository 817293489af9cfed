import { Temporal } from 'temporal-polyfill';
import { announcement } from '../call/announcement.ts';
import type { ClockName } from '../clock/definition.ts';
import { startClock } from '../clock/start.ts';
import type { Clock } from '../clock/state.ts';
import type { AgencyId, CaseId, EventId, TaskId } from '../ids.ts';
import type { JournalEvent } from '../journal/event.ts';
import type { Edition } from '../policy/edition.ts';
import { answeredBefore } from '../referral/feedback.ts';
import type { Referral } from '../referral/referral.ts';
import { newTask } from '../task/new-task.ts';
import type { Task } from '../task/task.ts';
import type { Assignment } from './decide.ts';

/** The ids of what a routing makes; see `routingIds`. */
export interface RoutingIds {
  readonly case: () => CaseId;
  readonly task: (rule: string, kind: string, agency: AgencyId) => TaskId;
  readonly event: (of: string) => EventId;
}

/** Of what and since when work is planned. */
export interface Planning {
  readonly referral: Referral;
  readonly opened: CaseId | undefined;
  readonly municipality: string;
  /** The report that made the work needed: clocks count from it, however late a machine routes. */
  readonly reportedAt: string;
  readonly at: string;
  readonly childNowUntil?: string | undefined;
  readonly ids: RoutingIds;
}

export interface PlannedWork {
  readonly task: Task;
  readonly clocks: readonly Clock[];
  readonly why: Assignment['why'];
  readonly toOthers: Assignment['toOthers'];
}

/** Clocks of the case and of the referral begin with the lead's task, but do not end with it. */
const OF_CASE: readonly ClockName[] = ['safety-decision', 'child-seen'];
const OF_REFERRAL: readonly ClockName[] = ['first-feedback', 'outcome-feedback'];

/** A task as the rules ask for it, with the clocks that count for it. */
export function plannedWork(
  assignment: Assignment,
  planning: Planning,
  edition: Edition,
): PlannedWork {
  const { referral, opened, municipality, reportedAt, at, childNowUntil, ids } = planning;
  const { kind, agency, rule, urgency, role } = assignment;
  const id = ids.task(rule, kind, agency);
  const { file, id: of } = referral;
  const common = { holder: agency, file, referral: of, case: opened, urgency };
  const start = (name: ClockName) => {
    const subject = subjectOf(name, planning, id);
    // Case and referral have one of each, and the lead answers for it.
    if (!subject || (subject.kind !== 'task' && role !== 'lead')) return [];
    // Nobody waits for an answer to an anonymous report; that is recorded beside it.
    if (subject.kind === 'referral' && referral.reporterMode === 'anonymous') return [];
    // Whoever comes must know before the child leaves the referrer's sight.
    const ofLead = name === 'received' && role === 'lead' ? childLeaves(childNowUntil) : [];
    const notAfter = name === 'first-feedback' ? answeredBefore(referral, edition) : ofLead;
    const from = { startedAt: reportedAt, taskKind: kind, notAfter };
    return [startClock({ ...common, ...from, name, subject }, edition)];
  };
  const clocks = assignment.clocks.flatMap(start);
  // The lead owes what the case waits for; the referrer's clocks are shown with the referral.
  const owed = clocks.filter(({ subject }) => subject.kind !== 'referral');
  const place = { id: of, file, municipality, kind: referral.kind };
  const asked = { ...assignment, id, referral: place, opened, at, requestedBy: 'policy' as const };
  const { why, toOthers } = assignment;
  return { task: newTask(asked, owed, edition), clocks, why, toOthers };
}

export const childLeaves = (until: string | undefined) =>
  until ? [{ at: Temporal.Instant.from(until), because: 'child-leaves' as const }] : [];

function subjectOf(
  name: ClockName,
  { referral, opened }: Planning,
  task: TaskId,
): Clock['subject'] | undefined {
  if (OF_REFERRAL.includes(name)) return { kind: 'referral', id: referral.id };
  if (OF_CASE.includes(name)) return opened && { kind: 'case', id: opened };
  return { kind: 'task', id: task };
}

/** An agency is asked: the event that stands in its feed and calls its duty person. */
export const requested = (
  task: Task,
  { at, ids }: Pick<Planning, 'at' | 'ids'>,
  edition: Edition,
): JournalEvent => ({
  id: ids.event(task.id),
  type: 'task.requested',
  at,
  subject: { kind: 'task', id: task.id },
  version: 1,
  by: { sub: 'routing' },
  file: task.file,
  referral: task.referral,
  case: task.case,
  to: [task.agency],
  ...announcement(task.agency, [edition.clock('received', task.urgency, task.kind)]),
  deadline: task.deadline,
  urgency: task.urgency,
  codes: { kind: task.kind, rule: task.rule },
  policy: edition.reference,
});

/** Why each agency was asked, as it is kept with the routing. */
export const explained = ({ task, why, toOthers }: PlannedWork) => ({
  task: task.id,
  agency: task.agency,
  kind: task.kind,
  role: task.role,
  urgency: task.urgency,
  deadline: task.deadline,
  rule: task.rule,
  why,
  toOthers,
});
