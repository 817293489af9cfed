import { Temporal } from 'temporal-polyfill';
import type { ReferralSubmission } from './submission.ts';

/** What the referrer does, and does not do, until somebody comes; `until` fills its place in the words. */
export interface NextStep {
  readonly code: string;
  readonly until?: string;
}

const step = (code: string): NextStep => ({ code });

/** The form never turns a teacher into an interviewer: what to leave undone stands first. */
export function nextSteps(submission: ReferralSubmission, zone: string): NextStep[] {
  if (submission.kind === 'early-identification') {
    return [
      'early-person-answers',
      'early-stay-in-touch',
      'early-danger-changes',
      'keep-receipt',
    ].map(step);
  }
  const until = submission.child.whereabouts.childNow?.until;
  const stay = until
    ? { code: 'keep-child-until', until: onTheClock(until, zone) }
    : step('keep-child-with-you');
  const danger = submission.immediateDanger === 'no' ? [] : [step('call-112')];
  const traces = submission.forms.includes('sexual') ? [step('wash-nothing')] : [];
  const always = ['do-not-question-child', 'do-not-call-parents', 'do-not-confront'].map(step);
  const help = ['call-111', 'call-116006', 'keep-receipt', 'you-will-hear'].map(step);
  return [...danger, ...always, stay, ...traces, ...help];
}

/** The time as it stands on the wall where the child is; the day beside it. */
const onTheClock = (instant: string, zone: string): string => {
  const local = Temporal.Instant.from(instant).toZonedDateTimeISO(zone);
  const time = local.toPlainTime().toString({ smallestUnit: 'minute' });
  return `${time} (${local.toPlainDate()})`;
};
