import type { openActions as contract } from '../../shared/contract/access.ts';
import { isRead, recordActions } from '../../shared/domain/access/actions.ts';
import { Refusal } from '../../shared/domain/refusal.ts';
import { may } from '../../shared/platform/access/may.ts';
import type { UseCase } from '../../shared/platform/http.ts';
import type { VaultedStore } from '../../shared/platform/runtime.ts';
import { factsOf, opens } from './explain-access.ts';

type Deps = Pick<VaultedStore, 'records' | 'table' | 'access' | 'now'>;

/**
 * What the rules open of one record to whoever asks: a page offers that, and nothing else. How far
 * the work is does not count here; the call itself is decided again.
 */
export const openActions =
  (deps: Deps): UseCase<typeof contract> =>
  async ({ query: { record }, principal }) => {
    const at = deps.now();
    const permit = may(principal, 'access.explain', { account: principal.sub });
    const facts = { ...(await factsOf(deps, record, principal)), at };
    const open = recordActions.filter((action) => opens(principal, action, facts));
    // Whoever reads nothing of a record does not learn that there is one.
    if (!open.some(isRead)) throw new Refusal('not-found');
    await deps.access.read({
      action: 'access.explain',
      by: principal,
      subject: record,
      permit,
      at,
    });
    return { status: 200, body: { record: record.id, actions: open } };
  };
