import type { Case } from '../case/case.ts';
import type { Decision } from '../journal/decision.ts';
import type { Edition } from '../policy/edition.ts';
import type { RoutedReferral } from '../referral/referral.ts';
import type { Task } from '../task/task.ts';
import type { Assignment } from './decide.ts';
import { explained, type Planning, plannedWork, requested } from './planned-work.ts';

interface ChildWork {
  readonly referral: RoutedReferral;
  readonly case: Case | undefined;
  /** The number of the related child in the reports. */
  readonly child: number;
  readonly assignments: readonly Assignment[];
  readonly planning: Planning;
}

/** The safety check of one other child: a task of its own, named by its number and never by name. */
export function planChild(work: ChildWork, edition: Edition): Decision {
  const { referral, case: opened, child, assignments, planning } = work;
  const works = assignments.map((assignment) => {
    const planned = plannedWork(assignment, planning, edition);
    const task: Task = { ...planned.task, relatedChild: child };
    return { ...planned, task };
  });
  // Counted by the case, so that nobody closes it on the strength of an earlier look.
  const counted = opened
    ? { ...opened, version: opened.version + 1 }
    : { ...referral, version: referral.version + 1 };
  return {
    kept: [
      counted,
      ...works.flatMap(({ task, clocks }) => [task, ...clocks]),
      childRouting(work, { tasks: works.map(explained) }, edition),
    ],
    events: works.map(({ task }) => requested(task, planning, edition)),
  };
}

/** What was decided for one related child, kept once: its second routing finds it. */
export const childRouting = (
  { referral, child, planning }: Pick<ChildWork, 'referral' | 'child' | 'planning'>,
  came: { readonly tasks: ReturnType<typeof explained>[]; readonly became?: RoutedReferral['id'] },
  edition: Edition,
) => ({
  what: 'routing' as const,
  referral: referral.id,
  file: referral.file,
  revision: 1,
  version: 1 as const,
  at: planning.at,
  policy: edition.reference,
  child,
  ...came,
});
