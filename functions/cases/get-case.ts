import { Temporal } from 'temporal-polyfill';
import type { getCase as contract } from '../../shared/contract/cases.ts';
import type { Principal } from '../../shared/domain/access/principal.ts';
import { caseView } from '../../shared/domain/disclosure/case-view.ts';
import { tracksView } from '../../shared/domain/disclosure/safety-view.ts';
import { uncheckedIn } from '../../shared/domain/family/named.ts';
import type { Lang } from '../../shared/domain/labels.ts';
import type { Task } from '../../shared/domain/task/task.ts';
import type { UseCase } from '../../shared/platform/http.ts';
import { type ReadCase, showCase } from '../../shared/platform/read-case.ts';
import type { VaultedStore } from '../../shared/platform/runtime.ts';
import { trackStanding } from '../../shared/store/case-standing.ts';
import { sameChildRecords } from './same-child-records.ts';

type Deps = Pick<VaultedStore, 'records' | 'sealing' | 'access' | 'policy' | 'now'>;

/** A case: who leads, and the tasks of all agencies side by side. */
export const getCase =
  (deps: Deps): UseCase<typeof contract> =>
  async ({ path, principal: by, lang }) => {
    const asked = { id: path.caseId, by, action: 'case.read' } as const;
    const [version, body] = await showCase(deps, asked, async (read, records) => [
      read.case.version,
      await shownCase({ ...deps, records }, read, by, lang),
    ]);
    return { status: 200, body, version };
  };

async function shownCase(deps: Deps, read: ReadCase, by: Principal, lang: Lang) {
  const { records, sealing, policy, now } = deps;
  const { family, referral } = read;
  const edition = policy.at(Temporal.Instant.from(now()));
  const [{ outcome }, tasks, ofChild, standing] = await Promise.all([
    sealing.open(read.case, read.permit, ['outcome']),
    tasksOf(deps, read),
    sameChildRecords(deps, read, by, lang, edition),
    trackStanding(records, read),
  ]);
  const shown = { case: read.case, referral, family, tasks, work: outcome, lang };
  const tracks = tracksView(standing, lang, edition);
  const identities = outcome && uncheckedIn(referral.named ?? [], by);
  return { ...caseView(shown, edition), ...ofChild, tracks, identities };
}

/** Tasks of joined cases stand side by side with the case's own. */
async function tasksOf({ records }: Deps, read: ReadCase): Promise<Task[]> {
  const others = read.family.filter(({ id }) => id !== read.case.id);
  const further = await Promise.all(others.map(({ id }) => records.tasksOf({ kind: 'case', id })));
  return [...read.tasks, ...further.flat()];
}
