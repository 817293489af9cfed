import type { Call, LadderRole } from '../call/call.ts';
import type { AgencyId, EventId } from '../ids.ts';
import type { Decision } from '../journal/decision.ts';
import type { JournalEvent } from '../journal/event.ts';
import { type Clock, type ClockPoint, nextPoint } from './state.ts';

/** Who stands behind the roles of a ladder at this moment. */
export interface Ladder {
  readonly lead: AgencyId | undefined;
  readonly national: AgencyId;
}

const TYPES = {
  reach: 'clock.unreached',
  warn: 'clock.warned',
  due: 'clock.overdue',
  escalate: 'clock.escalated',
} as const satisfies Record<ClockPoint['what'], JournalEvent['type']>;

/** Acts on the next point of a clock if its time has come; the same point never counts twice. */
export function fire(clock: Clock, at: string, ladder: Ladder, id: EventId): Decision | undefined {
  const point = nextPoint(clock);
  return point && point.at <= at ? firePoint(clock, point, { at, ladder, id }) : undefined;
}

interface Firing {
  readonly at: string;
  readonly ladder: Ladder;
  readonly id: EventId;
}

/** A clock after its next point, and what is said at it. */
export function firePoint(clock: Clock, point: ClockPoint, { at, ladder, id }: Firing): Decision {
  const version = clock.version + 1;
  const { subject, file, referral, urgency, policy } = clock;
  const called = calledBy(point.role, clock, ladder);
  const event: JournalEvent = {
    id,
    type: TYPES[point.what],
    at,
    subject,
    version,
    clock: clock.name,
    by: { sub: 'clock' },
    file,
    referral,
    case: clock.case,
    to: [called],
    ...directly(point, called),
    deadline: clock.dueAt,
    urgency,
    codes: { clock: clock.name, role: point.role },
    policy,
  };
  return { kept: [{ ...clock, version, fired: clock.fired + 1 }], events: [event] };
}

/** A role nobody fills yet falls to the holder; the last rung is always the national desk. */
function calledBy(role: LadderRole, { holder }: Clock, { lead, national }: Ladder): AgencyId {
  if (role === 'national-duty') return national;
  return role === 'lead' || role === 'lead-duty' ? (lead ?? holder) : holder;
}

const directly = ({ role, by }: ClockPoint, agency: AgencyId): { call?: Call } =>
  by === 'feed' ? {} : { call: { agency, role, by } };
