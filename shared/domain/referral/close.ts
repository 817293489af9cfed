import type { Case } from '../case/case.ts';
import { type Clock, endClock } from '../clock/state.ts';
import type { AgencyId, EventId } from '../ids.ts';
import type { Decision, Kept } from '../journal/decision.ts';
import type { JournalEvent } from '../journal/event.ts';
import { type Hindrance, Refusal } from '../refusal.ts';
import { SAFETY_WORK } from '../task/take-up.ts';
import { hasEnded, isSettled, type Task } from '../task/task.ts';
import type { Feedback, RoutedReferral } from './referral.ts';

interface Closing {
  readonly referral: RoutedReferral;
  readonly case: Case | undefined;
  readonly tasks: readonly Task[];
  readonly feedback: readonly Feedback[];
  /** Clocks of the referral and of its case. */
  readonly clocks: readonly Clock[];
}

/** What a running safety clock means for closing. */
const UNSAFE: Readonly<Record<string, string>> = {
  'child-seen': 'child-not-seen',
  'safety-decision': 'safety-decision-missing',
};

/** In a case the child was seen and its safety decided by somebody, whatever clocks there were. */
function unsafe({ case: opened, tasks, clocks }: Closing): Hindrance[] {
  const running = clocks
    .filter(({ guardsChild, endedAt }) => guardsChild && endedAt === undefined)
    .map(({ name }) => ({ pointer: `clock/${name}`, code: UNSAFE[name] ?? 'safety-open' }));
  const answered = tasks.some(({ kind, status }) => kind === SAFETY_WORK && status === 'completed');
  if (!opened || answered) return running;
  const missing = Object.entries(UNSAFE)
    .filter(([, code]) => !running.some((one) => one.code === code))
    .map(([name, code]) => ({ pointer: `clock/${name}`, code }));
  return [...running, ...missing];
}

/** An offer nobody took up leaves no gap of its own: whoever made it still answers. */
const wasNeverTaken = (task: Task, tasks: readonly Task[]): boolean =>
  tasks.some(({ id, replacedBy }) => id === task.redirectedFrom && replacedBy !== task.id);

/** Everything that is still open, each by name; codes from the pack's list of closure conditions. */
export function openConditions(closing: Closing): Hindrance[] {
  const { tasks, feedback } = closing;
  const open = tasks
    .filter((task) => !hasEnded(task))
    .map((task) => ({ pointer: task.id, code: 'task-open' }));
  const gaps = tasks
    .filter((task) => hasEnded(task) && !isSettled(task) && !wasNeverTaken(task, tasks))
    .map((task) => ({ pointer: task.id, code: 'task-not-replaced' }));
  const outcome = feedback.some(({ stage }) => stage === 'outcome')
    ? []
    : [{ pointer: 'feedback', code: 'outcome-missing' }];
  const unheard = feedback
    .filter(({ acknowledgedAt }) => acknowledgedAt === undefined)
    .map(({ number }) => ({ pointer: `feedback/${number}`, code: 'acknowledgement-missing' }));
  return [...open, ...gaps, ...unsafe(closing), ...outcome, ...unheard];
}

interface Close extends Closing {
  /** Clocks of offers that nobody took up: they hinder nothing, and fall silent with the rest. */
  readonly ofOffers?: readonly Clock[];
  readonly reason: string;
  readonly by: { readonly sub: string; readonly agency: AgencyId };
  readonly at: string;
  readonly newEvent: () => EventId;
}

/** Closes a referral and its case; refuses while anything is open, and names each such thing. */
export function close(call: Close): Decision {
  const { referral, case: opened, reason, by, at, newEvent } = call;
  if (referral.status === 'closed') throw new Refusal('already-closed');
  const conditions = openConditions(call);
  if (conditions.length > 0) throw new Refusal('still-open', conditions);
  const closed: RoutedReferral = {
    ...referral,
    status: 'closed',
    version: referral.version + 1,
    closedAt: at,
  };
  const running = [...call.clocks, ...(call.ofOffers ?? [])].filter(({ endedAt }) => !endedAt);
  const kept: Kept[] = [closed, ...running.map((clock) => endClock(clock, at))];
  const common = { at, by, file: referral.file, referral: referral.id, case: referral.case };
  const events: JournalEvent[] = [
    {
      ...common,
      id: newEvent(),
      type: 'referral.closed',
      subject: { kind: 'referral', id: referral.id },
      version: closed.version,
      to: [referral.agency],
      codes: { reason },
    },
  ];
  if (opened?.status !== 'open') return { kept, events };
  const version = opened.version + 1;
  const concerned = [...new Set(call.tasks.map(({ agency }) => agency))];
  events.push({
    ...common,
    id: newEvent(),
    type: 'case.closed',
    subject: { kind: 'case', id: opened.id },
    version,
    to: concerned.filter((agency) => agency !== by.agency),
    codes: { reason },
  });
  return { kept: [...kept, { ...opened, status: 'closed', version, closedAt: at }], events };
}
