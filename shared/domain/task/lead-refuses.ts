import { announcement } from '../call/announcement.ts';
import { awake } from '../clock/pause.ts';
import { startClock } from '../clock/start.ts';
import type { Clock } from '../clock/state.ts';
import type { AgencyId, EventId, TaskId } from '../ids.ts';
import type { Decision } from '../journal/decision.ts';
import type { JournalEvent } from '../journal/event.ts';
import type { Edition } from '../policy/edition.ts';
import { nationalDesk } from '../routing/national-desk.ts';
import { nextDeadline } from './new-task.ts';
import type { Task } from './task.ts';

interface LeadRefuses {
  readonly task: Task;
  readonly clocks: readonly Clock[];
  readonly at: string;
  readonly by: { readonly sub: string; readonly agency: AgencyId };
  readonly ids: { readonly task: TaskId; readonly event: EventId };
  /** Why the desk is called: the lead's own refusal, or that several have refused. */
  readonly rule?: 'lead-refused' | 'refused-again';
}

/**
 * A lead's own rejection, and work that several refuse, goes to a person at the national desk, with
 * the same deadlines and a clock of its own by which the desk decides. The task that was rejected
 * stays what is redirected: this one only asks the desk to do so.
 */
export function callNationalDesk(
  { task, clocks, at, by, ids, rule = 'lead-refused' }: LeadRefuses,
  edition: Edition,
): Decision {
  const { desk, asked } = nationalDesk(edition);
  const subject = { kind: 'task' as const, id: ids.task };
  // All of them run again: that one person received it says nothing of the desk.
  const copied = clocks.map(
    (clock): Clock => ({
      ...awake(clock),
      subject,
      holder: desk.id,
      version: 1,
      fired: 0,
      endedAt: undefined,
    }),
  );
  const decides = startClock(
    {
      ...{ name: 'desk-decides', subject, holder: desk.id, file: task.file },
      ...{ referral: task.referral, case: task.case, urgency: asked.urgency, startedAt: at },
    },
    edition,
  );
  const running = [...copied, decides];
  const call: Task = {
    ...task,
    id: ids.task,
    version: 1,
    status: 'requested',
    kind: asked.kind,
    agency: desk.id,
    role: 'participant',
    urgency: asked.urgency,
    instructions: [...asked.instructions],
    requestedBy: by.agency,
    createdAt: at,
    rule,
    about: task.id,
    loweredAt: undefined,
    deadline: nextDeadline(running),
    reason: undefined,
    outcome: undefined,
    redirectedFrom: undefined,
    offeredTo: undefined,
    sealed: undefined,
    worker: undefined,
    deputy: undefined,
  };
  const event: JournalEvent = {
    id: ids.event,
    type: 'task.requested',
    at,
    subject,
    version: 1,
    by,
    file: task.file,
    referral: task.referral,
    case: task.case,
    to: [desk.id],
    ...announcement(desk.id, [edition.clock('received', asked.urgency, asked.kind)]),
    deadline: call.deadline,
    urgency: call.urgency,
    codes: { kind: call.kind, rule: call.rule },
    policy: edition.reference,
  };
  return { kept: [call, ...running], events: [event] };
}
