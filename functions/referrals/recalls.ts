import { Temporal } from 'temporal-polyfill';
import type { Action } from '../../shared/domain/access/actions.ts';
import type { Principal } from '../../shared/domain/access/principal.ts';
import {
  type RecallReader,
  readsCorrection,
  recallView,
} from '../../shared/domain/disclosure/recall-view.ts';
import type { ReferralId } from '../../shared/domain/ids.ts';
import type { Lang } from '../../shared/domain/labels.ts';
import { sealedTo } from '../../shared/domain/protection/marks.ts';
import { Recall } from '../../shared/domain/recall/recall.ts';
import { type ReadReferral, readReferral } from '../../shared/platform/read-referral.ts';
import type { VaultedStore } from '../../shared/platform/runtime.ts';
import type { Tellings } from '../../shared/store/told.ts';

export type RecallDeps = Pick<
  VaultedStore,
  'records' | 'journal' | 'sealing' | 'policy' | 'now' | 'bytes' | 'access'
> & { readonly tellings: Tellings };

export const recallsOf = (
  { records }: Pick<VaultedStore, 'records'>,
  id: ReferralId,
): Promise<Recall[]> => records.parts('recall', Recall, { kind: 'referral', id });

/** A referral with what is taken back of it, for whoever takes it back or has to answer. */
export async function readRecalls(
  deps: Pick<VaultedStore, 'records' | 'access' | 'now'>,
  { id, by, action }: { id: ReferralId; by: Principal; action: Action },
) {
  const recalls = await recallsOf(deps, id);
  const recipients = recalls.flatMap((recall) => recall.recipients.map(({ agency }) => agency));
  const read = await readReferral(deps, { id, by, action, beside: { recipients } });
  return { ...read, recalls };
}

export const readerOf = (
  { referral, permit, marks }: Pick<ReadReferral, 'referral' | 'permit' | 'marks'>,
  { agency, kind }: Principal,
): RecallReader => ({ agency, permit, referral, sealed: sealedTo(kind, marks) });

/** A recall as the caller may see it; what is right now is opened for nobody else. */
export async function shownRecall(
  { sealing, policy, now }: Pick<VaultedStore, 'sealing' | 'policy' | 'now'>,
  recall: Recall,
  reader: RecallReader,
  lang: Lang,
) {
  const groups = readsCorrection(reader, recall)
    ? (['narrative', 'outcome'] as const)
    : (['outcome'] as const);
  // The lead and the oversight body by their permit; whoever takes back or has to answer, as its own.
  const [decided, own] = await Promise.all([
    sealing.open(recall, reader.permit, groups),
    sealing.own(recall, reader, groups),
  ]);
  const { narrative, outcome } = { ...decided, ...own };
  const words = { correction: narrative?.narrative, confirmed: outcome?.confirmed };
  const edition = policy.at(Temporal.Instant.from(now()));
  return recallView({ recall, reader, lang, ...words }, edition);
}
