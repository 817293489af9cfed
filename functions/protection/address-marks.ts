import { Temporal } from 'temporal-polyfill';
import type { addressMarks as contract } from '../../shared/contract/protection.ts';
import { addressMarkView } from '../../shared/domain/disclosure/seal-view.ts';
import type { CaseId } from '../../shared/domain/ids.ts';
import type { Lang } from '../../shared/domain/labels.ts';
import { AddressMark, isProtected } from '../../shared/domain/protection/address.ts';
import type { UseCase } from '../../shared/platform/http.ts';
import { type ProtectionDeps, readCase } from './read-case.ts';

/** Whether the address is protected, who protected it and who asked to end that. */
export const addressMarks =
  (deps: ProtectionDeps): UseCase<typeof contract> =>
  async ({ path: { caseId: id }, principal, lang }) => {
    const { policy, now } = deps;
    const read = await readCase(deps, { id, by: principal, action: 'address.read' });
    const edition = policy.at(Temporal.Instant.from(now()));
    const items = (await marksOf(deps, id)).map((mark) => addressMarkView(mark, lang, edition));
    return { status: 200, body: { protected: isProtected(read) ?? false, items } };
  };

export const marksOf = ({ records }: ProtectionDeps, id: CaseId): Promise<AddressMark[]> =>
  records.parts('address-mark', AddressMark, { kind: 'case', id });

export async function shownMark(
  { records, policy, now }: ProtectionDeps,
  id: CaseId,
  number: number,
  lang: Lang,
) {
  const mark = await records.part('address-mark', AddressMark, { kind: 'case', id }, number);
  return addressMarkView(mark, lang, policy.at(Temporal.Instant.from(now())));
}
