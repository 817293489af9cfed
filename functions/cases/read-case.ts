import type { Action } from '../../shared/domain/access/actions.ts';
import type { Permit } from '../../shared/domain/access/permit.ts';
import type { Principal } from '../../shared/domain/access/principal.ts';
import { caseSubject } from '../../shared/domain/access/subject.ts';
import type { Case } from '../../shared/domain/case/case.ts';
import type { CaseId } from '../../shared/domain/ids.ts';
import type { Referral } from '../../shared/domain/referral/referral.ts';
import type { Task } from '../../shared/domain/task/task.ts';
import { may } from '../../shared/platform/access/may.ts';
import type { VaultedStore } from '../../shared/platform/runtime.ts';
import { familyOf } from '../../shared/store/family.ts';
import { openedTo } from '../../shared/store/firewall.ts';

export interface ReadCase {
  readonly case: Case;
  /** All cases of the same child, as far as they are joined; this one alone where none is. */
  readonly family: readonly Case[];
  readonly referral: Referral;
  readonly tasks: readonly Task[];
  readonly permit: Permit;
}

/**
 * A case with its referral and tasks, if the principal may do this with it. A read is in the access
 * journal before anything of it is answered.
 */
export async function readCase(
  { records, access, now }: Pick<VaultedStore, 'records' | 'access' | 'now'>,
  { id, by, action }: { id: CaseId; by: Principal; action: Action },
): Promise<ReadCase> {
  const found = await records.case(id);
  const [referral, tasks, family, opened] = await Promise.all([
    records.referral(found.referral),
    records.tasksOf({ kind: 'case', id }),
    familyOf(records, found),
    openedTo(records, by, id),
  ]);
  const joinedLeads = family.filter((one) => one.id !== id).map(({ lead }) => lead);
  const permit = may(by, action, { ...caseSubject(found, referral, tasks), joinedLeads, opened });
  await access.read({ action, by, subject: { kind: 'case', id }, permit, at: now() });
  return { case: found, family, referral, tasks, permit };
}
