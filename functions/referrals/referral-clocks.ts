import type { referralClocks as contract } from '../../shared/contract/referrals.ts';
import { outlastsWork } from '../../shared/domain/clock/lasting.ts';
import { clockView } from '../../shared/domain/disclosure/clock-view.ts';
import { leads } from '../../shared/domain/disclosure/leads.ts';
import type { UseCase } from '../../shared/platform/http.ts';
import { readReferral } from '../../shared/platform/read-referral.ts';
import type { VaultedStore } from '../../shared/platform/runtime.ts';

type Deps = Pick<VaultedStore, 'records' | 'access' | 'now'>;

/** The referral's clocks, each with the reasons for its deadline. */
export const referralClocks =
  (deps: Deps): UseCase<typeof contract> =>
  async ({ path, principal, lang }) => {
    const { records } = deps;
    const id = path.referralId;
    const read = await readReferral(deps, { id, by: principal, action: 'referral.explain' });
    const clocks = await records.clocksOf({ kind: 'referral', id });
    // Who was told of it is the lead's to see; an agency that has to answer sees that it has.
    const shown = clocks.filter(
      (clock) => !outlastsWork(clock) || leads(read) || clock.holder === principal.agency,
    );
    return { status: 200, body: { items: shown.map((clock) => clockView(clock, lang, read)) } };
  };
