import { Temporal } from 'temporal-polyfill';
import type { listAdditions as contract } from '../../shared/contract/additions.ts';
import { protectedAddressView } from '../../shared/domain/disclosure/protected-address.ts';
import { Addition } from '../../shared/domain/referral/addition-submission.ts';
import { leadOf } from '../../shared/domain/referral/referral.ts';
import type { UseCase } from '../../shared/platform/http.ts';
import { readReferral } from '../../shared/platform/read-referral.ts';
import type { VaultedStore } from '../../shared/platform/runtime.ts';

type Deps = Pick<VaultedStore, 'records' | 'sealing' | 'access' | 'policy' | 'now'>;

/** What was added to a referral, each reduced to what the caller may know. */
export const listAdditions =
  (deps: Deps): UseCase<typeof contract> =>
  async ({ path, principal, lang }) => {
    const { records, sealing, policy, now } = deps;
    const id = path.referralId;
    const action = 'addition.read' as const;
    const { referral, permit } = await readReferral(deps, { id, by: principal, action });
    const all = await records.parts('addition', Addition, { kind: 'referral', id });
    // Whoever referred reads what it added itself; what others found out is the case's business.
    const shown =
      permit.rule === 'referrer' ? all.filter(({ by }) => by.agency === principal.agency) : all;
    const hidden = referral.reporterMode !== 'named' && permit.rule !== 'referrer';
    const items = shown.map(async (addition) => {
      const { number, at, channel, by, became } = addition;
      const from = hidden && by.agency === referral.agency ? undefined : by.agency;
      const stated = await sealing.open(addition, permit);
      return { number, at, channel, from, became, stated };
    });
    const edition = policy.at(Temporal.Instant.from(now()));
    const address = protectedAddressView({ permit, lead: leadOf(referral), lang }, edition);
    return {
      status: 200,
      body: { items: await Promise.all(items), ...(address && { protectedAddress: address }) },
    };
  };
