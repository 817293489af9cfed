import { Temporal } from 'temporal-polyfill';
import type { listWatched as contract } from '../../shared/contract/oversight.ts';
import { watchedView } from '../../shared/domain/disclosure/oversight-view.ts';
import { Refusal } from '../../shared/domain/refusal.ts';
import { may } from '../../shared/platform/access/may.ts';
import type { UseCase } from '../../shared/platform/http.ts';
import type { VaultedStore } from '../../shared/platform/runtime.ts';
import type { OversightLists } from '../../shared/store/oversight.ts';

type Deps = Pick<VaultedStore, 'access' | 'policy' | 'now'> & {
  readonly oversight: Pick<OversightLists, 'watched'>;
};

/** One list of what the oversight body watches until it is dealt with. */
export const listWatched =
  ({ oversight, access, policy, now }: Deps): UseCase<typeof contract> =>
  async ({ path, query, principal }) => {
    may(principal, 'oversight.read');
    const { list } = path;
    const at = now();
    const edition = policy.at(Temporal.Instant.from(at));
    if (!edition.has('watchedLists', list)) throw new Refusal('not-found');
    const page = await oversight.watched(list, { sub: principal.sub, ...query });
    const lines = page.items.length;
    await access.page({ by: principal, list: `watched/${list}`, lines, at });
    const next =
      page.next && `/v1/oversight/watched/${list}?limit=${query.limit}&cursor=${page.next}`;
    return { status: 200, body: { items: page.items.map(watchedView), next } };
  };
