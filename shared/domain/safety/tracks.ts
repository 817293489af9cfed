import * as z from 'zod';
import { hasEnded, isSettled, type Task } from '../task/task.ts';

/** The four tracks of a case; support goes beside them and ends with its own tasks. */
export const FourTrack = z.enum(['safety', 'justice', 'body', 'mind']);
export type FourTrack = z.infer<typeof FourTrack>;

/** How a case stands: its tasks, and when each report and each addition to one came in. */
export interface Standing {
  readonly tasks: readonly Task[];
  readonly reports: readonly string[];
}

/** An offer nobody took up leaves no gap of its own: whoever made it still answers. */
const wasNeverTaken = (task: Task, tasks: readonly Task[]): boolean =>
  tasks.some(({ id, replacedBy }) => id === task.redirectedFrom && replacedBy !== task.id);

/** A failed, rejected or cancelled task that nothing has replaced. */
export const isGap = (task: Task, tasks: readonly Task[]): boolean =>
  hasEnded(task) && !isSettled(task) && !wasNeverTaken(task, tasks);

/** At least one task was done, none is open, and none left a gap. */
export function trackHasEnded(track: FourTrack, { tasks }: Pick<Standing, 'tasks'>): boolean {
  const own = tasks.filter((task) => task.track === track);
  return (
    own.some(({ status }) => status === 'completed') &&
    own.every((task) => hasEnded(task) && !isGap(task, tasks))
  );
}
