import { Temporal } from 'temporal-polyfill';
import type { seals as contract } from '../../shared/contract/protection.ts';
import type { Granted } from '../../shared/domain/access/permit.ts';
import { sealView } from '../../shared/domain/disclosure/seal-view.ts';
import type { CaseId } from '../../shared/domain/ids.ts';
import type { Lang } from '../../shared/domain/labels.ts';
import { Seal } from '../../shared/domain/protection/seal.ts';
import type { UseCase } from '../../shared/platform/http.ts';
import { type ProtectionDeps, readCase } from './read-case.ts';

/** What is sealed of a case and to whom it stays open; why, for whoever may seal. */
export const seals =
  (deps: ProtectionDeps): UseCase<typeof contract> =>
  async ({ path: { caseId: id }, principal, lang }) => {
    const { permit } = await readCase(deps, { id, by: principal, action: 'seal.read' });
    const all = await sealsOf(deps, id);
    const items = await Promise.all(all.map((seal) => shownSeal(deps, seal, permit, lang)));
    return { status: 200, body: { items } };
  };

export const sealsOf = ({ records }: ProtectionDeps, id: CaseId): Promise<Seal[]> =>
  records.parts('seal', Seal, { kind: 'case', id });

export async function shownSeal(
  { sealing, policy, now }: ProtectionDeps,
  seal: Seal,
  permit: Granted,
  lang: Lang,
) {
  const { outcome } = await sealing.open(seal, permit, ['outcome']);
  return sealView({ seal, words: outcome, lang }, policy.at(Temporal.Instant.from(now())));
}
