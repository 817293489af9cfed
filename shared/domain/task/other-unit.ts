import { announcement } from '../call/announcement.ts';
import type { Clock } from '../clock/state.ts';
import type { AgencyId, EventId } from '../ids.ts';
import type { Decision } from '../journal/decision.ts';
import type { JournalEvent } from '../journal/event.ts';
import { nextDeadline } from './new-task.ts';
import type { Task } from './task.ts';

interface Handed {
  readonly task: Task;
  readonly clocks: readonly Clock[];
  readonly to: AgencyId;
  readonly reason: string;
  readonly by: { readonly sub: string; readonly agency?: AgencyId | undefined };
  readonly at: string;
  readonly event: EventId;
}

/**
 * An open task goes to another unit at once, because the one that has it may no longer know of the
 * child. It is asked anew of a person there; no deadline moves, and the former unit is told nothing.
 */
export function toOtherUnit({ task, clocks, to, reason, by, at, event }: Handed): Decision {
  const running = clocks.map(
    (clock): Clock => ({
      ...clock,
      version: clock.version + 1,
      holder: to,
      fired: 0,
      endedAt: undefined,
    }),
  );
  const due = [task.deadline, nextDeadline(running)].filter((one) => one !== undefined);
  const handed: Task = {
    ...task,
    version: task.version + 1,
    status: 'requested',
    agency: to,
    worker: undefined,
    deputy: undefined,
    deadline: due.sort()[0],
  };
  const requested: JournalEvent = {
    id: event,
    type: 'task.requested',
    at,
    subject: { kind: 'task', id: task.id },
    version: handed.version,
    by,
    file: task.file,
    referral: task.referral,
    case: task.case,
    to: [to],
    ...announcement(to, running),
    deadline: handed.deadline,
    urgency: task.urgency,
    codes: { kind: task.kind, reason },
    policy: task.policy,
  };
  return { kept: [handed, ...running], events: [requested] };
}
