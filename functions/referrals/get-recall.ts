import type { getRecall as contract } from '../../shared/contract/recalls.ts';
import { maySee } from '../../shared/domain/disclosure/recall-view.ts';
import { Refusal } from '../../shared/domain/refusal.ts';
import type { UseCase } from '../../shared/platform/http.ts';
import { type RecallDeps, readerOf, readRecalls, shownRecall } from './recalls.ts';

/** One recall; its `ETag` is the version of the caller's own line, on which its answer is based. */
export const getRecall =
  (deps: RecallDeps): UseCase<typeof contract> =>
  async ({ path, principal, lang }) => {
    const { referralId: id, number } = path;
    const read = await readRecalls(deps, { id, by: principal, action: 'recall.read' });
    const reader = readerOf(read, principal);
    const recall = read.recalls.find((one) => one.number === number);
    if (!recall || !maySee(reader, recall)) throw new Refusal('not-found');
    const shown = await shownRecall(deps, recall, reader, lang);
    return { status: 200, body: shown, version: shown.version };
  };
