import type { ReferralId } from '../../shared/domain/ids.ts';
import { FeedbackException } from '../../shared/domain/referral/exception.ts';
import type { VaultedStore } from '../../shared/platform/runtime.ts';

/** What stands around the answers to a referral: those given, those excepted, and the clocks. */
export async function feedbackOf({ records }: Pick<VaultedStore, 'records'>, id: ReferralId) {
  const of = { kind: 'referral', id } as const;
  const [all, exceptions, clocks] = await Promise.all([
    records.feedbackOf(id),
    records.parts('feedback-exception', FeedbackException, of),
    records.clocksOf(of),
  ]);
  return { all, exceptions, clocks };
}
