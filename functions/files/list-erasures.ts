import { Temporal } from 'temporal-polyfill';
import type { listErasures as contract } from '../../shared/contract/retention.ts';
import { dayOf } from '../../shared/domain/disclosure/retention-view.ts';
import { ruleFor } from '../../shared/domain/retention/retention.ts';
import { text } from '../../shared/domain/time.ts';
import { may } from '../../shared/platform/access/may.ts';
import type { UseCase } from '../../shared/platform/http.ts';
import type { VaultedStore } from '../../shared/platform/runtime.ts';
import type { ErasuresUntil } from '../../shared/store/erasures.ts';

type Deps = Pick<VaultedStore, 'records' | 'access' | 'policy' | 'now'> & {
  readonly erasuresUntil: ErasuresUntil;
};

/** What is erased in the days to come: ids and days, nothing of what is in it. */
export const listErasures =
  ({ records, access, policy, now, erasuresUntil }: Deps): UseCase<typeof contract> =>
  async ({ principal, lang }) => {
    may(principal, 'oversight.read');
    const at = now();
    const edition = policy.at(Temporal.Instant.from(at));
    const hours = 24 * edition.retention.noticeDays;
    const until = text(Temporal.Instant.from(at).add({ hours }));
    const found = await erasuresUntil(until);
    const referrals = await records.referralsBy(found.map(({ referral }) => referral));
    const items = found.flatMap(({ referral: id, eraseAt }) => {
      const referral = referrals.find((one) => one.id === id);
      if (!referral || referral.erased) return [];
      const code = ruleFor(referral, edition).id;
      const rule = { code, label: edition.label('retentionRules', code, lang) };
      return [{ referral: id, rule, eraseOn: dayOf(eraseAt, edition) }];
    });
    await access.page({ by: principal, list: 'watched/retention', lines: items.length, at });
    return { status: 200, body: { until, items } };
  };
