import * as z from 'zod';
import { AgencyId, CaseId, FileId, ReferralId } from '../ids.ts';
import { Sealed } from '../sealed.ts';
import { Code } from '../text.ts';
import { Instant } from '../time.ts';

const base = {
  what: z.literal('case'),
  id: CaseId,
  file: FileId,
  version: z.int().min(1),
  /** The referral that opened it; further ones of the same child join through links. */
  referral: ReferralId,
  municipality: Code,
  /** The one unit that leads at this time. */
  lead: AgencyId,
  openedAt: Instant,
  /** The worker and the deputy by name: the `outcome` group. */
  sealed: Sealed.optional(),
};

/** What is done for one child who may have suffered violence, from routing on. */
export const Case = z.discriminatedUnion('status', [
  z.object({ ...base, status: z.literal('open') }),
  z.object({ ...base, status: z.literal('closed'), closedAt: Instant }),
]);
export type Case = z.infer<typeof Case>;
