import type { listReferrals as contract } from '../../shared/contract/referrals.ts';
import { hasRole } from '../../shared/domain/access/principal.ts';
import { referralLinks } from '../../shared/domain/disclosure/referral-view.ts';
import { receiptNumber } from '../../shared/domain/ids.ts';
import { may, mayList } from '../../shared/platform/access/may.ts';
import type { UseCase } from '../../shared/platform/http.ts';
import type { VaultedStore } from '../../shared/platform/runtime.ts';

type Deps = Pick<VaultedStore, 'lists' | 'exclusions' | 'access' | 'now'>;

/** The caller's own referrals, newest first; the safety person sees those of the whole agency. */
export const listReferrals =
  ({ lists, exclusions, access, now }: Deps): UseCase<typeof contract> =>
  async ({ query, principal }) => {
    may(principal, 'referral.list');
    const submittedBy = hasRole(principal, 'safety-person') ? undefined : principal.sub;
    const page = await lists.referrals({ by: principal, submittedBy, ...query });
    const shut = await exclusions.of(page.items.map(({ id }) => id));
    const open = page.items.filter(({ id }) => mayList(principal, shut.get(id)));
    const lines = open.length;
    await access.page({ by: principal, list: 'referrals', lines, at: now() });
    const items = open.map((line) => ({
      ...line,
      receiptNumber: receiptNumber(line.id),
      links: { self: referralLinks(line.id).self },
    }));
    const next = page.next && `/v1/referrals?limit=${query.limit}&cursor=${page.next}`;
    return { status: 200, body: { items, next } };
  };
