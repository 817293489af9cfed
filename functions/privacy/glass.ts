import type { Principal } from '../../shared/domain/access/principal.ts';
import type { AccessSubject } from '../../shared/domain/access/subject.ts';
import { type Glass, subjectOf } from '../../shared/domain/break-glass/open.ts';
import { CaseId, ReferralId } from '../../shared/domain/ids.ts';
import type { Subject } from '../../shared/domain/journal/event.ts';
import type { VaultedStore } from '../../shared/platform/runtime.ts';
import { caseFacts, parentOf, referralFacts } from '../../shared/store/access-facts.ts';

export interface ReadGlass {
  readonly glass: Glass;
  readonly subject: AccessSubject;
}

/** The record with what decides about access to it: a referral that has a case is looked at as that. */
export async function readGlass(
  { records }: Pick<VaultedStore, 'records'>,
  id: CaseId | ReferralId,
  by: Principal,
): Promise<ReadGlass> {
  const named = CaseId.safeParse(id);
  if (named.success) return ofCase(records, named.data, by);
  const { referral, subject } = await referralFacts(records, ReferralId.parse(id), by);
  const parent = parentOf(referral);
  if (parent.kind === 'case') return ofCase(records, parent.id, by);
  return { glass: { record: referral, referral }, subject };
}

async function ofCase(records: VaultedStore['records'], id: CaseId, by: Principal) {
  const { case: record, referral, subject } = await caseFacts(records, id, by);
  return { glass: { record, referral }, subject };
}

/** The record with the reports that belong to it: what is kept of one child under this case. */
export async function recordsOf(
  { records }: Pick<VaultedStore, 'records'>,
  { record }: Glass,
): Promise<Subject[]> {
  const own = subjectOf(record);
  if (record.what !== 'case') return [own];
  const reports = await records.referralsOf(record.id);
  return [own, ...reports.map((id): Subject => ({ kind: 'referral', id }))];
}
