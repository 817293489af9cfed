import { announcement } from '../call/announcement.ts';
import { startClock } from '../clock/start.ts';
import type { AgencyId } from '../ids.ts';
import type { Decision } from '../journal/decision.ts';
import type { JournalEvent } from '../journal/event.ts';
import type { Edition } from '../policy/edition.ts';
import { newTask } from '../task/new-task.ts';
import type { Join, Side } from './joining.ts';

/** The question to a unit whether it leads a joined case from now on. */
export const TAKE_OVER = 'take-over-joined-case';

interface TakeOver extends Pick<Join, 'by' | 'at' | 'ids'> {
  /** The case whose lead is to move. */
  readonly of: Side;
  readonly lead: AgencyId;
}

/**
 * Asks a unit to lead a case. Only a person's acceptance there moves the lead; until then the
 * present lead answers, and no other task or clock is touched.
 */
export function askedToLead({ of, lead, by, at, ids }: TakeOver, edition: Edition): Decision {
  const { referral, case: opened } = of;
  const { task: like } = edition.sameChild;
  const subject = { kind: 'task' as const, id: ids.task() };
  const common = { file: referral.file, referral: referral.id, case: opened?.id };
  const { urgency } = like;
  const started = { ...common, holder: lead, subject, urgency, startedAt: at, taskKind: TAKE_OVER };
  const clocks = (['received', 'decide'] as const).map((name) =>
    startClock({ ...started, name }, edition),
  );
  const task = newTask(
    {
      id: subject.id,
      referral,
      opened: opened?.id,
      at,
      requestedBy: by.agency,
      kind: TAKE_OVER,
      agency: lead,
      track: 'safety',
      role: 'lead',
      urgency,
      instructions: [TAKE_OVER],
      rule: 'joined-case',
    },
    clocks,
    edition,
  );
  const requested: JournalEvent = {
    ...common,
    id: ids.event(),
    type: 'task.requested',
    at,
    by: { sub: by.sub, agency: by.agency },
    subject,
    version: 1,
    to: [lead],
    ...announcement(lead, [edition.clock('received', urgency, TAKE_OVER)]),
    deadline: task.deadline,
    urgency,
    codes: { kind: TAKE_OVER, rule: task.rule },
    policy: edition.reference,
  };
  return { kept: [task, ...clocks], events: [requested] };
}
