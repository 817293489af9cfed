import { announcement } from '../call/announcement.ts';
import type { Case } from '../case/case.ts';
import { startClock } from '../clock/start.ts';
import type { AgencyId, EventId, TaskId } from '../ids.ts';
import type { Decision } from '../journal/decision.ts';
import type { JournalEvent } from '../journal/event.ts';
import type { Edition } from '../policy/edition.ts';
import { type Assignment, assign, unrouted } from '../routing/decide.ts';
import { newTask } from '../task/new-task.ts';
import { hasEnded, type Task } from '../task/task.ts';

interface Search {
  readonly reason: string;
  readonly case: Case;
  readonly referrer: AgencyId;
  readonly tasks: readonly Task[];
  /** Agencies that employ an alleged perpetrator are not the ones that look for the child. */
  readonly excluded: readonly AgencyId[];
}

/**
 * Who must get to the child now. What is being done already is not asked twice; where an agency is
 * missing or may not be asked, a person at the national desk finds another.
 */
export function searchWork(search: Search, edition: Edition): Assignment[] {
  const { reason, case: opened, referrer, tasks, excluded } = search;
  const rule = edition.safety.notSeen.find((one) => one.reason === reason);
  if (!rule) throw new Error(`the pack says nothing of a child not seen: ${reason}`);
  const place = { municipality: opened.municipality, referrer, excluded };
  const named = { id: `not-seen-${reason}`, why: rule.why };
  const found = rule.tasks.flatMap((task) => assign(task, named, place, edition));
  const asked =
    found.length === rule.tasks.length
      ? found
      : [...found, ...unrouted(place, edition).map(asParticipant)];
  return asked.filter((one) => !tasks.some((task) => isSame(task, one)));
}

const asParticipant = (assignment: Assignment): Assignment => ({
  ...assignment,
  role: 'participant',
  clocks: assignment.clocks.filter((name) => OF_TASK.includes(name)),
});
const OF_TASK: readonly string[] = ['received', 'decide', 'act', 'finish'];

const isSame = (task: Task, { kind, agency }: Assignment): boolean =>
  task.kind === kind && task.agency === agency && !hasEnded(task);

interface Open {
  readonly case: Case;
  readonly assignments: readonly Assignment[];
  readonly by: { readonly sub: string; readonly agency: AgencyId };
  readonly at: string;
  readonly newTask: () => TaskId;
  readonly newEvent: () => EventId;
}

/** The tasks with their clocks: they count from this moment. */
export function openSearch({ case: opened, assignments, ...call }: Open, edition: Edition) {
  const { by, at, newTask: newId, newEvent } = call;
  const { id: caseId, file, referral, municipality } = opened;
  const works = assignments.map((assignment): { task: Task; decision: Decision } => {
    const { kind, agency, urgency, rule } = assignment;
    const id = newId();
    const subject = { kind: 'task' as const, id };
    const common = { holder: agency, file, referral, case: caseId, urgency, subject };
    const clocks = assignment.clocks.map((name) =>
      startClock({ ...common, name, startedAt: at, taskKind: kind }, edition),
    );
    const of = { id: referral, file, municipality };
    const asked = { ...assignment, id, referral: of, opened: caseId, at, requestedBy: by.agency };
    const task = newTask(asked, clocks, edition);
    const requested: JournalEvent = {
      id: newEvent(),
      type: 'task.requested',
      at,
      subject,
      version: 1,
      by,
      file,
      referral,
      case: caseId,
      to: [agency],
      ...announcement(agency, clocks),
      deadline: task.deadline,
      urgency,
      codes: { kind, rule },
      policy: edition.reference,
    };
    return { task, decision: { kept: [task, ...clocks], events: [requested] } };
  });
  return works;
}
