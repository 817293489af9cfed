import { endClock } from '../clock/state.ts';
import type { AgencyId } from '../ids.ts';
import type { Decision } from '../journal/decision.ts';
import type { JournalEvent } from '../journal/event.ts';
import type { Edition } from '../policy/edition.ts';
import { Refusal } from '../refusal.ts';
import type { Sealed } from '../sealed.ts';
import { found, happened, NOTHING, type OfOne } from './feedback-line.ts';
import type { Feedback, RoutedReferral } from './referral.ts';

/** It went out, and nobody has said yet that it was heard. */
export const isUnheard = ({ proposed, acknowledgedAt, loopClosed }: Feedback): boolean =>
  !proposed && !acknowledgedAt && !loopClosed;

/** The referrer heard it. With the last open feedback the wait ends. */
export function acknowledge(call: OfOne): Decision {
  const { referral, at } = call;
  const feedback = found(call);
  if (feedback.proposed) throw new Refusal('not-found');
  if (feedback.acknowledgedAt) return NOTHING;
  const heard: Feedback = { ...feedback, version: feedback.version + 1, acknowledgedAt: at };
  return waitEnded(call, heard, 'feedback.acknowledged', [referral.lead]);
}

interface CloseLoop extends OfOne {
  readonly reason: string;
  /** The feedback's words with the supervisor's beside them, where there are any. */
  readonly sealed?: Sealed | undefined;
}

/** A supervisor ends the wait for a sign that never came: only after the agency's head was asked. */
export function closeLoop(call: CloseLoop, edition: Edition): Decision {
  const { referral, clocks, reason, by, at } = call;
  const feedback = found(call);
  if (feedback.proposed) throw new Refusal('not-found');
  if (!edition.has('loopClosingReasons', reason)) {
    throw new Refusal('unknown-code', [{ pointer: '/reason', code: 'unknown-code' }]);
  }
  if (!isUnheard(feedback)) return NOTHING;
  const waiting = clocks.find(({ name, endedAt }) => name === 'acknowledgement' && !endedAt);
  if (waiting && at < waiting.dueAt) {
    throw new Refusal('head-not-asked-yet', [
      { pointer: 'clock/acknowledgement', code: 'running' },
    ]);
  }
  const closed: Feedback = {
    ...feedback,
    version: feedback.version + 1,
    loopClosed: { at, by: by.sub, agency: by.agency, reason },
    sealed: call.sealed ?? feedback.sealed,
  };
  const told = [...new Set([referral.agency, referral.lead])].filter((one) => one !== by.agency);
  return waitEnded(call, closed, 'feedback.loop-closed', told, { reason });
}

function waitEnded(
  { referral, all, clocks, by, at, event }: OfOne,
  changed: Feedback,
  type: JournalEvent['type'],
  to: readonly AgencyId[],
  codes: Readonly<Record<string, string>> = {},
): Decision {
  const told: RoutedReferral = { ...referral, version: referral.version + 1 };
  const stillOpen = all.some((one) => one.number !== changed.number && isUnheard(one));
  const waiting = clocks.filter(({ name, endedAt }) => name === 'acknowledgement' && !endedAt);
  const ended = stillOpen ? [] : waiting.map((clock) => endClock(clock, at));
  const line = happened(type, told, changed, { by, at, event });
  return {
    kept: [told, changed, ...ended],
    events: [{ ...line, to: [...to], codes: { number: String(changed.number), ...codes } }],
  };
}
