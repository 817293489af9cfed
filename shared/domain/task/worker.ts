import { announcement } from '../call/announcement.ts';
import { startClock } from '../clock/start.ts';
import type { Clock } from '../clock/state.ts';
import type { AgencyId, EventId } from '../ids.ts';
import type { Decision, Kept } from '../journal/decision.ts';
import type { JournalEvent } from '../journal/event.ts';
import type { Edition } from '../policy/edition.ts';
import type { TaskStatus } from './statuses.ts';
import { hasEnded, type Task } from './task.ts';

/** The accounts of who has a task and who stands in; a person whom a system named without one has none. */
export interface Held {
  readonly worker: string | undefined;
  readonly deputy: string | undefined;
}

const TAKES: readonly TaskStatus[] = ['received', 'accepted'];

/** A receipt or an acceptance with the account of the person who has the task from then on. */
export const heldBy = (step: Decision, { worker, deputy }: Held): Decision => ({
  ...step,
  kept: step.kept.map(
    (kept): Kept =>
      kept.what === 'task' && TAKES.includes(kept.status) ? { ...kept, worker, deputy } : kept,
  ),
});

/** Why work goes over: codes of an event, never a name. */
export type Because = 'conflict' | 'leave' | 'suspension' | 'removal';

interface Reassign {
  readonly task: Task;
  /** The task's own clocks. */
  readonly clocks: readonly Clock[];
  /** Who takes it over; nobody: it goes back to the agency's queue. */
  readonly to: string | undefined;
  readonly because: Because;
  readonly by: { readonly sub: string; readonly agency?: AgencyId | undefined };
  readonly at: string;
  readonly event: EventId;
}

/**
 * A person is gone from a task, the agency stays. A deputy has it at once. Without one it stands in
 * the queue again: a person must receive it anew, watched by a clock of its own, and every other
 * deadline stands.
 */
export function reassign(call: Reassign, edition: Edition): Decision {
  const { task, to, because, by, at, event } = call;
  const queued = to === undefined && !hasEnded(task) && task.status !== 'requested';
  const received = queued ? receivedAnew(call, edition) : undefined;
  const due = [task.deadline, received?.dueAt].filter((one) => one !== undefined);
  const moved: Task = {
    ...task,
    version: task.version + 1,
    status: queued ? 'requested' : task.status,
    worker: to,
    deputy: undefined,
    deadline: due.sort()[0],
  };
  const told: JournalEvent = {
    ...reassigned(moved, { because, by, at, event }, to === undefined ? 'queue' : 'deputy'),
    ...(received && announcement(task.agency, [received])),
  };
  return { kept: [moved, ...(received ? [received] : [])], events: [told] };
}

type Why = Pick<Reassign, 'because' | 'by' | 'at' | 'event'>;

/** Who was to stand in does so no longer; whoever has the task goes on with it. */
export function withoutDeputy({ task, ...why }: Omit<Reassign, 'to' | 'clocks'>): Decision {
  const alone: Task = { ...task, version: task.version + 1, deputy: undefined };
  return { kept: [alone], events: [reassigned(alone, why, 'worker')] };
}

const reassigned = (
  task: Task,
  { because, by, at, event }: Why,
  to: 'queue' | 'deputy' | 'worker',
): JournalEvent => ({
  id: event,
  type: 'work.reassigned',
  at,
  subject: { kind: 'task', id: task.id },
  version: task.version,
  by: { sub: by.sub, agency: by.agency },
  file: task.file,
  referral: task.referral,
  case: task.case,
  to: [task.agency],
  deadline: task.deadline,
  urgency: task.urgency,
  codes: { kind: task.kind, because, to },
});

/** Counted from now: nobody there has seen it, however long ago somebody else did. */
function receivedAnew({ task, clocks, at }: Reassign, edition: Edition): Clock {
  const earlier = clocks.find(({ name }) => name === 'received');
  const fresh = startClock(
    {
      name: 'received',
      subject: { kind: 'task', id: task.id },
      holder: task.agency,
      file: task.file,
      referral: task.referral,
      case: task.case,
      urgency: task.urgency,
      startedAt: at,
      taskKind: task.kind,
    },
    edition,
  );
  return earlier ? { ...fresh, version: earlier.version + 1 } : fresh;
}
