import type { Permit } from '../access/permit.ts';
import { leadOf, type Referral } from '../referral/referral.ts';

/** Rules by which a unit reads as the lead of the case, or of the other case of the same child. */
const LEADING = ['lead', 'lead-of-joined-case'];

interface Read {
  readonly referral: Referral;
  readonly permit: Permit;
}

/**
 * Whether the reader leads: it alone sees who else reported the child, and the whole timeline. A lead
 * that referred the child itself has nothing to hide from itself.
 */
export const leads = ({ referral, permit }: Read): boolean =>
  LEADING.includes(permit.rule) ||
  (permit.rule === 'referrer' && leadOf(referral) === referral.agency);
