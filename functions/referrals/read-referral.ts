import type { Action } from '../../shared/domain/access/actions.ts';
import type { Permit } from '../../shared/domain/access/permit.ts';
import type { Principal } from '../../shared/domain/access/principal.ts';
import { type AccessSubject, referralSubject } from '../../shared/domain/access/subject.ts';
import type { ReferralId } from '../../shared/domain/ids.ts';
import type { Subject } from '../../shared/domain/journal/event.ts';
import type { Referral } from '../../shared/domain/referral/referral.ts';
import type { Task } from '../../shared/domain/task/task.ts';
import { may } from '../../shared/platform/access/may.ts';
import type { VaultedStore } from '../../shared/platform/runtime.ts';
import { joinedLeads } from '../../shared/store/family.ts';
import { openedTo } from '../../shared/store/firewall.ts';

export interface ReadReferral {
  readonly referral: Referral;
  readonly tasks: readonly Task[];
  readonly permit: Permit;
}

/** Where the tasks of a referral hang: its case, or the referral itself. */
export const parentOf = (referral: Referral): Subject =>
  referral.status !== 'submitted' && referral.case
    ? { kind: 'case', id: referral.case }
    : { kind: 'referral', id: referral.id };

/**
 * A referral with its tasks, if the principal may do this with it; otherwise it is not found. A
 * read is in the access journal before anything of it is answered.
 */
export async function readReferral(
  { records, access, now }: Pick<VaultedStore, 'records' | 'access' | 'now'>,
  {
    id,
    by,
    action,
    beside,
  }: { id: ReferralId; by: Principal; action: Action; beside?: AccessSubject },
): Promise<ReadReferral> {
  const referral = await records.referral(id);
  const parent = parentOf(referral);
  const caseId = parent.kind === 'case' ? parent.id : undefined;
  const [tasks, leadsOfJoined, opened] = await Promise.all([
    records.tasksOf(parent),
    joinedLeads(records, caseId),
    openedTo(records, by, caseId),
  ]);
  const known = { ...referralSubject(referral, tasks), ...beside };
  const subject = { ...known, joinedLeads: leadsOfJoined, opened };
  const permit = may(by, action, subject);
  await access.read({ action, by, subject: { kind: 'referral', id }, permit, at: now() });
  return { referral, tasks, permit };
}
