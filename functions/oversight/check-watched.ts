import type { checkWatched as contract } from '../../shared/contract/oversight.ts';
import type { Principal } from '../../shared/domain/access/principal.ts';
import { checkedView } from '../../shared/domain/disclosure/oversight-view.ts';
import { IdentityGap, WATCHED_IDENTITIES } from '../../shared/domain/family/parts.ts';
import { CaseId, newEventId, ReferralId } from '../../shared/domain/ids.ts';
import { Refusal } from '../../shared/domain/refusal.ts';
import { SharingOverride, WATCHED_OVERRIDES } from '../../shared/domain/sharing/parts.ts';
import { check } from '../../shared/domain/watch/check.ts';
import { may } from '../../shared/platform/access/may.ts';
import type { UseCase } from '../../shared/platform/http.ts';
import type { VaultedStore } from '../../shared/platform/runtime.ts';
import { caseFacts, referralFacts } from '../../shared/store/access-facts.ts';

type Deps = Pick<VaultedStore, 'records' | 'journal' | 'now' | 'bytes'>;
type Path = Parameters<UseCase<typeof contract>>[0]['path'];

/** Somebody of the oversight body has looked at what nothing else takes from its list. */
export const checkWatched =
  (deps: Deps): UseCase<typeof contract> =>
  async ({ path, body, principal, expected }) => {
    const { journal, now, bytes } = deps;
    const at = now();
    const { part, record } = await watchedIn(deps, path, principal, at);
    if (part.version !== expected) throw new Refusal('changed-meanwhile');
    const by = { sub: principal.sub, agency: principal.agency };
    const event = newEventId(bytes);
    const decision = check({ part, record, finding: body.finding, by, at, event });
    await journal.commit(decision, { by: principal });
    const version = part.version + 1;
    return { status: 200, body: checkedView(part, { at, ...body }, version), version };
  };

/** The part that stands in this list; whatever stands in another leaves it by an act of its own. */
async function watchedIn(
  deps: Deps,
  { list, record: id, number }: Path,
  by: Principal,
  at: string,
) {
  const { records } = deps;
  if (list === WATCHED_IDENTITIES && id.startsWith('cas_')) {
    const { case: record, subject } = await caseFacts(records, CaseId.parse(id), by);
    may(by, 'oversight.check', { ...subject, at });
    const of = { kind: 'case', id: record.id } as const;
    return { record, part: await records.part('identity-gap', IdentityGap, of, number) };
  }
  if (list === WATCHED_OVERRIDES && id.startsWith('ref_')) {
    const { referral, subject } = await referralFacts(records, ReferralId.parse(id), by);
    may(by, 'oversight.check', { ...subject, at });
    const of = { kind: 'referral', id: referral.id } as const;
    const part = await records.part('sharing-override', SharingOverride, of, number);
    return { record: referral, part };
  }
  throw new Refusal('not-found');
}
