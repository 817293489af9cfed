import type { listTasks as contract } from '../../shared/contract/tasks.ts';
import { taskLinks } from '../../shared/domain/disclosure/task-view.ts';
import { may, mayList } from '../../shared/platform/access/may.ts';
import type { UseCase } from '../../shared/platform/http.ts';
import type { VaultedStore } from '../../shared/platform/runtime.ts';

type Deps = Pick<VaultedStore, 'lists' | 'exclusions' | 'access' | 'now'>;

/** The agency's own tasks, nearest deadline first: ids and codes, no details. */
export const listTasks =
  ({ lists, exclusions, access, now }: Deps): UseCase<typeof contract> =>
  async ({ query, principal }) => {
    may(principal, 'task.list');
    const page = await lists.tasks({ by: principal, ...query });
    const shut = await exclusions.of(page.items.map(({ referral }) => referral));
    const open = page.items.filter(({ referral }) => mayList(principal, shut.get(referral)));
    const lines = open.length;
    await access.page({ by: principal, list: 'tasks', lines, at: now() });
    const items = open.map(({ referral: _, ...line }) => ({
      ...line,
      links: { self: taskLinks({ id: line.id, case: undefined }).self },
    }));
    const { status, limit } = query;
    const next = page.next && `/v1/tasks?status=${status}&limit=${limit}&cursor=${page.next}`;
    return { status: 200, body: { items, next } };
  };
