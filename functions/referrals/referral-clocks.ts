import type { referralClocks as contract } from '../../shared/contract/referrals.ts';
import { clockView } from '../../shared/domain/disclosure/clock-view.ts';
import type { UseCase } from '../../shared/platform/http.ts';
import type { VaultedStore } from '../../shared/platform/runtime.ts';
import { readReferral } from './read-referral.ts';

type Deps = Pick<VaultedStore, 'records' | 'access' | 'now'>;

/** The referral's clocks, each with the reasons for its deadline. */
export const referralClocks =
  (deps: Deps): UseCase<typeof contract> =>
  async ({ path, principal, lang }) => {
    const { records } = deps;
    const id = path.referralId;
    const read = await readReferral(deps, { id, by: principal, action: 'referral.explain' });
    const clocks = await records.clocksOf({ kind: 'referral', id });
    return { status: 200, body: { items: clocks.map((clock) => clockView(clock, lang, read)) } };
  };
