import type { Details } from '../referral/groups.ts';
import type { Joining } from '../same-child/joining.ts';

/** An answer to "is it the same child?", with the reasons where the reader may see them. */
export const joiningView = (joining: Joining, words: Details['outcome'] | undefined) => ({
  number: joining.number,
  of: joining.of.id,
  same: joining.same,
  referral: joining.referral,
  case: joining.case,
  at: joining.at,
  agency: joining.by.agency,
  reason: words?.note,
  undoneAt: joining.undoneAt,
  undoing: words?.undoing,
  links: {
    case: `/v1/cases/${joining.of.id}`,
    undoing: `/v1/cases/${joining.of.id}/joinings/${joining.number}/undoing`,
  },
});
