import type { Action } from '../domain/access/actions.ts';
import type { Granted } from '../domain/access/permit.ts';
import type { Principal } from '../domain/access/principal.ts';
import type { AccessSubject } from '../domain/access/subject.ts';
import type { Case } from '../domain/case/case.ts';
import type { CaseId } from '../domain/ids.ts';
import type { Referral } from '../domain/referral/referral.ts';
import type { Task } from '../domain/task/task.ts';
import { caseFacts } from '../store/access-facts.ts';
import { may } from './access/may.ts';
import type { VaultedStore } from './runtime.ts';

export interface ReadCase {
  readonly case: Case;
  /** All cases of the same child, as far as they are joined; this one alone where none is. */
  readonly family: readonly Case[];
  readonly referral: Referral;
  readonly tasks: readonly Task[];
  readonly permit: Granted;
}

interface Asked {
  readonly id: CaseId;
  readonly by: Principal;
  readonly action: Action;
  /** What access knows beside what stands in the case. */
  readonly beside?: AccessSubject;
}

/**
 * A case with its referral and tasks, if the principal may do this with it. A read is in the access
 * journal before anything of it is answered.
 */
export async function readCase(
  { records, access, now }: Pick<VaultedStore, 'records' | 'access' | 'now'>,
  { id, by, action, beside }: Asked,
): Promise<ReadCase> {
  const { subject, ...facts } = await caseFacts(records, id, by);
  const at = now();
  const permit = may(by, action, { ...subject, ...beside, at });
  const { ticket } = subject;
  await access.read({ action, by, subject: { kind: 'case', id }, permit, ticket, at });
  return { ...facts, permit };
}
