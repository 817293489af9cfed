import type { Clock } from '../clock/state.ts';
import type { AgencyId, EventId } from '../ids.ts';
import type { Decision } from '../journal/decision.ts';
import type { Edition } from '../policy/edition.ts';
import { toOtherUnit } from '../task/other-unit.ts';
import { hasEnded, type Task } from '../task/task.ts';
import { reassign, withoutDeputy } from '../task/worker.ts';
import { type Shut, unitFor } from './shut-out.ts';

/** Open work of whoever is shut out: of the whole agency, or of the account that has it or stands in. */
export const mustGoOver = (task: Task, shut: Shut, edition: Edition): boolean =>
  !hasEnded(task) &&
  (unitFor(task.agency, shut.excluded, edition) !== task.agency || isOf(task, shut));

const isOf = ({ worker, deputy }: Task, { conflicted }: Shut): boolean =>
  [worker, deputy].some((account) => account !== undefined && conflicted.includes(account));

interface GoesOver {
  readonly task: Task;
  /** The task's own clocks. */
  readonly clocks: readonly Clock[];
  readonly shut: Shut;
  /** Who stands in for the account, a member of the same agency; nobody: the queue has it. */
  readonly deputy: string | undefined;
  readonly by: { readonly sub: string; readonly agency?: AgencyId | undefined };
  readonly at: string;
  readonly event: EventId;
}

/** What an excluded agency has goes to the unit that stands in; what an account has, to its deputy. */
export function goOver(call: GoesOver, edition: Edition): Decision {
  const { task, shut, deputy } = call;
  const to = unitFor(task.agency, shut.excluded, edition);
  if (to !== task.agency) return toOtherUnit({ ...call, to, reason: 'other-unit' });
  const free = deputy && !shut.conflicted.includes(deputy) ? deputy : undefined;
  const { worker } = task;
  if (!worker || !shut.conflicted.includes(worker))
    return withoutDeputy({ ...call, because: 'conflict' });
  return reassign({ ...call, to: free, because: 'conflict' }, edition);
}
