import type { Task } from '../task/task.ts';
import { textOf } from '../time.ts';

/** What counts towards somebody's load. */
export type InHand = Pick<Task, 'referral' | 'case' | 'urgency' | 'deadline'>;

const SOON_MS = 86_400_000;

/**
 * What somebody has in hand at one moment. Never what was done, how fast or how well: the number is
 * there so that work can be shared before somebody breaks down under it.
 */
export function countLoad(tasks: readonly InHand[], cut: boolean, at: string) {
  const due = tasks.flatMap(({ deadline }) => deadline ?? []);
  const soon = textOf(Date.parse(at) + SOON_MS);
  return {
    open: tasks.length,
    children: new Set(tasks.map((task) => task.case ?? task.referral)).size,
    urgent: tasks.filter(({ urgency }) => urgency === 'urgent').length,
    dueSoon: due.filter((deadline) => deadline > at && deadline <= soon).length,
    overdue: due.filter((deadline) => deadline <= at).length,
    cut,
  };
}
