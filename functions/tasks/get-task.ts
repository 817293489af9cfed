import type { getTask as contract } from '../../shared/contract/tasks.ts';
import type { UseCase } from '../../shared/platform/http.ts';
import type { VaultedStore } from '../../shared/platform/runtime.ts';
import { readTask } from './read-task.ts';
import { shownTask } from './shown-task.ts';

type Deps = Pick<VaultedStore, 'records' | 'sealing' | 'access' | 'policy' | 'now'>;

/** A task with what its work needs. Reading it receives nothing: only a person does, by a step. */
export const getTask =
  (deps: Deps): UseCase<typeof contract> =>
  async ({ path, principal, lang }) => {
    const id = path.taskId;
    const read = await readTask(deps, { id, by: principal, action: 'task.read' });
    return { status: 200, body: await shownTask(deps, read, lang), version: read.task.version };
  };
