import { Temporal } from 'temporal-polyfill';
import type { explainRouting as contract } from '../../shared/contract/referrals.ts';
import { routingView } from '../../shared/domain/disclosure/routing-view.ts';
import { Refusal } from '../../shared/domain/refusal.ts';
import type { UseCase } from '../../shared/platform/http.ts';
import { readReferral } from '../../shared/platform/read-referral.ts';
import type { VaultedStore } from '../../shared/platform/runtime.ts';

type Deps = Pick<VaultedStore, 'records' | 'policy' | 'now' | 'access'>;

/** Why these agencies were asked to act: the decision as it was made, with its rules. */
export const explainRouting =
  (deps: Deps): UseCase<typeof contract> =>
  async ({ path, principal, lang }) => {
    const { records, policy, now } = deps;
    const id = path.referralId;
    const read = await readReferral(deps, { id, by: principal, action: 'referral.explain' });
    const [routing, ...later] = await records.routings(id);
    if (!routing) throw new Refusal('not-routed-yet');
    // Who was asked after news, and for other children of the report, stands beside the first.
    const tasks = [routing, ...later].flatMap((one) => one.tasks);
    const edition = policy.at(Temporal.Instant.from(now()));
    return { status: 200, body: routingView({ ...routing, tasks }, read, lang, edition) };
  };
