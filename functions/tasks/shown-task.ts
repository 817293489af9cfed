import { Temporal } from 'temporal-polyfill';
import { taskView } from '../../shared/domain/disclosure/task-view.ts';
import type { Lang } from '../../shared/domain/labels.ts';
import type { VaultedStore } from '../../shared/platform/runtime.ts';
import type { ReadTask } from './read-task.ts';

type Deps = Pick<VaultedStore, 'records' | 'sealing' | 'policy' | 'now'>;

/** Opens what the permit allows of the referral and of the work, and reduces the task to it. */
export async function shownTask(
  { records, sealing, policy, now }: Deps,
  { task, referral, permit, capacity }: ReadTask,
  lang: Lang,
) {
  const groups = permit.groups.filter((group) => group !== 'outcome');
  const [details, own, routings] = await Promise.all([
    sealing.open(referral, groups),
    sealing.open(task, permit.groups.includes('outcome') || capacity.owner ? ['outcome'] : []),
    records.routings(task.referral),
  ]);
  const edition = policy.at(Temporal.Instant.from(now()));
  const work = own.outcome;
  const routing = routings.find(({ tasks }) => tasks.some((routed) => routed.task === task.id));
  return taskView({ task, details, work, routing, permit, capacity, lang }, edition);
}
