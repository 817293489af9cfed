import { Temporal } from 'temporal-polyfill';
import type { conflicts as contract } from '../../shared/contract/inside.ts';
import { conflictView } from '../../shared/domain/disclosure/family-view.ts';
import { Conflict } from '../../shared/domain/family/parts.ts';
import type { UseCase } from '../../shared/platform/http.ts';
import { readCase } from '../../shared/platform/read-case.ts';
import type { VaultedStore } from '../../shared/platform/runtime.ts';

type Deps = Pick<VaultedStore, 'records' | 'access' | 'policy' | 'now'>;

/** The conflicts that were declared, for those who may declare or undo one. */
export const conflicts =
  (deps: Deps): UseCase<typeof contract> =>
  async ({ path: { caseId: id }, principal, lang }) => {
    const { records, policy, now } = deps;
    await readCase(deps, { id, by: principal, action: 'conflict.read' });
    const all = await records.parts('conflict', Conflict, { kind: 'case', id });
    const edition = policy.at(Temporal.Instant.from(now()));
    return { status: 200, body: { items: all.map((one) => conflictView(one, lang, edition)) } };
  };
