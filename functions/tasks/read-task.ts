import type { Action } from '../../shared/domain/access/actions.ts';
import type { Permit } from '../../shared/domain/access/permit.ts';
import type { Principal } from '../../shared/domain/access/principal.ts';
import { taskSubject } from '../../shared/domain/access/subject.ts';
import type { TaskId } from '../../shared/domain/ids.ts';
import type { Referral } from '../../shared/domain/referral/referral.ts';
import { parentOf, type Task } from '../../shared/domain/task/task.ts';
import type { Capacity } from '../../shared/domain/task/transition.ts';
import { may } from '../../shared/platform/access/may.ts';
import type { VaultedStore } from '../../shared/platform/runtime.ts';
import { joinedLeads } from '../../shared/store/family.ts';
import { openedTo } from '../../shared/store/firewall.ts';

export interface ReadTask {
  readonly task: Task;
  readonly referral: Referral;
  readonly permit: Permit;
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
  const task = await records.task(id);
  const [referral, siblings, leadsOfJoined, opened] = await Promise.all([
    records.referral(task.referral),
    records.tasksOf(parentOf(task)),
    joinedLeads(records, task.case),
    openedTo(records, by, task.case),
  ]);
  const subject = { ...taskSubject(task, referral, siblings), joinedLeads: leadsOfJoined, opened };
  const permit = may(by, action, subject);
  await access.read({ action, by, subject: { kind: 'task', id }, permit, at: now() });
  const lead = referral.status !== 'submitted' && referral.lead === by.agency;
  return { task, referral, permit, capacity: { owner: task.agency === by.agency, lead } };
}
