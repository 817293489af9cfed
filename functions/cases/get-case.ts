import { Temporal } from 'temporal-polyfill';
import type { getCase as contract } from '../../shared/contract/cases.ts';
import { caseView } from '../../shared/domain/disclosure/case-view.ts';
import type { UseCase } from '../../shared/platform/http.ts';
import type { VaultedStore } from '../../shared/platform/runtime.ts';
import { readCase } from './read-case.ts';

type Deps = Pick<VaultedStore, 'records' | 'sealing' | 'access' | 'policy' | 'now'>;

/** A case: who leads, and the tasks of all agencies side by side. */
export const getCase =
  (deps: Deps): UseCase<typeof contract> =>
  async ({ path, principal, lang }) => {
    const { sealing, policy, now } = deps;
    const id = path.caseId;
    const read = await readCase(deps, { id, by: principal, action: 'case.read' });
    const at = now();
    const wanted = read.permit.groups.filter((group) => group === 'outcome');
    const { outcome } = await sealing.open(read.case, wanted);
    const edition = policy.at(Temporal.Instant.from(at));
    const body = caseView({ case: read.case, tasks: read.tasks, work: outcome, lang }, edition);
    return { status: 200, body, version: read.case.version };
  };
