import { type Action, isRead } from '../../shared/domain/access/actions.ts';
import type { Granted } from '../../shared/domain/access/permit.ts';
import type { Principal } from '../../shared/domain/access/principal.ts';
import type { TaskId } from '../../shared/domain/ids.ts';
import type { Referral } from '../../shared/domain/referral/referral.ts';
import type { Task } from '../../shared/domain/task/task.ts';
import type { Capacity } from '../../shared/domain/task/transition.ts';
import { may } from '../../shared/platform/access/may.ts';
import type { VaultedStore } from '../../shared/platform/runtime.ts';
import { taskFacts } from '../../shared/store/access-facts.ts';

export interface ReadTask {
  readonly task: Task;
  readonly referral: Referral;
  readonly permit: Granted;
  readonly capacity: Capacity;
}

/**
 * A task with its referral, if the principal may do this with it; otherwise it is not found. A read
 * is in the access journal before anything of it is answered.
 */
export async function readTask(
  { records, access, now }: Pick<VaultedStore, 'records' | 'access' | 'now'>,
  { id, by, action }: { id: TaskId; by: Principal; action: Action },
): Promise<ReadTask> {
  const of = { kind: 'task', id } as const;
  const from = isRead(action) ? records.look(of) : records;
  const { task, referral, subject } = await taskFacts(from, id, by);
  const at = now();
  const permit = may(by, action, { ...subject, at });
  const child = task.case ?? task.referral;
  await access.read({ action, by, subject: of, child, permit, at });
  const lead = referral.status !== 'submitted' && referral.lead === by.agency;
  return { task, referral, permit, capacity: { owner: task.agency === by.agency, lead } };
}
