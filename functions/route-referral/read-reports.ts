import { Addition } from '../../shared/domain/referral/addition-submission.ts';
import type { Group } from '../../shared/domain/referral/group.ts';
import type { Referral } from '../../shared/domain/referral/referral.ts';
import type { Report } from '../../shared/domain/referral/reports.ts';
import type { VaultedStore } from '../../shared/platform/runtime.ts';

export interface ReportDeps {
  readonly records: Pick<VaultedStore['records'], 'parts'>;
  readonly sealing: Pick<VaultedStore['sealing'], 'forHub'>;
}

/** One report with the agency it came from. */
export interface SentReport extends Report {
  readonly agency: Referral['agency'] | undefined;
}

/** How many other children the reports name. */
export const childrenIn = (reports: readonly SentReport[]): number =>
  reports.reduce((sum, { stated }) => sum + (stated.family?.relatedChildren?.length ?? 0), 0);

/** Everything that was reported of a child under one referral, in the order it came: the first report first. */
export async function readReports(
  { records, sealing }: ReportDeps,
  referral: Referral,
  groups: readonly Group[],
): Promise<SentReport[]> {
  const { id, submittedAt: at, agency, version } = referral;
  // An addition changes the referral it is made to: as it was sent, it has none.
  const additions =
    version === 1 ? [] : await records.parts('addition', Addition, { kind: 'referral', id });
  const first = { at, agency, stated: await sealing.forHub(referral, 'route', groups) };
  const later = additions.map(async (addition) => ({
    at: addition.at,
    agency: addition.by.agency,
    stated: await sealing.forHub(addition, 'route', groups),
  }));
  return [first, ...(await Promise.all(later))];
}
