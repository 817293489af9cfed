import { type Action, isRead } from '../domain/access/actions.ts';
import type { Granted } from '../domain/access/permit.ts';
import type { Principal } from '../domain/access/principal.ts';
import type { AccessSubject } from '../domain/access/subject.ts';
import type { Case } from '../domain/case/case.ts';
import type { CaseId } from '../domain/ids.ts';
import type { Referral } from '../domain/referral/referral.ts';
import type { Task } from '../domain/task/task.ts';
import { caseFacts } from '../store/access-facts.ts';
import type { Records } from '../store/records.ts';
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

type Deps = Pick<VaultedStore, 'records' | 'access' | 'now'>;

/**
 * A case with its referral and tasks, if the principal may do this with it. A read is in the access
 * journal before anything of it is answered.
 */
export const readCase = (deps: Deps, asked: Asked): Promise<ReadCase> =>
  showCase(deps, asked, async (read) => read);

/**
 * The same for an answer that needs more: that is read while the entry is written, and nothing is
 * handed on before the entry stands.
 */
export async function showCase<T>(
  { records, access, now }: Deps,
  { id, by, action, beside }: Asked,
  shown: (read: ReadCase, from: Records) => Promise<T>,
): Promise<T> {
  const of = { kind: 'case', id } as const;
  const from = isRead(action) ? records.look(of) : records;
  const { subject, ...facts } = await caseFacts(from, id, by);
  const at = now();
  const permit = may(by, action, { ...subject, ...beside, at });
  const { ticket } = subject;
  const [answer] = await Promise.all([
    shown({ ...facts, permit }, from),
    access.read({ action, by, subject: of, permit, ticket, at }),
  ]);
  return answer;
}
