import type { Action } from '../domain/access/actions.ts';
import type { Granted } from '../domain/access/permit.ts';
import type { Principal } from '../domain/access/principal.ts';
import type { AccessSubject } from '../domain/access/subject.ts';
import type { ReferralId } from '../domain/ids.ts';
import type { Referral } from '../domain/referral/referral.ts';
import type { Task } from '../domain/task/task.ts';
import { parentOf, referralFacts } from '../store/access-facts.ts';
import { may } from './access/may.ts';
import type { VaultedStore } from './runtime.ts';

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
  const at = now();
  const permit = may(by, action, { ...subject, at, ...beside });
  const of = { kind: 'referral', id } as const;
  const child = parentOf(referral).id;
  await access.read({ action, by, subject: of, child, permit, ticket: subject.ticket, at });
  return { referral, tasks, permit };
}
