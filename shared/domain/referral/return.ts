import type { WorkingCalendar } from '../calendar/calendar.ts';
import { pauseAll } from '../clock/pause.ts';
import type { Decision } from '../journal/decision.ts';
import type { Edition } from '../policy/edition.ts';
import { Refusal } from '../refusal.ts';
import { newQuestion } from './question.ts';
import { isOver, type RoutedReferral } from './referral.ts';

type Returning = Parameters<typeof newQuestion>[0] & { readonly reason: string };

/** Sends an early identification back to be completed; what could be a child in danger never is. */
export function returnReferral(
  call: Returning,
  edition: Pick<Edition, 'has'> & { readonly calendar: WorkingCalendar },
): Decision {
  const { referral, reason, clocks, by, at, event } = call;
  if (referral.kind === 'violence') throw new Refusal('violence-not-returned');
  if (referral.case || referral.kind !== 'early-identification')
    throw new Refusal('case-not-returned');
  if (isOver(referral)) throw new Refusal('already-closed');
  if (referral.status === 'returned') throw new Refusal('already-returned');
  if (!edition.has('returnReasons', reason)) {
    throw new Refusal('unknown-code', [{ pointer: '/reason', code: 'unknown-code' }]);
  }
  const question = newQuestion(call);
  const returned: RoutedReferral = {
    ...referral,
    status: 'returned',
    version: referral.version + 1,
    returnedAt: at,
    returnedFrom: referral.status === 'routed' ? 'routed' : 'in-progress',
    question: question.number,
  };
  return {
    kept: [returned, question, ...pauseAll(clocks, 'question', at, edition.calendar)],
    events: [
      {
        id: event,
        type: 'referral.returned',
        at,
        subject: { kind: 'referral', id: referral.id },
        version: returned.version,
        by: { sub: by.sub, agency: by.agency },
        file: referral.file,
        referral: referral.id,
        to: [referral.agency],
        codes: { reason, number: String(question.number) },
      },
    ],
  };
}
