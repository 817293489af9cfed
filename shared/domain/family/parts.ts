import * as z from 'zod';
import { AgencyId, EventId, ReferralId } from '../ids.ts';
import { Subject } from '../journal/event.ts';
import { part } from '../part.ts';
import { Code } from '../text.ts';
import { Instant } from '../time.ts';
import { Checked } from '../watch/check.ts';
import { NoticeKind, Ties, YesNoUnknown } from './household.ts';

/** One event that had already gone to an agency before that was excluded. */
export const Went = z.object({
  event: EventId,
  type: Code,
  at: Instant,
  subject: Subject,
  agency: AgencyId,
});
export type Went = z.infer<typeof Went>;

/** An alleged perpetrator named after the report: who it is is sealed, clear is what must be decided by. */
export const AllegedPerpetratorPart = z.object({
  ...part('alleged-perpetrator'),
  livesWithChild: YesNoUnknown,
  under18: YesNoUnknown,
  /** The agency for which this one works, where the pack knows it. */
  employer: AgencyId.optional(),
  /** All agencies that are excluded on account of this one. */
  excludes: z.array(AgencyId),
  /** The entry of a report that this one corrects: it counts in its place. */
  corrects: z.object({ referral: ReferralId, index: z.int().min(0) }).optional(),
  /** When this, or its last correction, was said. */
  namedAt: Instant,
  /** What had gone to the agencies it newly excluded. */
  alreadyWent: z.array(Went),
});
export type AllegedPerpetratorPart = z.infer<typeof AllegedPerpetratorPart>;

/** Who speaks for the child: a decision of a person, never a conclusion from a relation. */
export const Speaker = z.object({
  ...part('speaker'),
  capacity: Code,
  account: z.string().optional(),
  ties: Ties,
  from: Instant,
  to: Instant.optional(),
});
export type Speaker = z.infer<typeof Speaker>;

/** An adult who may be reached, as the lead confirmed; the person and the times are sealed. */
export const SafeContactPart = z.object({
  ...part('safe-contact'),
  ties: Ties,
  inHousehold: YesNoUnknown,
  withdrawnAt: Instant.optional(),
});
export type SafeContactPart = z.infer<typeof SafeContactPart>;

/** Something that is to reach a safe contact: all it says is where to ring. */
export const Notice = z.object({
  ...part('notice'),
  kind: NoticeKind,
  language: Code,
  contact: z.int().min(1),
  /** Withheld: it may not go any more. By hand: a person passes it on, for a machine cannot. */
  state: z.enum(['owed', 'sent', 'withheld', 'by-hand']),
  sentAt: Instant.optional(),
  notSentBecause: z.array(Code).optional(),
});
export type Notice = z.infer<typeof Notice>;

/** A declared conflict of interest: of one account or of a whole agency, never of a name. */
export const Conflict = z.object({
  ...part('conflict'),
  account: z.string().optional(),
  agency: AgencyId.optional(),
  reason: Code,
  /** An agency’s system does not tell who pressed the button; absent counts as one. */
  through: z.enum(['person', 'system']).optional(),
  alreadyWent: z.array(Went),
  /** A second person found that there is none: whoever was shut out is let in again. */
  undone: z.object({ at: Instant, by: z.object({ sub: z.string(), agency: AgencyId }) }).optional(),
});
export type Conflict = z.infer<typeof Conflict>;

/** Somebody named in a case whom no worker could be compared with; never taken to be safe. */
export const IdentityGap = z.object({
  ...part('identity-gap'),
  code: Code,
  /** Somebody of the oversight body has looked. */
  checked: Checked.optional(),
});
export type IdentityGap = z.infer<typeof IdentityGap>;

/** The list of the oversight body in which such cases stand. */
export const WATCHED_IDENTITIES = 'identities';
