import { holdSlot } from '../../shared/domain/booking/hold.ts';
import { HUB } from '../../shared/domain/finding/unreachable.ts';
import { noLongerWaiting } from '../../shared/domain/finding/waiting.ts';
import { newBookingId, newEventId } from '../../shared/domain/ids.ts';
import type { Decision } from '../../shared/domain/journal/decision.ts';
import { holdWrites } from '../../shared/store/held-slot.ts';
import { takeSlot } from '../../shared/store/take-slot.ts';
import type { ReplanDeps, Visit } from './read-visit.ts';
import type { FoundTimes } from './search-for.ts';
import { stillFree, TRIES } from './still-free.ts';

/** Holds the best of the times that is still free, in the name of the hub, and offers it to all. */
export async function holdNext(
  deps: ReplanDeps,
  visit: Visit,
  { items }: FoundTimes,
): Promise<boolean> {
  const { journal, bytes } = deps;
  const { interview, waiting, at, edition } = visit;
  const by = { ...HUB, agency: interview.requestedBy };
  const moment = { at, skewSeconds: edition.interview.holding.skewSeconds };
  for (const { proposal } of items.slice(0, TRIES)) {
    const ids = { id: newBookingId(bytes), event: newEventId(bytes) };
    const { booking, kept, events } = holdSlot(
      { ...ids, interview: interview.id, proposal, breach: interview.breach?.reason, by, at },
      edition,
    );
    const decision: Decision = {
      kept: [...kept, ...(waiting && !waiting.endedAt ? [noLongerWaiting(waiting, at)] : [])],
      events: events.map((event) => offered(event, interview.requestedBy)),
    };
    const held = await stillFree(() =>
      takeSlot({ ...proposal, moment }, (seen) =>
        journal.commit(decision, { first: holdWrites(proposal, booking, moment, seen) }),
      ),
    );
    if (held) return true;
  }
  return false;
}

/** Whoever asked for the visit did not hold it, and learns of it like all the others. */
const offered = <E extends Decision['events'][number]>(
  event: E,
  asked: Visit['interview']['requestedBy'],
): E => ({
  ...event,
  type: 'interview.held-again',
  by: HUB,
  to: [...new Set([...event.to, asked])],
});
