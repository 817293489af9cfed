import { Temporal } from 'temporal-polyfill';
import type { addTask as contract } from '../../shared/contract/cases.ts';
import type { Principal } from '../../shared/domain/access/principal.ts';
import { taskSubject } from '../../shared/domain/access/subject.ts';
import { taskView } from '../../shared/domain/disclosure/task-view.ts';
import { newEventId, newTaskId, TaskId } from '../../shared/domain/ids.ts';
import { Refusal } from '../../shared/domain/refusal.ts';
import { addedTask } from '../../shared/domain/task/added-task.ts';
import { may } from '../../shared/platform/access/may.ts';
import type { UseCase } from '../../shared/platform/http.ts';
import { type ReadCase, readCase } from '../../shared/platform/read-case.ts';
import type { VaultedStore } from '../../shared/platform/runtime.ts';
import type { Made } from '../../shared/store/journal.ts';

type Deps = Pick<
  VaultedStore,
  'records' | 'journal' | 'sealing' | 'policy' | 'now' | 'bytes' | 'access'
>;

/** The lead asks one more agency to act; the pack's clocks count for it as for any other task. */
export const addTask =
  (deps: Deps): UseCase<typeof contract> =>
  async ({ path, body, principal, lang, once }) => {
    const { records, journal, sealing, policy, now } = deps;
    const read = await readCase(deps, { id: path.caseId, by: principal, action: 'case.add-task' });
    const earlier = await journal.earlier(principal, once);
    const made = earlier ?? (await added(deps, read, { body, by: principal, once }));
    const task = await records.task(TaskId.parse(made.task));
    const permit = may(principal, 'task.read', taskSubject(task, read.referral, read.tasks));
    const { outcome } = await sealing.own(task, principal, ['outcome']);
    const capacity = { owner: task.agency === principal.agency, lead: true };
    const shown = { task, details: {}, work: outcome, routing: undefined, permit, capacity, lang };
    const view = taskView(shown, policy.at(Temporal.Instant.from(now())));
    return { status: 201, body: view, version: task.version, location: view.links.self };
  };

type Asking = Pick<Parameters<UseCase<typeof contract>>[0], 'body' | 'once'> & {
  readonly by: Principal;
};

async function added(
  { journal, sealing, policy, now, bytes }: Deps,
  read: ReadCase,
  { body, by, once }: Asking,
): Promise<Made> {
  if (read.case.status === 'closed') throw new Refusal('already-closed');
  const at = now();
  const ids = { task: newTaskId(bytes), event: newEventId(bytes) };
  const place = { what: 'task', id: ids.task, file: read.case.file } as const;
  const { kind, agency, urgency, note } = body;
  const sealed = note ? await sealing.seal(place, { outcome: { note } }) : undefined;
  const asked = { kind, agency, urgency, by, at, ids, sealed };
  const decision = addedTask(
    { ...asked, case: read.case, referral: read.referral },
    policy.at(Temporal.Instant.from(at)),
  );
  const made = { task: ids.task };
  const earlier = await journal.commit(decision, { by, once, made });
  return earlier ?? made;
}
