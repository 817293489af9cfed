import { type Action, isRead } from '../domain/access/actions.ts';
import type { Granted } from '../domain/access/permit.ts';
import type { Principal } from '../domain/access/principal.ts';
import type { AccessSubject } from '../domain/access/subject.ts';
import type { ReferralId } from '../domain/ids.ts';
import type { Marks } from '../domain/protection/marks.ts';
import type { Referral } from '../domain/referral/referral.ts';
import type { Task } from '../domain/task/task.ts';
import { parentOf, referralFacts } from '../store/access-facts.ts';
import { may } from './access/may.ts';
import type { VaultedStore } from './runtime.ts';

export interface ReadReferral {
  readonly referral: Referral;
  readonly tasks: readonly Task[];
  readonly permit: Granted;
  /** What of the child is sealed or protected. */
  readonly marks: Marks;
}

interface Asked {
  readonly id: ReferralId;
  readonly by: Principal;
  readonly action: Action;
  readonly beside?: AccessSubject;
}

type Deps = Pick<VaultedStore, 'records' | 'access' | 'now'>;

/**
 * A referral with its tasks, if the principal may do this with it; otherwise it is not found. A
 * read is in the access journal before anything of it is answered.
 */
export const readReferral = (deps: Deps, asked: Asked): Promise<ReadReferral> =>
  showReferral(deps, asked, async (read) => read);

/**
 * The same for an answer that needs more: that is read while the entry is written, and nothing is
 * handed on before the entry stands.
 */
export async function showReferral<T>(
  { records, access, now }: Deps,
  { id, by, action, beside }: Asked,
  shown: (read: ReadReferral) => Promise<T>,
): Promise<T> {
  const of = { kind: 'referral', id } as const;
  const from = isRead(action) ? records.look(of) : records;
  const { referral, tasks, subject } = await referralFacts(from, id, by);
  const at = now();
  const permit = may(by, action, { ...subject, at, ...beside });
  const child = parentOf(referral).id;
  const { ticket, marks = {} } = subject;
  const [answer] = await Promise.all([
    shown({ referral, tasks, permit, marks }),
    access.read({ action, by, subject: of, child, permit, ticket, at }),
  ]);
  return answer;
}
