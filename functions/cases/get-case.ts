import { Temporal } from 'temporal-polyfill';
import type { getCase as contract } from '../../shared/contract/cases.ts';
import { caseView } from '../../shared/domain/disclosure/case-view.ts';
import type { UseCase } from '../../shared/platform/http.ts';
import type { VaultedStore } from '../../shared/platform/runtime.ts';
import { readCase } from './read-case.ts';

type Deps = Pick<VaultedStore, 'records' | 'sealing' | 'access' | 'policy' | 'now'>;

/** A case: who leads, and the tasks of all agencies side by side. */
export const getCase =
  ({ records, sealing, access, policy, now }: Deps): UseCase<typeof contract> =>
  async ({ path, principal, lang }) => {
    const id = path.caseId;
    const read = await readCase({ records }, { id, by: principal, action: 'case.read' });
    const at = now();
    const subject = { kind: 'case' as const, id };
    await access.read({ by: principal, subject, permit: read.permit, at });
    const wanted = read.permit.groups.filter((group) => group === 'outcome');
    const { outcome } = await sealing.open(read.case, wanted);
    const edition = policy.at(Temporal.Instant.from(at));
    const body = caseView({ case: read.case, tasks: read.tasks, work: outcome, lang }, edition);
    return { status: 200, body, version: read.case.version };
  };
