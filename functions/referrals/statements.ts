import type { Permit } from '../../shared/domain/access/permit.ts';
import { statementView } from '../../shared/domain/disclosure/answers-view.ts';
import type { ReferralId } from '../../shared/domain/ids.ts';
import type { Lang } from '../../shared/domain/labels.ts';
import type { Edition } from '../../shared/domain/policy/edition.ts';
import { Statement } from '../../shared/domain/referral/statement.ts';
import type { VaultedStore } from '../../shared/platform/runtime.ts';

export const statementsOf = (
  { records }: Pick<VaultedStore, 'records'>,
  id: ReferralId,
): Promise<Statement[]> => records.parts('statement', Statement, { kind: 'referral', id });

/** A statement with its words; what was concluded from it is for those who consider it. */
export async function shownStatement(
  { sealing }: Pick<VaultedStore, 'sealing'>,
  statement: Statement,
  permit: Permit,
  { lang, edition }: { readonly lang: Lang; readonly edition: Edition },
) {
  const considers = permit.rule !== 'referrer';
  const { outcome } = considers
    ? await sealing.forHub(statement, 'consider')
    : await sealing.open(statement, permit, ['outcome']);
  return statementView({ statement, words: outcome, considers, lang }, edition);
}
