import { Temporal } from 'temporal-polyfill';
import type { Edition } from '../policy/edition.ts';
import { type Hindrance, Refusal } from '../refusal.ts';
import { type FeedbackException, isExcepted } from './exception.ts';
import type { Referral } from './referral.ts';

type Closed = Extract<Referral, { status: 'closed' }>;

export interface ClosingWords {
  readonly reason: string;
  /** Whether the reason was put into words as well. */
  readonly explained: boolean;
  readonly contact?: { readonly at: string; readonly how: string } | undefined;
}

/** How a referral is closed. Not to act wants the reason in words, and the referrer spoken with. */
export function closedAs(
  { reason, explained, contact }: ClosingWords,
  exceptions: readonly FeedbackException[],
  edition: Edition,
  now: string,
): Pick<Closed, 'closedAs' | 'notActed' | 'contact'> {
  checkCodes({ reason, contact }, edition, now);
  const notActed = edition.answers.notActing.reasons.includes(reason);
  const told = contact ? { contact: { at: contact.at, how: contact.how } } : {};
  if (!notActed) return { closedAs: reason, ...told };
  if (!explained) {
    throw new Refusal('not-acting-unexplained', [{ pointer: '/note', code: 'missing' }]);
  }
  if (!contact && !isExcepted(exceptions, 'outcome')) {
    throw new Refusal('referrer-not-contacted', [{ pointer: '/contact', code: 'missing' }]);
  }
  return { closedAs: reason, notActed, ...told };
}

function checkCodes(
  { reason, contact }: Pick<ClosingWords, 'reason' | 'contact'>,
  edition: Edition,
  now: string,
): void {
  const unknown = (pointer: string): Hindrance => ({ pointer, code: 'unknown-code' });
  const found = [
    ...(edition.has('closureReasons', reason) ? [] : [unknown('/reason')]),
    ...(!contact || edition.has('contactWays', contact.how) ? [] : [unknown('/contact/how')]),
  ];
  if (found.length > 0) throw new Refusal('unknown-code', found);
  if (contact && Date.parse(contact.at) > Date.parse(now)) {
    throw new Refusal('in-the-future', [{ pointer: '/contact/at', code: 'in-the-future' }]);
  }
}

/** Until when a decision not to act comes back into view; undefined where something was done. */
export const comesBackUntil = (
  { notActed, closedAt }: Pick<Closed, 'notActed' | 'closedAt'>,
  { answers, calendar }: Edition,
): string | undefined =>
  notActed &&
  Temporal.Instant.from(closedAt)
    .toZonedDateTimeISO(calendar.zone)
    .toPlainDate()
    .add({ days: answers.notActing.comesBackWithinDays })
    .toString();

/** Whether a new report of the same child brings an earlier decision not to act back into view. */
export function comesBack(
  closed: Pick<Closed, 'notActed' | 'closedAt'>,
  newReportAt: string,
  edition: Edition,
): boolean {
  const until = comesBackUntil(closed, edition);
  const day = Temporal.Instant.from(newReportAt)
    .toZonedDateTimeISO(edition.calendar.zone)
    .toPlainDate()
    .toString();
  return until !== undefined && day <= until;
}
