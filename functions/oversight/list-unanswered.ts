import { Temporal } from 'temporal-polyfill';
import type { listUnanswered as contract } from '../../shared/contract/oversight.ts';
import { unansweredView } from '../../shared/domain/disclosure/oversight-view.ts';
import { may } from '../../shared/platform/access/may.ts';
import type { UseCase } from '../../shared/platform/http.ts';
import type { VaultedStore } from '../../shared/platform/runtime.ts';
import type { OversightLists } from '../../shared/store/oversight.ts';

type Deps = Pick<VaultedStore, 'access' | 'policy' | 'now'> & {
  readonly oversight: Pick<OversightLists, 'unanswered'>;
};

/** The children nobody has answered for: whoever reads this can pick up a telephone. */
export const listUnanswered =
  ({ oversight, access, policy, now }: Deps): UseCase<typeof contract> =>
  async ({ query, principal, lang }) => {
    may(principal, 'oversight.read');
    const at = now();
    const page = await oversight.unanswered({ sub: principal.sub, ...query });
    const lines = page.items.length;
    await access.page({ by: principal, list: 'unanswered', lines, at });
    const edition = policy.at(Temporal.Instant.from(at));
    const items = page.items.map((clock) => unansweredView(clock, at, lang, edition));
    const next = page.next && `/v1/oversight/unanswered?limit=${query.limit}&cursor=${page.next}`;
    return { status: 200, body: { items, next } };
  };
