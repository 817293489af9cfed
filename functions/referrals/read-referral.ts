import type { Action } from '../../shared/domain/access/actions.ts';
import type { Granted } from '../../shared/domain/access/permit.ts';
import type { Principal } from '../../shared/domain/access/principal.ts';
import type { AccessSubject } from '../../shared/domain/access/subject.ts';
import type { ReferralId } from '../../shared/domain/ids.ts';
import type { Referral } from '../../shared/domain/referral/referral.ts';
import type { Task } from '../../shared/domain/task/task.ts';
import { may } from '../../shared/platform/access/may.ts';
import type { VaultedStore } from '../../shared/platform/runtime.ts';
import { referralFacts } from '../../shared/store/access-facts.ts';

export interface ReadReferral {
  readonly referral: Referral;
  readonly tasks: readonly Task[];
  readonly permit: Granted;
}

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
  const { referral, tasks, subject } = await referralFacts(records, id, by);
  const permit = may(by, action, { ...subject, ...beside });
  await access.read({ action, by, subject: { kind: 'referral', id }, permit, at: now() });
  return { referral, tasks, permit };
}
