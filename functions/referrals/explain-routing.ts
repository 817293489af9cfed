import { Temporal } from 'temporal-polyfill';
import type { explainRouting as contract } from '../../shared/contract/referrals.ts';
import { Refusal } from '../../shared/domain/refusal.ts';
import type { UseCase } from '../../shared/platform/http.ts';
import type { VaultedStore } from '../../shared/platform/runtime.ts';
import { readReferral } from './read-referral.ts';

type Deps = Pick<VaultedStore, 'records' | 'policy' | 'now' | 'access'>;

/** Why these agencies were asked to act: the decision as it was made, with its rules. */
export const explainRouting =
  (deps: Deps): UseCase<typeof contract> =>
  async ({ path, principal, lang }) => {
    const { records, policy, now } = deps;
    const id = path.referralId;
    await readReferral(deps, { id, by: principal, action: 'referral.explain' });
    const routing = await records.routing(id);
    if (!routing) throw new Refusal('not-routed-yet');
    const edition = policy.at(Temporal.Instant.from(now()));
    const tasks = routing.tasks.map((task) => ({
      ...task,
      kind: { code: task.kind, label: edition.label('taskKinds', task.kind, lang) },
    }));
    const { at, level, policy: reference } = routing;
    return { status: 200, body: { referral: id, at, level, policy: reference, tasks } };
  };
