import { type Bytes, newCaseId, newEventId, newTaskId, type ReferralId } from '../ids.ts';
import type { RoutingIds } from './planned-work.ts';

/**
 * Ids that derive from the referral and the revision of its routing, so that the same routing made
 * twice, by rule or by the clock, is the same. `derive` gives bytes that follow from its arguments.
 */
export const routingIds = (
  derive: (...parts: readonly string[]) => Bytes,
  referral: ReferralId,
  /** The first routing is `1`, that after the first addition `2`; `child-3` is the third other child's. */
  revision = '1',
): RoutingIds => ({
  case: () => newCaseId(derive(referral, 'case')),
  task: (rule, kind, agency) => newTaskId(derive(referral, revision, rule, kind, agency)),
  event: (of) => newEventId(derive(referral, revision, 'routing', of)),
});
