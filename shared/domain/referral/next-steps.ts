import { Temporal } from 'temporal-polyfill';
import type { MaskLimit } from '../disclosure/mask-limits.ts';
import type { ReferralSubmission } from './submission.ts';

/** What the referrer does, and does not do, until somebody comes; `until` fills its place in the words. */
export interface NextStep {
  readonly code: string;
  readonly until?: string;
}

const step = (code: string): NextStep => ({ code });

/**
 * The form never turns a teacher into an interviewer: what to leave undone stands first. `limits`
 * says by what somebody who asked to be hidden may be recognised all the same.
 */
export function nextSteps(
  submission: ReferralSubmission,
  zone: string,
  limits: readonly MaskLimit[] = [],
): NextStep[] {
  if (submission.reporter.mode === 'child-self') return toChild(submission);
  return [...toReferrer(submission, zone), ...aboutYou(submission, limits)];
}

/** A child is spoken to as a child. */
function toChild(submission: ReferralSubmission): NextStep[] {
  const safe = submission.kind === 'violence' && submission.immediateDanger === 'no';
  const danger = safe ? [] : ['child-call-112'];
  const rest = ['child-somebody-acts', 'child-your-own-way', 'child-call-111', 'child-receipt'];
  return ['child-you-did-right', ...danger, ...rest].map(step);
}

/** What is hidden of who refers, and what cannot be. */
function aboutYou({ reporter }: ReferralSubmission, limits: readonly MaskLimit[]): NextStep[] {
  if (reporter.mode === 'named') return [];
  const hidden = limits.length > 0 ? limits : ['masked-hidden'];
  const kept = reporter.mode === 'anonymous' ? ['anonymous-nothing-kept'] : [];
  return [...hidden, ...kept].map(step);
}

function toReferrer(submission: ReferralSubmission, zone: string): NextStep[] {
  if (submission.kind === 'early-identification') {
    return [
      ...(submission.consent.state === 'given' ? [] : consentStep(submission.consent)),
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

/** Where asking would endanger the child nobody is sent to ask. */
const consentStep = (
  consent: Extract<ReferralSubmission, { kind: 'early-identification' }>['consent'],
): string[] =>
  consent.state === 'not-asked' && consent.reason === 'asking-endangers' ? [] : ['consent-missing'];

/** The time as it stands on the wall where the child is; the day beside it. */
const onTheClock = (instant: string, zone: string): string => {
  const local = Temporal.Instant.from(instant).toZonedDateTimeISO(zone);
  const time = local.toPlainTime().toString({ smallestUnit: 'minute' });
  return `${time} (${local.toPlainDate()})`;
};
