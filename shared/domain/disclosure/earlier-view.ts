import { receiptNumber } from '../ids.ts';
import type { Lang } from '../labels.ts';
import type { Edition } from '../policy/edition.ts';
import { comesBack } from '../referral/not-acting.ts';
import { leadOf, type Referral } from '../referral/referral.ts';

/** A referral by which a child was known before, and when the new one came. */
interface Shown {
  readonly earlier: Referral;
  readonly reportedAgainAt: string;
  readonly lang: Lang;
}

/**
 * An earlier referral as the lead of the new one sees it before anybody has said that it is the same
 * child: whom to ask, and how it ended. Nothing of the child, and nothing of who referred.
 */
export function earlierView({ earlier, reportedAgainAt, lang }: Shown, edition: Edition) {
  const label = (list: Parameters<Edition['label']>[0], code: string) => ({
    code,
    label: edition.label(list, code, lang),
  });
  const closed = earlier.status === 'closed' ? earlier : undefined;
  return {
    id: earlier.id,
    receiptNumber: receiptNumber(earlier.id),
    kind: earlier.kind,
    status: label('referralStatuses', earlier.status),
    submittedAt: earlier.submittedAt,
    lead: leadOf(earlier),
    case: earlier.status === 'submitted' ? undefined : earlier.case,
    closedAs: closed?.closedAs ? label('closureReasons', closed.closedAs) : undefined,
    comesBack: closed && comesBack(closed, reportedAgainAt, edition) ? (true as const) : undefined,
  };
}
