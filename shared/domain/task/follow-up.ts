import { announcement } from '../call/announcement.ts';
import { startClock } from '../clock/start.ts';
import type { AgencyId, EventId, TaskId } from '../ids.ts';
import type { Decision } from '../journal/decision.ts';
import type { JournalEvent } from '../journal/event.ts';
import type { Edition } from '../policy/edition.ts';
import type { RoutedReferral } from '../referral/referral.ts';
import { newTask } from './new-task.ts';
import type { Track, Urgency } from './statuses.ts';

interface FollowUp {
  readonly referral: RoutedReferral;
  readonly kind: string;
  readonly agency: AgencyId;
  readonly track: Track;
  readonly urgency: Urgency;
  readonly instructions: readonly string[];
  readonly rule: string;
  readonly requestedBy: 'policy' | AgencyId;
  readonly by: JournalEvent['by'];
  readonly at: string;
  readonly ids: { readonly task: TaskId; readonly event: EventId };
}

/** Work that follows from something that was said or has become due, counted from now. */
export function followUp(
  { referral, agency, kind, urgency, at, by, ids, ...asked }: FollowUp,
  edition: Edition,
): Decision {
  const subject = { kind: 'task' as const, id: ids.task };
  const clocks = (['received', 'decide', 'act', 'finish'] as const).map((name) =>
    startClock(
      {
        name,
        subject,
        holder: agency,
        file: referral.file,
        referral: referral.id,
        case: referral.case,
        urgency,
        startedAt: at,
        taskKind: kind,
      },
      edition,
    ),
  );
  const task = newTask(
    {
      ...asked,
      id: ids.task,
      referral,
      opened: referral.case,
      at,
      kind,
      agency,
      urgency,
      role: 'participant',
    },
    clocks,
    edition,
  );
  const requested: JournalEvent = {
    id: ids.event,
    type: 'task.requested',
    at,
    subject,
    version: 1,
    by,
    file: referral.file,
    referral: referral.id,
    case: referral.case,
    to: [agency],
    ...announcement(agency, clocks),
    deadline: task.deadline,
    urgency,
    codes: { kind, rule: task.rule },
    policy: edition.reference,
  };
  return { kept: [task, ...clocks], events: [requested] };
}
