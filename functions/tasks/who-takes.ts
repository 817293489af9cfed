import { hasRole, type Principal } from '../../shared/domain/access/principal.ts';
import { Refusal } from '../../shared/domain/refusal.ts';
import type { Held } from '../../shared/domain/task/worker.ts';
import type { VaultedStore } from '../../shared/platform/runtime.ts';

interface Named {
  readonly account?: string | undefined;
}
interface Taking {
  readonly by: Principal;
  readonly actingPerson?: Named | undefined;
  readonly deputy?: Named | undefined;
}

/**
 * The accounts of who takes a task: the caller's own or, where a system or a colleague names
 * somebody, the account given. Only a member of the agency can be named.
 */
export async function whoTakes(
  { members }: Pick<VaultedStore, 'members'>,
  { by, actingPerson, deputy }: Taking,
): Promise<Held> {
  const own = hasRole(by, 'system') ? undefined : by.sub;
  const check = async (person: Named | undefined, pointer: string) => {
    const account = person?.account;
    if (account === undefined || account === by.sub) return;
    if ((await members.find(account))?.agency === by.agency) return;
    throw new Refusal('account-unknown', [{ pointer, code: 'account-unknown' }]);
  };
  await check(actingPerson, '/actingPerson/account');
  await check(deputy, '/deputy/account');
  return { worker: actingPerson?.account ?? own, deputy: deputy?.account };
}
