import type { getTask as contract } from '../../shared/contract/tasks.ts';
import { isReceived } from '../../shared/domain/service/record.ts';
import type { Task } from '../../shared/domain/task/task.ts';
import type { UseCase } from '../../shared/platform/http.ts';
import type { VaultedStore } from '../../shared/platform/runtime.ts';
import type { Receipts } from '../../shared/store/receipts.ts';
import { readTask } from './read-task.ts';
import { shownTask } from './shown-task.ts';

type Deps = Pick<VaultedStore, 'records' | 'sealing' | 'access' | 'policy' | 'now'> & {
  readonly receipts: Receipts;
};

/** A task with what its work needs. Reading it receives nothing: only a person does, by a step. */
export const getTask =
  (deps: Deps): UseCase<typeof contract> =>
  async ({ path, principal, lang }) => {
    const id = path.taskId;
    const read = await readTask(deps, { id, by: principal, action: 'task.read' });
    const [shown, delivery] = await Promise.all([
      shownTask(deps, read, lang),
      deliveryOf(deps, read.task),
    ]);
    return { status: 200, body: { ...shown, delivery }, version: read.task.version };
  };

/** Told, read, received: three facts, of which only the last is a person's. */
async function deliveryOf({ records, receipts }: Deps, { id, agency }: Task) {
  const [deliveredAt, fetchedAt, events] = await Promise.all([
    receipts.deliveredAt(id),
    receipts.fetchedAt(id, agency),
    records.eventsOf({ kind: 'task', id }),
  ]);
  return { deliveredAt, fetchedAt, receivedAt: events.find(isReceived)?.at };
}
