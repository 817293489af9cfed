import { Temporal } from 'temporal-polyfill';
import type { listOpenRecalls as contract } from '../../shared/contract/recalls.ts';
import { openRecallView } from '../../shared/domain/disclosure/recall-view.ts';
import { may } from '../../shared/platform/access/may.ts';
import type { UseCase } from '../../shared/platform/http.ts';
import type { VaultedStore } from '../../shared/platform/runtime.ts';
import type { RecallLists } from '../../shared/store/recall-lists.ts';

type Deps = Pick<VaultedStore, 'exclusions' | 'access' | 'policy' | 'now'> & {
  readonly recalls: RecallLists;
};

/** What is still open, nearest deadline first: the agency's own; for the oversight body, all. */
export const listOpenRecalls =
  ({ recalls, exclusions, access, policy, now }: Deps): UseCase<typeof contract> =>
  async ({ query, principal, lang }) => {
    may(principal, 'recall.list');
    const { state, limit } = query;
    const at = now();
    const page = await recalls.open({ by: principal, ...query });
    const shut = await exclusions.of(page.items.map(({ referral }) => referral));
    // An account with a conflict of interest sees nothing; an agency told by mistake must answer.
    const lines = page.items.filter(
      ({ referral }) => !shut.get(referral)?.conflicted.includes(principal.sub),
    );
    await access.page({ by: principal, list: 'recalls', lines: lines.length, at });
    const edition = policy.at(Temporal.Instant.from(at));
    const items = lines.map(({ recall, referral, part }) =>
      openRecallView(recall, { part, at }, referral, lang, edition),
    );
    const next = page.next && `/v1/recalls?state=${state}&limit=${limit}&cursor=${page.next}`;
    return { status: 200, body: { items, next } };
  };
