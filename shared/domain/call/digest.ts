import { Temporal } from 'temporal-polyfill';
import { isWorkingDay } from '../calendar/days.ts';
import type { AgencyId, EventId } from '../ids.ts';
import type { DigestMessage } from '../journal/call-messages.ts';
import type { Decision } from '../journal/decision.ts';
import type { JournalEvent } from '../journal/event.ts';
import type { Edition } from '../policy/edition.ts';
import type { TaskStatus, Urgency } from '../task/statuses.ts';
import type { Called } from './call.ts';

/**
 * The pack's time of this working day that came last, as a number: `202611240930`. After an outage
 * only that one is made up for: what waits is the same, and told once.
 */
export function digestDue(
  at: string,
  { calendar, calls }: Pick<Edition, 'calendar' | 'calls'>,
): number | undefined {
  const local = Temporal.Instant.from(at).toZonedDateTimeISO(calendar.zone);
  const day = local.toPlainDate();
  if (!isWorkingDay(calendar, day)) return undefined;
  const now = local.toPlainTime().toString({ smallestUnit: 'minute' });
  const time = calls.digest.times.toSorted().findLast((one) => one <= now);
  return time ? Number(`${day}${time}`.replaceAll(/\D/g, '')) : undefined;
}

/** Urgent work has its own text message and mail at once; everything else nobody has received waits. */
export const isTold = (task: { readonly status: TaskStatus; readonly urgency: Urgency }): boolean =>
  task.status === 'requested' && task.urgency !== 'urgent';

interface Owing {
  readonly id: EventId;
  readonly at: string;
  readonly agency: AgencyId;
  readonly digest: number;
}

/** Its place in the journal is the time, so an agency is told once, however often it is owed. */
export const digestOwed = ({ id, at, agency, digest }: Owing): Decision => ({
  kept: [],
  events: [
    {
      ...{ id, at, type: 'digest.owed', version: digest, clock: 'digest', to: [] },
      subject: { kind: 'agency', id: agency },
      by: { sub: 'clock' },
    },
  ],
});

interface Sent {
  readonly id: EventId;
  readonly at: string;
  readonly owed: DigestMessage;
  readonly tasks: number;
  readonly way: 'mail' | 'sms';
  readonly as: Called;
}

/** That an agency was told, for the record: how many tasks, and who as what; never a name. */
export function digestSent({ id, at, owed, tasks, way, as }: Sent): Decision {
  const event: JournalEvent = {
    ...{ id, at, type: 'digest.sent', version: 1, to: [] },
    subject: { kind: 'agency', id: owed.agency },
    by: { sub: 'calls' },
    codes: { digest: String(owed.digest), tasks: String(tasks), way, called: as },
  };
  return { kept: [], events: [event] };
}
