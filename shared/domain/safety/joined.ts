import type { Case } from '../case/case.ts';
import type { Clock } from '../clock/state.ts';
import type { AgencyId, EventId } from '../ids.ts';
import type { Decision } from '../journal/decision.ts';
import type { JournalEvent } from '../journal/event.ts';
import { nextDeadline } from '../task/new-task.ts';
import { hasEnded, SAFETY_WORK, type Task } from '../task/task.ts';
import { endedBy } from './clocks.ts';
import type { SafetyDecision } from './decision.ts';

/** Another case of the same child, with what waits there for its safety. */
export interface JoinedCase {
  readonly case: Case;
  readonly clocks: readonly Clock[];
  readonly tasks: readonly Task[];
  readonly ofTasks: readonly Clock[];
}

interface Answering {
  readonly decision: SafetyDecision;
  /** When each report of the child came in, in whichever of its cases. */
  readonly reports: readonly string[];
  readonly by: { readonly sub: string; readonly agency: AgencyId };
  readonly newEvent: () => EventId;
}

/** Whose deadline is also the case's: the lead's work and that in which the child is seen. */
export const owesSafety = ({ role, kind }: Task): boolean =>
  role === 'lead' || kind === SAFETY_WORK;

/** The next thing those tasks owe has changed with the clocks of their case. */
export const owing = (
  tasks: readonly Task[],
  ofTasks: readonly Clock[],
  ofCase: readonly Clock[],
): Task[] =>
  tasks
    .filter((task) => owesSafety(task) && !hasEnded(task))
    .map((task): Task => {
      const own = ofTasks.filter(({ subject }) => subject.id === task.id);
      return { ...task, version: task.version + 1, deadline: nextDeadline([...own, ...ofCase]) };
    });

/**
 * A child seen after every report is seen for all of its joined cases: what waits for that in another
 * one ends with the same decision. One not seen leaves everything there as it is.
 */
export function answeredIn(joined: JoinedCase, call: Answering): Decision {
  const { decision, reports, by, newEvent } = call;
  const { case: other, clocks, tasks, ofTasks } = joined;
  const isAnswer =
    decision.result === 'seen' && reports.every((report) => report <= decision.childSeenAt);
  if (!isAnswer || other.status === 'closed') return { kept: [], events: [] };
  const ended = endedBy(decision, clocks);
  const running = clocks.filter(({ name }) => !ended.some((clock) => clock.name === name));
  const version = other.version + 1;
  const told: JournalEvent = {
    id: newEvent(),
    type: 'safety.decided',
    at: decision.at,
    subject: { kind: 'case', id: other.id },
    version,
    by,
    file: other.file,
    referral: other.referral,
    case: other.id,
    to: other.lead === by.agency ? [] : [other.lead],
    deadline: decision.reviewBy,
    codes: { result: 'seen' },
  };
  const kept = [{ ...other, version }, ...ended, ...owing(tasks, ofTasks, running)];
  return { kept, events: [told] };
}
