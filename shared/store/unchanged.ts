import type { Case } from '../domain/case/case.ts';
import type { Decision } from '../domain/journal/decision.ts';
import type { Referral } from '../domain/referral/referral.ts';
import { caseKey, referralKey } from './keys.ts';
import { checkVersion, type Write } from './write.ts';

/**
 * Records a decision looked at and leaves as they are: it holds only while they still are so. Those
 * that it changes are checked by their own writes.
 */
export const unchanged = (seen: readonly (Case | Referral)[], { kept }: Decision): Write[] =>
  seen
    .filter(({ id }) => !kept.some((one) => 'id' in one && one.id === id))
    .map((one) => {
      const key = one.what === 'case' ? caseKey(one.id) : referralKey(one.id);
      return checkVersion('state', key, one.version);
    });
