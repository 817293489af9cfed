import { Temporal } from 'temporal-polyfill';
import type { getCase as contract } from '../../shared/contract/cases.ts';
import { caseView } from '../../shared/domain/disclosure/case-view.ts';
import { tracksView } from '../../shared/domain/disclosure/safety-view.ts';
import { uncheckedIn } from '../../shared/domain/family/named.ts';
import type { Task } from '../../shared/domain/task/task.ts';
import type { UseCase } from '../../shared/platform/http.ts';
import { type ReadCase, readCase } from '../../shared/platform/read-case.ts';
import type { VaultedStore } from '../../shared/platform/runtime.ts';
import { caseStanding } from '../../shared/store/case-standing.ts';
import { sameChildRecords } from './same-child-records.ts';

type Deps = Pick<VaultedStore, 'records' | 'sealing' | 'access' | 'policy' | 'now'>;

/** A case: who leads, and the tasks of all agencies side by side. */
export const getCase =
  (deps: Deps): UseCase<typeof contract> =>
  async ({ path, principal, lang }) => {
    const { sealing, policy, now } = deps;
    const id = path.caseId;
    const read = await readCase(deps, { id, by: principal, action: 'case.read' });
    const at = now();
    const { outcome } = await sealing.open(read.case, read.permit, ['outcome']);
    const edition = policy.at(Temporal.Instant.from(at));
    const { family, referral } = read;
    const tasks = await tasksOf(deps, read);
    const shown = caseView(
      { case: read.case, referral, family, tasks, work: outcome, lang },
      edition,
    );
    const ofChild = await sameChildRecords(deps, read, principal, lang, edition);
    const standing = await caseStanding(deps.records, id);
    const tracks = tracksView(standing, lang, edition);
    const identities = outcome && uncheckedIn(referral.named ?? [], principal);
    const body = { ...shown, ...ofChild, tracks, identities };
    return { status: 200, body, version: read.case.version };
  };

/** Tasks of joined cases stand side by side with the case's own. */
async function tasksOf({ records }: Deps, read: ReadCase): Promise<Task[]> {
  const others = read.family.filter(({ id }) => id !== read.case.id);
  const further = await Promise.all(others.map(({ id }) => records.tasksOf({ kind: 'case', id })));
  return [...read.tasks, ...further.flat()];
}
