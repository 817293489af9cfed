import { Temporal } from 'temporal-polyfill';
import { protectedAddressView } from '../../shared/domain/disclosure/protected-address.ts';
import { taskView } from '../../shared/domain/disclosure/task-view.ts';
import type { Lang } from '../../shared/domain/labels.ts';
import { leadOf } from '../../shared/domain/referral/referral.ts';
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
    sealing.open(referral, permit, groups),
    capacity.owner ? sealing.own(task, task, ['outcome']) : sealing.open(task, permit, ['outcome']),
    records.routings(task.referral),
  ]);
  const edition = policy.at(Temporal.Instant.from(now()));
  const work = own.outcome;
  const routing = routings.find(({ tasks }) => tasks.some((routed) => routed.task === task.id));
  const protectedAddress = protectedAddressView({ permit, lead: leadOf(referral), lang }, edition);
  const shown = { task, referral, details, work, routing, permit, capacity, lang };
  return { ...taskView(shown, edition), protectedAddress };
}
