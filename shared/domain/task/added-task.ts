import { announcement } from '../call/announcement.ts';
import type { Case } from '../case/case.ts';
import { startClock } from '../clock/start.ts';
import type { AgencyId, EventId, TaskId } from '../ids.ts';
import type { Decision } from '../journal/decision.ts';
import type { JournalEvent } from '../journal/event.ts';
import type { Edition } from '../policy/edition.ts';
import type { Referral } from '../referral/referral.ts';
import { Refusal } from '../refusal.ts';
import { refuseExcluded } from '../routing/inside.ts';
import type { Sealed } from '../sealed.ts';
import { newTask } from './new-task.ts';
import type { Track, Urgency } from './statuses.ts';

interface Added {
  readonly case: Case;
  readonly referral: Referral;
  readonly kind: string;
  readonly agency: AgencyId;
  readonly urgency: Urgency;
  readonly by: { readonly sub: string; readonly agency: AgencyId };
  readonly at: string;
  readonly ids: { readonly task: TaskId; readonly event: EventId };
  readonly sealed: Sealed | undefined;
}

/** A task the lead adds. Its clocks count from now: the asking is what starts them. */
export function addedTask(added: Added, edition: Edition): Decision {
  const { kind, agency, urgency, by, at, ids, sealed } = added;
  if (!edition.agency(agency)) throw unknown('unknown-agency', '/agency');
  // News shuts out of the referral at once, and of the case when it is routed.
  const shut = [...(added.case.excluded ?? []), ...(added.referral.excluded ?? [])];
  refuseExcluded(agency, shut, '/agency');
  if (!edition.has('taskKinds', kind)) throw unknown('unknown-code', '/kind');
  const { id: opened, file, municipality } = added.case;
  const subject = { kind: 'task' as const, id: ids.task };
  const clocks = (['received', 'decide', 'act', 'finish'] as const).map((name) =>
    startClock(
      {
        name,
        subject,
        holder: agency,
        file,
        referral: added.referral.id,
        case: opened,
        urgency,
        startedAt: at,
        taskKind: kind,
      },
      edition,
    ),
  );
  const asked = {
    id: ids.task,
    referral: { id: added.referral.id, file, municipality },
    opened,
    at,
    requestedBy: by.agency,
    kind,
    agency,
    track: trackOf(kind, edition),
    role: 'participant' as const,
    urgency,
    instructions: [],
    rule: 'lead-added',
  };
  const task = { ...newTask(asked, clocks, edition), sealed };
  const requested: JournalEvent = {
    id: ids.event,
    type: 'task.requested',
    at,
    subject,
    version: 1,
    by: { sub: by.sub, agency: by.agency },
    file,
    referral: added.referral.id,
    case: opened,
    to: [agency],
    ...announcement(agency, clocks),
    deadline: task.deadline,
    urgency,
    codes: { kind, rule: task.rule },
    policy: edition.reference,
  };
  // The case counts it, so that nobody closes the case on the strength of an earlier look.
  const counted: Case = { ...added.case, version: added.case.version + 1 };
  return { kept: [task, ...clocks, counted], events: [requested] };
}

const unknown = (code: 'unknown-agency' | 'unknown-code', pointer: string) =>
  new Refusal(code, [{ pointer, code }]);

/** The track on which the pack's rules put this kind of work; support where they never ask for it. */
const trackOf = (kind: string, edition: Edition): Track =>
  edition.rules.flatMap(({ tasks }) => tasks).find((task) => task.kind === kind)?.track ??
  'support';
