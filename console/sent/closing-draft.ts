import type * as z from 'zod';
import type { closeReferral } from '../../shared/contract/referrals.ts';
import { instantOf } from '../words/moments.ts';

/** How a referral is closed, as it is written; empty means not said. */
export interface Closing {
  readonly reason: string;
  readonly note: string;
  readonly how: string;
  readonly contactAt: string;
}
export const EMPTY_CLOSING: Closing = { reason: '', note: '', how: '', contactAt: '' };

export function closingBody({
  reason,
  note,
  how,
  contactAt,
}: Closing): z.input<(typeof closeReferral)['body'] & z.ZodType> {
  return {
    reason,
    ...(note.trim() && { note: note.trim() }),
    ...(how && contactAt && { contact: { how, at: instantOf(contactAt) } }),
  };
}
