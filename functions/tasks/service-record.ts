import { createHash } from 'node:crypto';
import type { serviceRecord as contract } from '../../shared/contract/service-record.ts';
import { taskLinks } from '../../shared/domain/disclosure/task-view.ts';
import { serviceWords } from '../../shared/domain/service/fact.ts';
import { chained, type ServedAttempt, serviceLines } from '../../shared/domain/service/record.ts';
import type { Task } from '../../shared/domain/task/task.ts';
import type { UseCase } from '../../shared/platform/http.ts';
import type { VaultedStore } from '../../shared/platform/runtime.ts';
import type { WebhookSecrets } from '../../shared/platform/webhook-secrets.ts';
import type { Receipts } from '../../shared/store/receipts.ts';
import type { ServiceTraces } from '../../shared/store/service-traces.ts';
import { readTask } from './read-task.ts';

type Deps = Pick<VaultedStore, 'records' | 'access' | 'now'> & {
  readonly receipts: Pick<Receipts, 'deliveredAt'>;
  readonly traces: ServiceTraces;
  readonly secrets: Pick<WebhookSecrets, 'openExcerpt'>;
};

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** How a task was handed over to its agency, from the asking on: the same facts for every reader. */
export const serviceRecord =
  (deps: Deps): UseCase<typeof contract> =>
  async ({ path, principal, lang }) => {
    const id = path.taskId;
    const { task } = await readTask(deps, { id, by: principal, action: 'service.read' });
    const { agency, createdAt, deadline } = task;
    const isOwn = agency === principal.agency;
    const lines = chained(id, serviceLines(task, await tracesOf(deps, task)), sha256);
    const items = await Promise.all(
      lines.map(async ({ fact, of, hash }) => ({
        ...{ ...fact, label: serviceWords[fact.what][lang] },
        ...(isOwn && of && (await ofOwnSystem(deps, task, of))),
        hash,
      })),
    );
    const hash = lines.at(-1)?.hash ?? '';
    const self = `${taskLinks(task).self}/service-record`;
    const links = { self, task: taskLinks(task).self };
    return { status: 200, body: { task: id, agency, createdAt, deadline, items, hash, links } };
  };

async function tracesOf({ records, receipts, traces }: Deps, task: Task) {
  const [told, attempts, fetched, deliveredAt, events] = await Promise.all([
    traces.told(task),
    traces.attempts(task),
    traces.fetched(task),
    receipts.deliveredAt(task.id),
    records.eventsOf({ kind: 'task', id: task.id }),
  ]);
  return { told, attempts, fetched, deliveredAt, events };
}

/** Where it went, and what their own system said: another's words, which nobody else reads. */
async function ofOwnSystem(
  { secrets }: Deps,
  { agency }: Task,
  { endpoint, host, excerpt }: ServedAttempt,
) {
  return {
    ...(host && { host }),
    ...(excerpt && { excerpt: await secrets.openExcerpt({ agency, id: endpoint }, excerpt) }),
  };
}
