import * as z from 'zod';
import type { WorkingCalendar } from '../calendar/calendar.ts';
import { pauseAll, resumeAll } from '../clock/pause.ts';
import type { Clock } from '../clock/state.ts';
import { AgencyId, type EventId } from '../ids.ts';
import type { Decision } from '../journal/decision.ts';
import type { JournalEvent } from '../journal/event.ts';
import { nextNumber, part } from '../part.ts';
import { Refusal } from '../refusal.ts';
import type { Sealed } from '../sealed.ts';
import { Instant } from '../time.ts';
import { isOver, type RoutedReferral } from './referral.ts';

/** Asked of whoever referred, never of the child; question and answer are sealed with it. */
export const Question = z.object({
  ...part('question'),
  from: AgencyId,
  /** When whoever asks would like to have the answer; nothing waits for it longer than it may. */
  answerBy: Instant.optional(),
  answeredAt: Instant.optional(),
});
export type Question = z.infer<typeof Question>;

interface Asking {
  readonly referral: RoutedReferral;
  readonly earlier: readonly Question[];
  /** The clocks of the referral and of its tasks; of them only those rest that may. */
  readonly clocks: readonly Clock[];
  readonly by: { readonly sub: string; readonly agency: AgencyId };
  readonly at: string;
  readonly event: EventId;
  readonly sealed: Sealed | undefined;
}

/** A holder asks the referrer. Whatever guards the child goes on meanwhile. */
export function ask(
  call: Asking & { readonly answerBy?: string | undefined },
  calendar: WorkingCalendar,
): Decision {
  const { referral, clocks, by, at, answerBy } = call;
  if (isOver(referral)) throw new Refusal('already-closed');
  if (answerBy !== undefined && answerBy <= at) {
    throw new Refusal('in-the-past', [{ pointer: '/answerBy', code: 'in-the-past' }]);
  }
  const told: RoutedReferral = { ...referral, version: referral.version + 1 };
  const asked = newQuestion(call, answerBy);
  return {
    kept: [told, asked, ...pauseAll(clocks, 'question', at, calendar)],
    events: [said('question.asked', told, asked, call, [referral.agency], by)],
  };
}

/** A question as it is kept when it is asked. */
export const newQuestion = (
  { referral, earlier, by, at, sealed }: Asking,
  answerBy?: string,
): Question => ({
  what: 'question',
  of: { kind: 'referral', id: referral.id },
  number: nextNumber(earlier),
  version: 1,
  file: referral.file,
  at,
  by: { sub: by.sub, agency: by.agency },
  from: by.agency,
  answerBy,
  sealed,
});

/** The referrer answers. With the last open question the clocks go on. */
export function answer(
  call: Omit<Asking, 'earlier'> & { readonly all: readonly Question[]; readonly number: number },
  calendar: WorkingCalendar,
): Decision {
  const { referral, all, number, clocks, by, at, sealed } = call;
  const question = all.find((one) => one.number === number);
  if (!question) throw new Refusal('not-found');
  if (question.answeredAt) throw new Refusal('already-answered');
  const told = broughtBack(referral, number);
  const answered: Question = {
    ...question,
    version: question.version + 1,
    answeredAt: at,
    sealed: sealed ?? question.sealed,
  };
  const stillOpen = all.some((one) => one.number !== number && !one.answeredAt);
  return {
    kept: [told, answered, ...(stillOpen ? [] : resumeAll(clocks, 'question', at, calendar))],
    events: [
      said(
        'question.answered',
        told,
        answered,
        call,
        [...new Set([question.from, referral.lead])],
        by,
      ),
    ],
  };
}

/** An early identification that was sent back with this question is worked on again. */
function broughtBack(referral: RoutedReferral, number: number): RoutedReferral {
  const version = referral.version + 1;
  if (referral.status !== 'returned' || referral.question !== number) {
    return { ...referral, version };
  }
  const { question: _, returnedAt: __, returnedFrom, ...rest } = referral;
  return { ...rest, status: returnedFrom, version };
}

const said = (
  type: JournalEvent['type'],
  { id, version, file, case: opened }: RoutedReferral,
  { number }: Question,
  { at, event }: Pick<Asking, 'at' | 'event'>,
  to: AgencyId[],
  by: Asking['by'],
): JournalEvent => ({
  id: event,
  type,
  at,
  subject: { kind: 'referral', id },
  version,
  by: { sub: by.sub, agency: by.agency },
  file,
  referral: id,
  case: opened,
  to,
  codes: { number: String(number) },
});
