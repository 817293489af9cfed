import type { Permit } from '../access/permit.ts';
import type { Clock } from '../clock/state.ts';
import type { AgencyId } from '../ids.ts';
import type { JournalEvent, Subject } from '../journal/event.ts';
import { leadOf, type Referral } from '../referral/referral.ts';

/** Of which referral somebody reads, and by which right. */
export interface Read {
  readonly referral: Referral;
  readonly permit: Permit;
}

/** Whether who referred is hidden from this reader; only the referrer itself is beyond it. */
export const hidesReferrer = ({ referral, permit }: Read): boolean =>
  referral.reporterMode !== 'named' && permit.rule !== 'referrer';

/** What only a referrer does, and what only a referrer owes, even where its agency also leads. */
const ACTS: readonly string[] = [
  'referral.submitted',
  'referral.withdrawn',
  'feedback.acknowledged',
  'question.answered',
  'addition.made',
  'statement.made',
];
const OWES: readonly string[] = ['routing', 'acknowledgement', 'answer'];

/**
 * An agency that referred and also works on the case is seen at its work like any other: were it
 * missing there, that would tell. What concerns the referral itself is the referrer's or the lead's.
 */
const asReferrer = (agency: AgencyId | undefined, { kind }: Subject, { referral }: Read): boolean =>
  agency === referral.agency && kind === 'referral' && leadOf(referral) !== agency;

/** Who did it, unless that is the referrer in its own role and hidden. */
export const shownActor = ({ by, subject, type }: JournalEvent, read: Read) => {
  const own = ACTS.includes(type) && by.agency === read.referral.agency;
  return hidesReferrer(read) && (own || asReferrer(by.agency, subject, read))
    ? undefined
    : by.agency;
};

/** Who owes it, unless that is the referrer in its own role and hidden. */
export const shownHolder = ({ holder, subject, name }: Clock, read: Read) => {
  const own = OWES.includes(name) && holder === read.referral.agency;
  return hidesReferrer(read) && (own || asReferrer(holder, subject, read)) ? undefined : holder;
};

/** The place of the referral, unless it is known through the hidden referrer alone. */
export const placeFor = (read: Read): string =>
  hidesReferrer(read) && read.referral.placeMasked ? 'unknown' : read.referral.municipality;

/** Rules by which somebody looks as whoever referred, and as nobody else. */
const BY_REFERRING: readonly string[] = [
  'referrer',
  'referrer-of-another-child',
  'on-whose-behalf',
  'anybody-may-refer',
];

/** Whether a look at the record is the hidden referrer's own, so that it must not be told from it. */
export const isHiddenLook = (
  { agency, rule }: { readonly agency: AgencyId; readonly rule: string },
  read: Read,
): boolean =>
  hidesReferrer(read) &&
  (BY_REFERRING.includes(rule) ||
    (agency === read.referral.agency && leadOf(read.referral) !== agency));
