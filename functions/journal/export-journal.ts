import type { exportJournal as contract } from '../../shared/contract/journal.ts';
import type { HeadId } from '../../shared/domain/journal-log/head.ts';
import { Refusal } from '../../shared/domain/refusal.ts';
import { may } from '../../shared/platform/access/may.ts';
import type { UseCase } from '../../shared/platform/http.ts';
import type { VaultedStore } from '../../shared/platform/runtime.ts';
import type { SignedHeads } from '../../shared/store/journal-log/signed-heads.ts';
import { type ExportDeps, entryLines, openingLines } from './export-lines.ts';

type Deps = Pick<VaultedStore, 'access' | 'now'> &
  ExportDeps & { readonly heads: Pick<SignedHeads, 'latest' | 'byId' | 'all'> };

/**
 * The journal up to a signed head, line by line, as `npm run verify-journal` reads it. The first
 * page has the heads and their proofs as well; every page is in the journal of access.
 */
export const exportJournal =
  (deps: Deps): UseCase<typeof contract> =>
  async ({ query: { head: id, from, at }, principal }) => {
    may(principal, 'journal.export');
    const { heads, access, now } = deps;
    const kept = id ? await heads.byId(id) : await heads.latest();
    if (!kept) throw new Refusal('not-found');
    const { head } = kept;
    const all = (await heads.all()).filter(
      (one) => one.head.size >= from && one.head.size <= head.size,
    );
    const starts = from === 0 || all[0]?.head.size === from;
    if (!starts) throw new Refusal('query-invalid', [{ pointer: '/from', code: 'no-head' }]);
    const place = at ?? from;
    const entries = await entryLines(deps, place, head.size);
    const lines = [...(at === undefined ? await openingLines(deps, from, all) : []), ...entries];
    await access.page({ by: principal, list: 'journal/export', lines: lines.length, at: now() });
    const next = nextPage(head.id, from, place + entries.length, head.size);
    return { status: 200, body: { lines, next } };
  };

const nextPage = (head: HeadId, from: number, at: number, size: number): string | undefined =>
  at < size ? `/v1/journal/export?head=${head}&from=${from}&at=${at}` : undefined;
