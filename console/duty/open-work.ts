/** A task as the list of an agency has it. */
export interface OpenTask {
  readonly id: string;
  readonly kind: string;
  readonly status: string;
  readonly urgency: string;
  readonly deadline?: string | undefined;
  readonly municipality?: string | undefined;
}

/** What the next on duty is told of, in this order; each task once. */
const GROUPS = ['overdue', 'untaken', 'soon', 'held', 'rest'] as const;
export type GroupName = (typeof GROUPS)[number];

/** A deadline within the coming shift is the next one's to keep. */
const SHIFT_MS = 12 * 3_600_000;

function groupOf({ status, deadline }: OpenTask, now: Date): GroupName {
  const due = deadline === undefined ? Number.POSITIVE_INFINITY : Date.parse(deadline);
  if (due < now.getTime()) return 'overdue';
  if (status === 'requested' || status === 'received') return 'untaken';
  if (due < now.getTime() + SHIFT_MS) return 'soon';
  return status === 'on-hold' ? 'held' : 'rest';
}

/** Open work as it is handed over: first what is late, last what can wait. */
export function handedOver<T extends OpenTask>(
  tasks: readonly T[],
  now: Date,
): readonly { readonly name: GroupName; readonly tasks: readonly T[] }[] {
  const by = Map.groupBy(tasks, (task) => groupOf(task, now));
  return GROUPS.map((name) => ({ name, tasks: by.get(name) ?? [] }));
}
