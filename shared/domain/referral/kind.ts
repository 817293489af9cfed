import * as z from 'zod';

/**
 * What a referral is about. `child-in-need` is made by the hub alone, for a child of whom another
 * child's referral says that it has harmed: it is looked after, never accused.
 */
export const ReferralKind = z.enum(['violence', 'early-identification', 'child-in-need']);
export type ReferralKind = z.infer<typeof ReferralKind>;
