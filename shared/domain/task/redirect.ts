import { announcement } from '../call/announcement.ts';
import { awake } from '../clock/pause.ts';
import type { Clock } from '../clock/state.ts';
import type { AgencyId, EventId, TaskId } from '../ids.ts';
import type { Decision } from '../journal/decision.ts';
import type { JournalEvent } from '../journal/event.ts';
import { Refusal } from '../refusal.ts';
import { nextDeadline } from './new-task.ts';
import type { Task } from './task.ts';

interface Redirect {
  readonly task: Task;
  readonly clocks: readonly Clock[];
  readonly to: AgencyId;
  readonly reason: string;
  readonly by: { readonly sub: string; readonly agency: AgencyId };
  readonly lead: AgencyId | undefined;
  readonly at: string;
  /** What the other agency may know only with a consent, if anything. */
  readonly onConsent?: Task['onConsent'] | undefined;
  readonly ids: { readonly task: TaskId; readonly events: readonly [EventId, EventId] };
}

/**
 * Offers a task to another agency. The deadlines do not restart, and the agency that had the task
 * answers for it until a person at the other one has accepted.
 */
export function redirect(call: Redirect): Decision {
  const { task, clocks, to, reason, by, lead, at, ids, onConsent } = call;
  if (task.agency === to) throw new Refusal('redirect-to-itself');
  if (task.status === 'completed' || task.replacedBy) throw new Refusal('transition-not-allowed');
  const subject = { kind: 'task' as const, id: ids.task };
  const running = clocks.map(
    (clock): Clock => ({
      ...awake(clock),
      subject,
      holder: to,
      version: 1,
      fired: 0,
      endedAt: undefined,
    }),
  );
  const offered: Task = {
    ...task,
    id: ids.task,
    version: 1,
    status: 'requested',
    agency: to,
    requestedBy: by.agency,
    createdAt: at,
    deadline: [task.deadline, nextDeadline(running)].filter((due) => due !== undefined).sort()[0],
    redirectedFrom: task.id,
    onConsent,
    reason: undefined,
    outcome: undefined,
    offeredTo: undefined,
    sealed: undefined,
    worker: undefined,
    deputy: undefined,
  };
  const source: Task = { ...task, version: task.version + 1, offeredTo: ids.task };
  const common = { at, by, file: task.file, referral: task.referral, case: task.case };
  const codes = { kind: task.kind, reason };
  const told = [task.agency, lead].filter((agency) => agency !== undefined && agency !== by.agency);
  const events: JournalEvent[] = [
    {
      ...common,
      id: ids.events[0],
      type: 'task.redirected',
      subject: { kind: 'task', id: task.id },
      version: source.version,
      to: [...new Set(told)] as AgencyId[],
      codes: { ...codes, to },
    },
    {
      ...common,
      id: ids.events[1],
      type: 'task.requested',
      subject,
      version: 1,
      to: [to],
      ...announcement(to, running),
      deadline: offered.deadline,
      urgency: offered.urgency,
      codes,
    },
  ];
  return { kept: [source, offered, ...running], events };
}
