import * as z from 'zod';
import { AgencyId, type EventId } from '../ids.ts';
import type { JournalEvent } from '../journal/event.ts';
import { Refusal } from '../refusal.ts';
import { Instant } from '../time.ts';

/**
 * How far an agency's system has taken its feed over. It only moves forward; back again it goes by a
 * rewind, which is journalled.
 */
export const FeedPosition = z.object({
  what: z.literal('position'),
  agency: AgencyId,
  /** Everything up to this number is in the agency's own system; 0 before the first. */
  sequence: z.int().min(0),
  version: z.int().min(1),
  at: Instant,
  by: z.object({ sub: z.string(), agency: AgencyId }),
});
export type FeedPosition = z.infer<typeof FeedPosition>;

interface Moving {
  readonly agency: AgencyId;
  /** Where it stands; absent until it is first moved. */
  readonly stands: FeedPosition | undefined;
  readonly by: FeedPosition['by'];
  readonly at: string;
}

interface TakingOver extends Moving {
  readonly sequence: number;
  /** The feed's last number. */
  readonly head: number;
  /** The version the change is based on; 0 before the first. */
  readonly expected: number;
}

/**
 * The system says that it has everything up to a number. Nothing where that is known already, so a
 * call whose answer was lost can be repeated.
 */
export function takenOver(taking: TakingOver): FeedPosition | undefined {
  const { agency, stands, sequence, head, expected, by, at } = taking;
  const reached = stands?.sequence ?? 0;
  if (sequence === reached) return undefined;
  const version = stands?.version ?? 0;
  // Somebody moved it meanwhile: perhaps back, and on purpose.
  if (expected !== version) throw new Refusal('changed-meanwhile');
  if (sequence > head) throw refused('beyond-the-feed', '/sequence');
  if (sequence < reached) throw refused('position-behind', '/sequence');
  return { what: 'position', agency, sequence, version: version + 1, at, by: named(by) };
}

interface Rewinding extends Moving {
  readonly to: number;
  readonly reason: string;
  readonly event: EventId;
}

/** Back to an earlier number, from which the system reads again; what it read stays acknowledged. */
export function rewound({ agency, stands, to, reason, by, at, event }: Rewinding) {
  if (!stands || to >= stands.sequence) throw refused('rewind-not-back', '/to');
  const version = stands.version + 1;
  const position: FeedPosition = { ...stands, sequence: to, version, at, by: named(by) };
  const told: JournalEvent = {
    id: event,
    type: 'feed.rewound',
    at,
    subject: { kind: 'agency', id: agency },
    // Counted by itself, beside the versions of whatever else an agency has.
    clock: 'feed',
    version,
    by: named(by),
    // Whose place was moved by somebody else has to know of it.
    to: by.agency === agency ? [] : [agency],
    codes: { from: String(stands.sequence), to: String(to), reason },
  };
  return { position, told };
}

const named = ({ sub, agency }: FeedPosition['by']): FeedPosition['by'] => ({ sub, agency });

const refused = (
  code: 'beyond-the-feed' | 'position-behind' | 'rewind-not-back',
  pointer: string,
): Refusal => new Refusal(code, [{ pointer, code }]);
