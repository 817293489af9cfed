import type {
  getHead as getContract,
  listHeads as listContract,
} from '../../shared/contract/journal.ts';
import { Refusal } from '../../shared/domain/refusal.ts';
import { may } from '../../shared/platform/access/may.ts';
import type { UseCase } from '../../shared/platform/http.ts';
import type { VaultedStore } from '../../shared/platform/runtime.ts';
import type { SignedHeads } from '../../shared/store/journal-log/signed-heads.ts';
import { headView } from './head-view.ts';

type Deps = Pick<VaultedStore, 'access' | 'now'> & {
  readonly heads: Pick<SignedHeads, 'before' | 'byId'>;
};

/** Below this stands every head there can be. */
const EVERYTHING = 10 ** 14;

/** The newest first; the next page begins below the size of the last. */
export const listHeads =
  ({ heads, access, now }: Deps): UseCase<typeof listContract> =>
  async ({ query: { limit, before = EVERYTHING }, principal }) => {
    may(principal, 'journal.read');
    const found = before === 0 ? [] : await heads.before(before, limit);
    const lines = found.length;
    await access.page({ by: principal, list: 'journal/heads', lines, at: now() });
    const last = found.at(-1);
    const more = lines === limit && last;
    const next = more ? `/v1/journal/heads?limit=${limit}&before=${last.head.size}` : undefined;
    return { status: 200, body: { items: found.map(headView), next } };
  };

/** What an event `journal.sealed` is about. */
export const getHead =
  ({ heads, access, now }: Deps): UseCase<typeof getContract> =>
  async ({ path: { headId }, principal }) => {
    may(principal, 'journal.read');
    const found = await heads.byId(headId);
    if (!found) throw new Refusal('not-found');
    await access.page({ by: principal, list: 'journal/heads', lines: 1, at: now() });
    return { status: 200, body: headView(found) };
  };
