import type { listTasks as contract } from '../../shared/contract/tasks.ts';
import { may } from '../../shared/domain/access/may.ts';
import { taskLinks } from '../../shared/domain/disclosure/task-view.ts';
import type { UseCase } from '../../shared/platform/http.ts';
import type { VaultedStore } from '../../shared/platform/runtime.ts';

type Deps = Pick<VaultedStore, 'lists' | 'access' | 'now'>;

/** The agency's own tasks, nearest deadline first: ids and codes, no details. */
export const listTasks =
  ({ lists, access, now }: Deps): UseCase<typeof contract> =>
  async ({ query, principal }) => {
    may(principal, 'task.list');
    const page = await lists.tasks({ by: principal, ...query });
    const lines = page.items.length;
    await access.page({ by: principal, list: 'tasks', lines, at: now() });
    const items = page.items.map((line) => ({
      ...line,
      links: { self: taskLinks({ id: line.id, case: undefined }).self },
    }));
    const { status, limit } = query;
    const next = page.next && `/v1/tasks?status=${status}&limit=${limit}&cursor=${page.next}`;
    return { status: 200, body: { items, next } };
  };
