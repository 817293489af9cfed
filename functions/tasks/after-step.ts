import type { Principal } from '../../shared/domain/access/principal.ts';
import type { Clock } from '../../shared/domain/clock/state.ts';
import { nextRepresentative } from '../../shared/domain/family/next-representative.ts';
import { newEventId, newTaskId } from '../../shared/domain/ids.ts';
import type { Decision } from '../../shared/domain/journal/decision.ts';
import type { Edition } from '../../shared/domain/policy/edition.ts';
import type { RoutedReferral } from '../../shared/domain/referral/referral.ts';
import { refused } from '../../shared/domain/task/refused.ts';
import { parentOf, type Task } from '../../shared/domain/task/task.ts';
import { withdrawnOffer } from '../../shared/domain/task/withdrawn-offer.ts';
import type { VaultedStore } from '../../shared/platform/runtime.ts';

type Deps = Pick<VaultedStore, 'records' | 'bytes'>;

interface After {
  /** The task after its step. */
  readonly task: Task;
  readonly referral: RoutedReferral;
  /** Its clocks before the step. */
  readonly clocks: readonly Clock[];
  readonly by: Principal;
  readonly at: string;
}

/** Who must decide after a refusal, and which need stays unmet. */
export async function afterRefusal(
  { records, bytes }: Deps,
  after: After,
  edition: Edition,
): Promise<Decision> {
  const { task } = after;
  const opened = task.case ? await records.case(task.case) : undefined;
  const tasks = await records.tasksOf(parentOf(task));
  const ids = { task: newTaskId(bytes), event: newEventId(bytes), need: newEventId(bytes) };
  const next = opened && nextRepresentative({ ...after, tasks, case: opened, ids }, edition);
  if (next) return next;
  return refused({ ...after, tasks, case: opened, ids }, edition);
}

/** The first holder did the work itself, or it is needed no more: an open offer of it is withdrawn. */
export async function withoutOffer(
  { records, bytes }: Deps,
  { task, by, at }: After,
): Promise<Decision> {
  const over = task.status === 'completed' || task.status === 'cancelled';
  if (!over || !task.offeredTo) return { kept: [], events: [] };
  const [offer, clocks] = await Promise.all([
    records.task(task.offeredTo),
    records.clocksOf({ kind: 'task', id: task.offeredTo }),
  ]);
  return withdrawnOffer({ task, offer, clocks, by, at, event: newEventId(bytes) });
}
