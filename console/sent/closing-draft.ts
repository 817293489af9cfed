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

/** Whoever talked to the family did so at some time. */
export const missingInClosing = ({ reason, how, contactAt }: Closing): (keyof Closing)[] => [
  ...(reason ? [] : ['reason' as const]),
  ...(how && !contactAt ? ['contactAt' as const] : []),
];

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
