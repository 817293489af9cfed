import type { JournalEvent } from '../../shared/domain/journal/event.ts';
import { owedMessages } from '../../shared/domain/journal/messages.ts';
import type { OutgoingQueues } from '../../shared/platform/queues.ts';

type Deps = { readonly queues: OutgoingQueues };

/** The first sending; those after it are counted by `fire-clocks`. */
const FIRST = 'first';

/**
 * Sends what each event owes, and nothing else: whatever is lost here or later is still in the
 * outbox and comes back. Answers the events of which something could not be sent.
 */
export const relayEvents =
  ({ queues }: Deps) =>
  async (events: readonly JournalEvent[]): Promise<ReadonlySet<JournalEvent>> => {
    const owed = events.flatMap((event) =>
      owedMessages(event).map((message) => ({ event, message })),
    );
    const failed = await queues.send(
      owed.map(({ message }) => message),
      FIRST,
    );
    return new Set(owed.filter((_, place) => failed.has(place)).map(({ event }) => event));
  };
