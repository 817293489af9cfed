import { Temporal } from 'temporal-polyfill';
import type { requestRepresentative as contract } from '../../shared/contract/inside.ts';
import type { Principal } from '../../shared/domain/access/principal.ts';
import { taskSubject } from '../../shared/domain/access/subject.ts';
import { taskView } from '../../shared/domain/disclosure/task-view.ts';
import {
  REPRESENTATIVE_WORK,
  representativeOrder,
} from '../../shared/domain/family/representatives.ts';
import { newEventId, newTaskId, TaskId } from '../../shared/domain/ids.ts';
import { Refusal } from '../../shared/domain/refusal.ts';
import { nationalDesk } from '../../shared/domain/routing/national-desk.ts';
import { addedTask } from '../../shared/domain/task/added-task.ts';
import { may } from '../../shared/platform/access/may.ts';
import type { UseCase } from '../../shared/platform/http.ts';
import { type ReadCase, readCase } from '../../shared/platform/read-case.ts';
import type { VaultedStore } from '../../shared/platform/runtime.ts';
import type { Made, Once } from '../../shared/store/journal.ts';

type Deps = Pick<VaultedStore, 'records' | 'journal' | 'policy' | 'now' | 'bytes' | 'access'>;

/** Asks the unit whose turn it is for somebody who represents the child in the proceedings. */
export const requestRepresentative =
  (deps: Deps): UseCase<typeof contract> =>
  async ({ path, principal, lang, once }) => {
    const { records, journal, policy, now } = deps;
    const id = path.caseId;
    const read = await readCase(deps, { id, by: principal, action: 'representative.request' });
    const earlier = await journal.earlier(principal, once);
    const made = earlier ?? (await asked(deps, read, principal, once));
    const task = await records.task(TaskId.parse(made.task));
    const permit = may(principal, 'task.read', taskSubject(task, read.referral, read.tasks));
    const capacity = { owner: task.agency === principal.agency, lead: true };
    const shown = {
      task,
      details: {},
      work: undefined,
      routing: undefined,
      permit,
      capacity,
      lang,
    };
    const view = taskView(shown, policy.at(Temporal.Instant.from(now())));
    return { status: 201, body: view, version: task.version, location: view.links.self };
  };

async function asked(
  { journal, policy, now, bytes }: Deps,
  { case: opened, referral, tasks }: ReadCase,
  by: Principal,
  once: Once | undefined,
): Promise<Made> {
  if (opened.status === 'closed') throw new Refusal('already-closed');
  const at = now();
  const edition = policy.at(Temporal.Instant.from(at));
  const had = tasks.filter(({ kind }) => kind === REPRESENTATIVE_WORK).map(({ agency }) => agency);
  const refused = [...had, ...(opened.excluded ?? []), ...(referral.excluded ?? [])];
  const [first] = representativeOrder(opened.municipality, edition, { refused });
  const ids = { task: newTaskId(bytes), event: newEventId(bytes) };
  const decision = addedTask(
    {
      case: opened,
      referral,
      kind: REPRESENTATIVE_WORK,
      agency: first ?? nationalDesk(edition).desk.id,
      urgency: 'high',
      by,
      at,
      ids,
      sealed: undefined,
    },
    edition,
  );
  const made = { task: ids.task };
  const earlier = await journal.commit(decision, { by, once, made });
  return earlier ?? made;
}
