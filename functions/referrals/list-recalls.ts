import type { listRecalls as contract } from '../../shared/contract/recalls.ts';
import { maySee } from '../../shared/domain/disclosure/recall-view.ts';
import type { UseCase } from '../../shared/platform/http.ts';
import { type RecallDeps, readerOf, readRecalls, shownRecall } from './recalls.ts';

/** What is taken back of a referral, as far as it concerns the caller. */
export const listRecalls =
  (deps: RecallDeps): UseCase<typeof contract> =>
  async ({ path, principal, lang }) => {
    const id = path.referralId;
    const read = await readRecalls(deps, { id, by: principal, action: 'recall.read' });
    const reader = readerOf(read, principal);
    const seen = read.recalls.filter((recall) => maySee(reader, recall));
    const items = await Promise.all(seen.map((one) => shownRecall(deps, one, reader, lang)));
    return { status: 200, body: { items } };
  };
