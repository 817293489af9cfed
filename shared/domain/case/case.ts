import * as z from 'zod';
import { AgencyId, CaseId, FileId, ReferralId } from '../ids.ts';
import { marks } from '../protection/marks.ts';
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
  /** Agencies that employ an alleged perpetrator: nothing of this goes to their common accounts. */
  excluded: z.array(AgencyId).optional(),
  /** Accounts with a declared conflict of interest: they see nothing of this. */
  conflicted: z.array(z.string()).optional(),
  ...marks,
  /** Reports of the same child beside the first, as far as known. */
  repeats: z.int().min(0).optional(),
  /** How and when criminal proceedings ended, as the prosecutor says; absent while nobody has. */
  proceedings: z
    .object({
      endedAt: Instant,
      outcome: Code,
      at: Instant,
      by: z.object({ sub: z.string(), agency: AgencyId }),
    })
    .optional(),
  /** How many the child had told before anybody wrote it down here, by the highest statement. */
  toldBefore: z.int().min(0).optional(),
  /** Tellings recorded since. */
  tellings: z.int().min(0).optional(),
  /** The older case of the same child, which goes on for both. */
  joinedTo: CaseId.optional(),
  /** Cases of the same child that this one goes on for. */
  joined: z.array(CaseId).optional(),
  /** Which episode of violence counts now; absent the first. Each has its own one interview. */
  episode: z.int().min(2).optional(),
  /** The worker and the deputy by name: the `outcome` group. */
  sealed: Sealed.optional(),
};

/** What is done for one child who may have suffered violence, from routing on. */
export const Case = z.discriminatedUnion('status', [
  z.object({ ...base, status: z.literal('open') }),
  z.object({ ...base, status: z.literal('closed'), closedAt: Instant }),
]);
export type Case = z.infer<typeof Case>;
