import type { ClockName } from '../clock/definition.ts';
import { ClockName as Names } from '../clock/definition.ts';
import { startClock } from '../clock/start.ts';
import type { Clock } from '../clock/state.ts';
import type { AgencyId, EventId } from '../ids.ts';
import type { Decision } from '../journal/decision.ts';
import type { JournalEvent } from '../journal/event.ts';
import type { Edition } from '../policy/edition.ts';
import { Refusal } from '../refusal.ts';
import type { Sealed } from '../sealed.ts';
import { nextDeadline } from './new-task.ts';
import { Urgency } from './statuses.ts';
import { hasEnded, type Task } from './task.ts';

const rank = (urgency: Urgency): number => Urgency.options.indexOf(urgency);
export const isStricter = (a: Urgency, b: Urgency): boolean => rank(a) < rank(b);
export const strictest = (all: readonly Urgency[]): Urgency | undefined =>
  all.toSorted((a, b) => rank(a) - rank(b))[0];

interface Shorten {
  readonly urgency: Urgency;
  /** From when the shorter time counts: the news that made it urgent. */
  readonly from: string;
  readonly taskKind?: string;
}

/**
 * A running clock at a stricter urgency, where that ends it earlier; nothing otherwise. Its length
 * counts anew from the news, but a deadline only ever moves forward in time, never back.
 */
export function shortened(
  clock: Clock,
  { urgency, from, taskKind }: Shorten,
  edition: Edition,
): Clock | undefined {
  const name = Names.safeParse(clock.name);
  if (clock.endedAt || !name.success) return undefined;
  const fresh = again(clock, name.data, { urgency, from, ...(taskKind && { taskKind }) }, edition);
  return fresh.dueAt < clock.dueAt ? fresh : undefined;
}

/** The clock started again in its place, by the pack as it is in force. */
export const again = (
  { subject, holder, file, referral, case: opened, version }: Clock,
  name: ClockName,
  { urgency, from, taskKind }: Shorten,
  edition: Edition,
): Clock => ({
  ...startClock(
    {
      ...{ name, subject, holder, file, referral, urgency },
      case: opened,
      startedAt: from,
      ...(taskKind && { taskKind }),
    },
    edition,
  ),
  version: version + 1,
});

interface Change {
  readonly task: Task;
  /** The task's own clocks, and those of the case that its holder owes. */
  readonly clocks: readonly Clock[];
  readonly to: Urgency;
  readonly from: string;
  readonly at: string;
  readonly by: JournalEvent['by'];
  readonly reason: string;
  readonly event: EventId;
  readonly sealed?: Sealed | undefined;
  /** Whoever has to hear of it beside the agency whose task it is. */
  readonly lead?: AgencyId | undefined;
}

/**
 * A task becomes more or less urgent. More: its clocks are shortened. Less: every deadline stands,
 * for what was promised to a child is not taken back; only its place in the list changes.
 */
export function changeUrgency(change: Change, edition: Edition): Decision {
  const { task, to, from, at, by, reason, event, sealed, lead } = change;
  if (hasEnded(task)) throw new Refusal('transition-not-allowed');
  if (task.urgency === to) throw new Refusal('urgency-unchanged');
  const rises = isStricter(to, task.urgency);
  const shorter = rises
    ? change.clocks.flatMap(
        (clock) => shortened(clock, { urgency: to, from, taskKind: task.kind }, edition) ?? [],
      )
    : [];
  const running = change.clocks.map((clock) => shorter.find((one) => isSame(one, clock)) ?? clock);
  const changed: Task = {
    ...task,
    version: task.version + 1,
    urgency: to,
    ...(!rises && { loweredAt: at }),
    deadline: [task.deadline, nextDeadline(running)].filter((due) => due !== undefined).sort()[0],
    sealed: sealed ?? task.sealed,
  };
  const told = [task.agency, lead].filter((agency) => agency !== undefined);
  const changedEvent: JournalEvent = {
    id: event,
    type: rises ? 'urgency.raised' : 'urgency.lowered',
    at,
    subject: { kind: 'task', id: task.id },
    version: changed.version,
    by: { sub: by.sub, agency: by.agency },
    file: task.file,
    referral: task.referral,
    case: task.case,
    to: [...new Set(told)].filter((agency) => agency !== by.agency),
    deadline: changed.deadline,
    urgency: to,
    codes: { kind: task.kind, reason },
    policy: edition.reference,
  };
  return { kept: [changed, ...shorter], events: [changedEvent] };
}

const isSame = (a: Clock, b: Clock): boolean => a.name === b.name && a.subject.id === b.subject.id;
