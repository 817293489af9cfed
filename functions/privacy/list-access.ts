import type { caseAccess, referralAccess } from '../../shared/contract/access-journal.ts';
import type { Granted } from '../../shared/domain/access/permit.ts';
import type { Principal } from '../../shared/domain/access/principal.ts';
import { accessLineView } from '../../shared/domain/disclosure/access-line-view.ts';
import type { Subject } from '../../shared/domain/journal/event.ts';
import type { Lang } from '../../shared/domain/labels.ts';
import type { Referral } from '../../shared/domain/referral/referral.ts';
import { may } from '../../shared/platform/access/may.ts';
import type { UseCase } from '../../shared/platform/http.ts';
import { caseFacts, parentOf, referralFacts } from '../../shared/store/access-facts.ts';
import { editionNow, type PrivacyDeps } from './deps.ts';

const ACTION = 'access.read';
type Query = Parameters<UseCase<typeof caseAccess>>[0]['query'];

/** Who looked at this child's case. */
export const listCaseAccess =
  (deps: PrivacyDeps): UseCase<typeof caseAccess> =>
  async ({ path, query, principal: by, lang }) => {
    const { subject, referral } = await caseFacts(deps.records, path.caseId, by);
    const permit = may(by, ACTION, { ...subject, at: deps.now() });
    const of = { kind: 'case', id: path.caseId } as const;
    const base = `/v1/cases/${path.caseId}/access`;
    return listed(deps, { of, child: of.id, referral, permit, by, query, base, lang });
  };

/** Who looked at this referral. */
export const listReferralAccess =
  (deps: PrivacyDeps): UseCase<typeof referralAccess> =>
  async ({ path, query, principal: by, lang }) => {
    const { subject, referral } = await referralFacts(deps.records, path.referralId, by);
    const permit = may(by, ACTION, { ...subject, at: deps.now() });
    const of = { kind: 'referral', id: path.referralId } as const;
    const base = `/v1/referrals/${path.referralId}/access`;
    const child = parentOf(referral).id;
    return listed(deps, { of, child, referral, permit, by, query, base, lang });
  };

interface Listing {
  readonly of: Subject;
  readonly child: string;
  readonly referral: Referral;
  readonly permit: Granted;
  readonly by: Principal;
  readonly query: Query;
  readonly base: string;
  readonly lang: Lang;
}

/** Looking at who looked is itself a look, and stands in the next page. */
async function listed(deps: PrivacyDeps, listing: Listing) {
  const { of, child, permit, by, query, base, lang } = listing;
  const at = deps.now();
  const { items, next } = await deps.entries.page(of, { sub: by.sub, ...query });
  await deps.access.read({ action: ACTION, by, subject: of, child, permit, at });
  const edition = editionNow(deps, at);
  const body = {
    items: items.map((line) => accessLineView(line, listing, lang, edition)),
    next: next && `${base}?limit=${query.limit}&cursor=${next}`,
  };
  return { status: 200 as const, body };
}
