import { hasEnded, type Task } from '../task/task.ts';
import { isStricter } from '../task/urgency.ts';
import type { Assignment } from './decide.ts';

/** What news asks of one agency: a task of its own, a stricter one, or nothing beside what it has. */
export type Need =
  | { readonly is: 'new' }
  | { readonly is: 'raised'; readonly task: Task }
  | { readonly is: 'met' };

interface Asked {
  readonly assignment: Assignment;
  /** What the rules asked of the same agency before the news, if anything. */
  readonly before: Assignment | undefined;
  readonly tasks: readonly Task[];
  readonly newsAt: string;
}

const MET: Need = { is: 'met' };

/**
 * Whoever was never asked for this work is asked now. Whoever has it, or handed it on, keeps it and
 * is only hurried. What ended is asked again only where the news itself makes it needed: what people
 * finished, declined or gave to others is not undone by rules that would have said the same before.
 */
export function needOf({ assignment, before, tasks, newsAt }: Asked): Need {
  const { kind, agency, urgency } = assignment;
  const own = tasks.filter((task) => task.kind === kind && task.agency === agency);
  if (own.length === 0) return { is: 'new' };
  const live = own.map((task) => atEndOfChain(task, tasks)).find((task) => !hasEnded(task));
  if (!isNews(assignment, before)) return MET;
  if (!live) return { is: 'new' };
  // Whoever lowered it since knew better than the news does.
  const decided = live.loweredAt !== undefined && live.loweredAt >= newsAt;
  return isStricter(urgency, live.urgency) && !decided ? { is: 'raised', task: live } : MET;
}

/** Whether the rules ask for more than they did: something else, sooner, or in another way. */
const isNews = (now: Assignment, before: Assignment | undefined): boolean =>
  !before ||
  isStricter(now.urgency, before.urgency) ||
  now.instructions.some((code) => !before.instructions.includes(code));

/** Where the work is now: with whoever took it over last. */
function atEndOfChain(task: Task, tasks: readonly Task[]): Task {
  const next = task.replacedBy && tasks.find(({ id }) => id === task.replacedBy);
  return next ? atEndOfChain(next, tasks) : task;
}
