import type { Case } from '../case/case.ts';
import { outlastsWork } from '../clock/lasting.ts';
import { type Clock, endClock } from '../clock/state.ts';
import type { AgencyId, EventId } from '../ids.ts';
import { type Decision, join } from '../journal/decision.ts';
import type { JournalEvent } from '../journal/event.ts';
import { hearersOf, isOver, type RoutedReferral } from '../referral/referral.ts';
import type { Sealed } from '../sealed.ts';
import { hasEnded, type Task } from './task.ts';

interface TakeUp {
  /** The task after its step. */
  readonly task: Task;
  /** The tasks it was redirected from, nearest first, each with its clocks. */
  readonly chain: readonly { readonly task: Task; readonly clocks: readonly Clock[] }[];
  readonly case: Case | undefined;
  /** The case's own clocks. */
  readonly ofCase: readonly Clock[];
  /** The clocks by which the lead owes the referrer an answer; needed where the lead moves. */
  readonly ofReferral?: readonly Clock[];
  /** The lead's worker and deputy, sealed for the case; set when the lead accepts. */
  readonly sealed: Sealed | undefined;
  readonly referral: RoutedReferral;
  readonly by: { readonly sub: string; readonly agency: AgencyId };
  readonly at: string;
  readonly newEvent: () => EventId;
}

const NOTHING: Decision = { kept: [], events: [] };

/** What follows from an acceptance for the referral, its case and earlier holders. */
export function takeUp(call: TakeUp): Decision {
  const { task } = call;
  if (task.status !== 'accepted') return NOTHING;
  return join(release(call), task.role === 'lead' ? leadAccepts(call) : NOTHING);
}

/** A person elsewhere has accepted: whoever held the task before is released. */
function release({ task, chain, at, by, newEvent }: TakeUp): Decision {
  const released = chain.filter((link) => link.task.replacedBy === undefined);
  const common = { at, by, file: task.file, referral: task.referral, case: task.case };
  const kept = released.flatMap((link) => [
    releasedTask(link.task, task.id),
    ...link.clocks.filter(({ endedAt }) => !endedAt).map((clock) => endClock(clock, at)),
  ]);
  const events = released.map(
    (link): JournalEvent => ({
      ...common,
      id: newEvent(),
      type: 'task.cancelled',
      subject: { kind: 'task', id: link.task.id },
      version: link.task.version + 1,
      to: [link.task.agency],
      codes: { kind: task.kind, replacedBy: task.id },
    }),
  );
  return { kept, events };
}

const releasedTask = (task: Task, replacedBy: Task['id']): Task => ({
  ...task,
  version: task.version + 1,
  status: hasEnded(task) ? task.status : 'cancelled',
  replacedBy,
  deadline: undefined,
});

/** The lead accepts: the referral is in progress, the case has its worker and, if it moved, its lead. */
function leadAccepts(call: TakeUp): Decision {
  const { task, case: opened, referral, sealed, at, by, newEvent } = call;
  const lead = task.agency;
  const common = { at, by, file: task.file, referral: task.referral, case: task.case };
  const version = referral.version + 1;
  const taken: RoutedReferral = { ...referral, version, lead, status: 'in-progress' };
  const told: JournalEvent = {
    ...common,
    id: newEvent(),
    type: 'referral.taken-up',
    subject: { kind: 'referral', id: referral.id },
    version,
    to: hearersOf(referral),
  };
  if (isOver(referral)) return NOTHING;
  const handed = handedOver(call);
  if (!opened) return { kept: [taken, ...handed], events: [told] };
  const changed: Case = { ...opened, version: opened.version + 1, lead, sealed };
  const moved: JournalEvent = {
    ...common,
    id: newEvent(),
    type: 'case.lead-changed',
    subject: { kind: 'case', id: opened.id },
    version: changed.version,
    to: [...new Set([opened.lead, lead])],
    codes: { lead },
  };
  const events = opened.lead === lead ? [told] : [told, moved];
  return { kept: [taken, changed, ...handed], events };
}

/** What the former lead still owed is now owed by the new one; no deadline moves. */
const handedOver = ({ task, referral, ofCase, ofReferral = [] }: TakeUp): Clock[] =>
  referral.lead === task.agency
    ? []
    : [...ofCase, ...ofReferral]
        .filter(({ holder, endedAt }) => !endedAt && holder === referral.lead)
        .filter((clock) => !outlastsWork(clock))
        .map((clock) => ({ ...clock, version: clock.version + 1, holder: task.agency }));
