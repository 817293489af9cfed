import { type Bytes, newCaseId, newEventId, newTaskId, type ReferralId } from '../ids.ts';
import type { RoutingIds } from './plan.ts';

/** Only the first routing of a referral is made yet; a later one brings its own number. */
const REVISION = '1';

/**
 * Ids that derive from the referral, so that the same routing made twice, by rule or by the clock, is
 * the same. `derive` gives bytes that follow from its arguments.
 */
export const routingIds = (
  derive: (...parts: readonly string[]) => Bytes,
  referral: ReferralId,
): RoutingIds => ({
  case: () => newCaseId(derive(referral, 'case')),
  task: (rule, kind, agency) => newTaskId(derive(referral, REVISION, rule, kind, agency)),
  event: (of) => newEventId(derive(referral, REVISION, 'routing', of)),
});
