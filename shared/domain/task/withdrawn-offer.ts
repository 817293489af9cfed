import { type Clock, endClock } from '../clock/state.ts';
import type { AgencyId, EventId } from '../ids.ts';
import type { Decision } from '../journal/decision.ts';
import type { JournalEvent } from '../journal/event.ts';
import { hasEnded, type Task } from './task.ts';

interface Withdrawn {
  /** The task after its step, whose holder did the work itself, or need not do it any more. */
  readonly task: Task;
  readonly offer: Task;
  readonly clocks: readonly Clock[];
  readonly by: { readonly sub: string; readonly agency: AgencyId };
  readonly at: string;
  readonly event: EventId;
}

/** Who was offered work that its first holder has done is asked no longer, and nothing escalates. */
export function withdrawnOffer({ task, offer, clocks, by, at, event }: Withdrawn): Decision {
  const over = task.status === 'completed' || task.status === 'cancelled';
  if (!over || hasEnded(offer)) return { kept: [], events: [] };
  const reason = task.status === 'completed' ? 'done-elsewhere' : 'no-longer-needed';
  const version = offer.version + 1;
  const cancelled: Task = { ...offer, version, status: 'cancelled', reason, deadline: undefined };
  const told: JournalEvent = {
    ...{ id: event, type: 'task.cancelled', at, by, file: offer.file, version },
    subject: { kind: 'task', id: offer.id },
    referral: offer.referral,
    case: offer.case,
    to: [offer.agency],
    codes: { kind: offer.kind, reason },
  };
  const running = clocks.filter(({ endedAt }) => !endedAt);
  return { kept: [cancelled, ...running.map((clock) => endClock(clock, at))], events: [told] };
}
