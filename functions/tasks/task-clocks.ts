import type { taskClocks as contract } from '../../shared/contract/tasks.ts';
import { clockView } from '../../shared/domain/disclosure/clock-view.ts';
import type { UseCase } from '../../shared/platform/http.ts';
import type { VaultedStore } from '../../shared/platform/runtime.ts';
import { readTask } from './read-task.ts';

type Deps = Pick<VaultedStore, 'records' | 'access' | 'now'>;

/** The task's clocks, each with the reasons for its deadline. */
export const taskClocks =
  (deps: Deps): UseCase<typeof contract> =>
  async ({ path, principal, lang }) => {
    const { records } = deps;
    const id = path.taskId;
    const read = await readTask(deps, { id, by: principal, action: 'task.read' });
    const clocks = await records.clocksOf({ kind: 'task', id });
    return { status: 200, body: { items: clocks.map((clock) => clockView(clock, lang, read)) } };
  };
