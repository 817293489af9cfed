import { earlierView } from '../../shared/domain/disclosure/earlier-view.ts';
import { leads } from '../../shared/domain/disclosure/leads.ts';
import type { Lang } from '../../shared/domain/labels.ts';
import type { Edition } from '../../shared/domain/policy/edition.ts';
import type { ReadReferral } from '../../shared/platform/read-referral.ts';
import type { VaultedStore } from '../../shared/platform/runtime.ts';

/** The earlier reports that may be about the same child: the lead's to see, and nobody else's. */
export async function earlierReports(
  { records }: Pick<VaultedStore, 'records'>,
  read: ReadReferral,
  lang: Lang,
  edition: Edition,
) {
  const { earlier, submittedAt: reportedAgainAt } = read.referral;
  if (!earlier || !leads(read)) return undefined;
  const found = await Promise.all(earlier.map((id) => records.referral(id)));
  return found.map((one) => earlierView({ earlier: one, reportedAgainAt, lang }, edition));
}
