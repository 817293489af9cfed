import * as z from 'zod';
import { named } from '../family/named.ts';
import { AgencyId, CaseId, FileId, ReferralId } from '../ids.ts';
import { marks } from '../protection/marks.ts';
import { Sealed } from '../sealed.ts';
import { Permitted } from '../sharing/permitted.ts';
import { Code } from '../text.ts';
import { Instant } from '../time.ts';
import { ReferralKind } from './kind.ts';

const base = {
  what: z.literal('referral'),
  id: ReferralId,
  file: FileId,
  version: z.int().min(1),
  kind: ReferralKind,
  /** The referral out of which the hub made this one: another child of the same report. */
  origin: ReferralId.optional(),
  agency: AgencyId,
  submittedBy: z.string(),
  submittedAt: Instant,
  channel: z.enum(['form', 'phone', 'system']),
  reporterMode: z.enum(['named', 'masked', 'anonymous', 'child-self']),
  /** The place that routes: where the child lives or, if unknown, where it is now. */
  municipality: Code,
  /** The place is known through the referrer alone, who must not be recognised by it. */
  placeMasked: z.literal(true).optional(),
  /** The agency on whose behalf it was sent, if that one may be told. */
  onBehalfOf: AgencyId.optional(),
  /** Agencies that employ an alleged perpetrator: nothing of this goes to their common accounts. */
  excluded: z.array(AgencyId).optional(),
  /** Accounts with a declared conflict of interest: they see nothing of this. */
  conflicted: z.array(z.string()).optional(),
  ...marks,
  ...named,
  /** Referrals that may be about the same child, as found when this one came. */
  earlier: z.array(ReferralId).optional(),
  /** Those of them of which somebody has said whether it is the same child. */
  compared: z.array(ReferralId).optional(),
  /** Reports of the same child beside this one, as far as known. */
  repeats: z.int().min(0).optional(),
  /** Agencies told by mistake: what they were asked until then opens nothing of this any more. */
  recalled: z.array(z.object({ agency: AgencyId, at: Instant })).optional(),
  /** What it held was erased: which rule let its time run out. */
  erased: z.object({ at: Instant, rule: Code }).optional(),
  /** Recalls that not every recipient has answered. */
  openRecalls: z.int().min(0).optional(),
  /** By what agencies whose work rests on consent may be told, and until when. */
  permitted: z.array(Permitted).optional(),
  /** Feedback items written so far; the number of the last one. */
  feedbacks: z.int().min(0),
  sealed: Sealed,
};

const routed = { ...base, lead: AgencyId, case: CaseId.optional(), routedAt: Instant };

/** How a referral was closed; where nothing was done, how whoever referred was told. */
const closing = {
  closedAs: Code.optional(),
  notActed: z.literal(true).optional(),
  contact: z.object({ at: Instant, how: Code }).optional(),
};

/**
 * Only an early identification without a case can be `returned` or `withdrawn`: a violence referral
 * is sent back by nothing and taken back by nobody.
 */
export const Referral = z.discriminatedUnion('status', [
  z.object({ ...base, status: z.literal('submitted') }),
  z.object({ ...routed, status: z.literal('routed') }),
  z.object({ ...routed, status: z.literal('in-progress') }),
  /** Sent back to the referrer with a question; its answer brings it back. */
  z.object({
    ...routed,
    status: z.literal('returned'),
    returnedAt: Instant,
    returnedFrom: z.enum(['routed', 'in-progress']),
    question: z.int(),
  }),
  z.object({
    ...routed,
    status: z.literal('withdrawn'),
    withdrawnAt: Instant,
    withdrawnFor: Code,
  }),
  z.object({ ...routed, status: z.literal('closed'), closedAt: Instant, ...closing }),
]);
export type Referral = z.infer<typeof Referral>;
export type RoutedReferral = Exclude<Referral, { status: 'submitted' }>;

/** The unit that leads; nobody does before the referral is routed. */
export const leadOf = (referral: Referral): AgencyId | undefined =>
  referral.status === 'submitted' ? undefined : referral.lead;

/** Nothing more is done under this referral. */
export const isOver = ({ status }: Referral): boolean =>
  status === 'closed' || status === 'withdrawn';

/** A `receipt` says that somebody has it, a `first` answer who acts, an `outcome` what came of it. */
export const FeedbackStage = z.enum(['receipt', 'first', 'outcome']);
export type FeedbackStage = z.infer<typeof FeedbackStage>;

/** The place as it may stand where others read it. */
export const shownPlace = ({
  placeMasked,
  municipality,
}: Pick<Referral, 'placeMasked' | 'municipality'>): string =>
  placeMasked ? 'unknown' : municipality;

/** Nobody referred the child said to have harmed: whoever reported the other one is told of that one. */
export const hearsBack = ({ kind }: Pick<Referral, 'kind'>): boolean => kind !== 'child-in-need';

/** Who hears back: the referrer and, where the referrer allows it, whom it wrote for. */
export const hearersOf = ({ agency, onBehalfOf, excluded = [] }: Referral): AgencyId[] =>
  onBehalfOf && onBehalfOf !== agency && !excluded.includes(onBehalfOf)
    ? [agency, onBehalfOf]
    : [agency];

/** What the referrer was told, and whether it said that it heard. */
export const Feedback = z.object({
  what: z.literal('feedback'),
  referral: ReferralId,
  file: FileId,
  number: z.int().min(1),
  version: z.int().min(1),
  code: Code,
  stage: FeedbackStage,
  /** Waits for the lead's release: until then the referrer sees nothing of it. */
  proposed: z.literal(true).optional(),
  /** Whose account of the lead let it go out. */
  releasedBy: z.string().optional(),
  /** What the family was offered, and whether it took it up. */
  offered: z.array(Code).optional(),
  takenUp: Code.optional(),
  from: AgencyId,
  at: Instant,
  /** The message in the lead's own words, if there is one. */
  sealed: Sealed.optional(),
  acknowledgedAt: Instant.optional(),
  /** A supervisor ended the wait for the acknowledgement. */
  loopClosed: z.object({ at: Instant, by: z.string(), agency: AgencyId, reason: Code }).optional(),
});
export type Feedback = z.infer<typeof Feedback>;
