import { outlastsWork } from '../clock/lasting.ts';
import { type Clock, endClock } from '../clock/state.ts';
import type { AgencyId, EventId } from '../ids.ts';
import type { Decision } from '../journal/decision.ts';
import type { JournalEvent } from '../journal/event.ts';
import type { Edition } from '../policy/edition.ts';
import { begin, withOpenRecall } from '../recall/make.ts';
import type { Recall } from '../recall/recall.ts';
import { asRecipient, mustAnswer } from '../recall/recipients.ts';
import type { Told } from '../recall/told.ts';
import { Refusal } from '../refusal.ts';
import type { Sealed } from '../sealed.ts';
import { hasEnded, type Task } from '../task/task.ts';
import { isOver, type RoutedReferral } from './referral.ts';

interface Withdraw {
  readonly referral: RoutedReferral;
  readonly tasks: readonly Task[];
  /** Clocks of the referral and of its tasks. */
  readonly clocks: readonly Clock[];
  readonly reason: string;
  readonly by: { readonly sub: string; readonly agency: AgencyId };
  readonly at: string;
  readonly newEvent: () => EventId;
  /** The referral's groups with what was written of the withdrawal. */
  readonly sealed: Sealed;
  /** Everybody who was told of it, and what was taken back before. */
  readonly told: readonly Told[];
  readonly recalls: readonly Recall[];
}

/**
 * Takes an early identification back, for help is voluntary there. A report of violence, or what has
 * become a child's case, nobody takes back. Where the family no longer consents, what was shared is
 * taken back with it.
 */
export function withdraw(call: Withdraw, edition: Edition): Decision {
  const { referral, tasks, clocks, reason, at, sealed } = call;
  if (referral.kind === 'violence') throw new Refusal('violence-not-withdrawn');
  if (referral.case || referral.kind !== 'early-identification')
    throw new Refusal('case-not-withdrawn');
  if (isOver(referral)) throw new Refusal('already-closed');
  if (!edition.has('withdrawalReasons', reason)) {
    throw new Refusal('unknown-code', [{ pointer: '/reason', code: 'unknown-code' }]);
  }
  const withdrawn: RoutedReferral = {
    ...referral,
    status: 'withdrawn',
    version: referral.version + 1,
    withdrawnAt: at,
    withdrawnFor: reason,
    // With the consent goes what was open on it.
    ...(edition.recall.withdrawal.reasons[reason] && { permitted: [] }),
    sealed,
  };
  const cancelled = tasks.filter((task) => !hasEnded(task)).map(cancel);
  const ended = clocks.filter((clock) => !clock.endedAt && !outlastsWork(clock));
  const recall = takenBack(call, edition);
  return {
    kept: [
      recall ? withOpenRecall(withdrawn) : withdrawn,
      ...cancelled,
      ...ended.map((clock) => endClock(clock, at)),
      ...(recall?.kept ?? []),
    ],
    events: [
      toldOf(withdrawn, call),
      ...cancelled.map((task) => toldOfTask(task, call)),
      ...(recall?.events ?? []),
    ],
  };
}

/** With the consent goes what was shared on it: everybody who was told answers for it. */
function takenBack(call: Withdraw, edition: Edition) {
  const { referral, told, recalls, by, at, newEvent } = call;
  const reason = edition.recall.withdrawal.reasons[call.reason];
  const kind = 'consent-withdrawn';
  const recipients = told
    .filter((one) => mustAnswer(one, { kind, by: by.agency }))
    .map(asRecipient);
  if (!reason || recipients.length === 0) return undefined;
  const begun = { referral, earlier: recalls, by, at, event: newEvent() };
  return begin(begun, { kind, reason, recipients }, edition);
}

const cancel = (task: Task): Task => ({
  ...task,
  version: task.version + 1,
  status: 'cancelled',
  reason: 'withdrawn',
  deadline: undefined,
});

const common = ({ referral, by, at, newEvent }: Withdraw) => ({
  id: newEvent(),
  at,
  by: { sub: by.sub, agency: by.agency },
  file: referral.file,
  referral: referral.id,
});

const toldOf = (withdrawn: RoutedReferral, call: Withdraw): JournalEvent => ({
  ...common(call),
  type: 'referral.withdrawn',
  subject: { kind: 'referral', id: withdrawn.id },
  version: withdrawn.version,
  to: [withdrawn.lead],
  codes: { reason: call.reason },
});

const toldOfTask = (task: Task, call: Withdraw): JournalEvent => ({
  ...common(call),
  type: 'task.cancelled',
  subject: { kind: 'task', id: task.id },
  version: task.version,
  to: [task.agency],
  codes: { kind: task.kind, status: task.status, reason: 'withdrawn' },
});
