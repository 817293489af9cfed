import * as z from 'zod';
import { AgencyId, CaseId, ReferralId } from '../domain/ids.ts';
import { Details } from '../domain/referral/groups.ts';
import { ReferralKind } from '../domain/referral/kind.ts';
import { Code } from '../domain/text.ts';
import { Instant } from '../domain/time.ts';
import { Labelled, Links, ProtectedAddress } from './common.ts';
import { ExceptionView, FeedbackView } from './feedback.ts';
import { ErasedView } from './retention.ts';

export const ReferralReceipt = z.object({
  id: ReferralId,
  receiptNumber: z.string(),
  submittedAt: Instant,
  links: Links,
  /** What to do, and what not to do, until somebody comes: in the language asked for. */
  nextSteps: z.array(
    Labelled.extend({
      /** What stands in the words for a time, for whoever shows them in another language. */
      until: z.string().optional(),
    }),
  ),
});

/** How a referral was closed: for those who work on it. */
const ClosingView = z.object({
  reason: Labelled,
  note: z.string().optional(),
  /** Nothing was done: a new report within this time brings the decision back into view. */
  comesBackUntil: z.iso.date().optional(),
  contact: z.object({ at: Instant, how: Labelled }).optional(),
});

/** An earlier report that may be about the same child: whom to ask, and how it ended. */
const EarlierReport = z.object({
  id: ReferralId,
  receiptNumber: z.string(),
  kind: ReferralKind,
  status: Labelled,
  submittedAt: Instant,
  lead: AgencyId.optional(),
  case: CaseId.optional(),
  closedAs: Labelled.optional(),
  /** Nothing was done then: the decision is looked at again. */
  comesBack: z.literal(true).optional(),
});

/** A referral as one caller may see it: `details` holds only the groups open to the caller. */
export const ReferralView = z.object({
  id: ReferralId,
  receiptNumber: z.string(),
  kind: ReferralKind,
  /** The referral out of which the hub made this one. */
  origin: ReferralId.optional(),
  status: Labelled,
  submittedAt: Instant,
  municipality: Code,
  lead: AgencyId.optional(),
  case: CaseId.optional(),
  version: z.int(),
  work: z.array(z.object({ kind: Labelled, status: Labelled, agency: AgencyId.optional() })),
  feedback: z.array(FeedbackView),
  exceptions: z.array(ExceptionView).optional(),
  closing: ClosingView.optional(),
  /** Reports of the same child beside this one; shown to the lead. */
  repeats: z.int().optional(),
  /** Recalls that not every recipient has answered; for the lead. They hold up nothing. */
  openRecalls: z.int().optional(),
  earlier: z.array(EarlierReport).optional(),
  details: Details.partial(),
  /** The address is protected: this stands in its place. */
  protectedAddress: ProtectedAddress.optional(),
  erased: ErasedView.optional(),
  shownBy: Code,
  links: Links,
});

export const ReferralLine = z.object({
  id: ReferralId,
  receiptNumber: z.string(),
  kind: z.string(),
  status: z.string(),
  submittedAt: Instant,
  links: Links,
});
