import { type Clock, endClock } from '../clock/state.ts';
import type { AgencyId, EventId } from '../ids.ts';
import type { Decision } from '../journal/decision.ts';
import { Refusal } from '../refusal.ts';
import type { Sealed } from '../sealed.ts';
import { counted, type Glass, said } from './open.ts';
import { type BreakGlass, type Finding, isOpen, reviewClockName } from './ticket.ts';

interface Looking extends Glass {
  readonly ticket: BreakGlass;
  readonly by: { readonly sub: string; readonly agency: AgencyId };
  readonly at: string;
  readonly event: EventId;
}

/** The ticket opens nothing any more, from this instant on; it is looked at all the same. */
export function revokeGlass(looking: Looking): Decision {
  const { ticket, record, by, at } = looking;
  if (!isOpen(ticket, at)) throw new Refusal('ticket-ended');
  const revoked: BreakGlass = {
    ...ticket,
    version: ticket.version + 1,
    revoked: { at, by: { sub: by.sub, agency: by.agency } },
  };
  const event = { ...said('emergency.revoked', looking, ticket), to: [ticket.by.agency] };
  return { kept: [counted(record), revoked], events: [event] };
}

interface Reviewing extends Looking {
  readonly finding: Finding;
  readonly sealed: Sealed | undefined;
  /** Of the oversight body, which may look at its own people's tickets; never at one's own. */
  readonly oversight: boolean;
  readonly clocks: readonly Clock[];
  readonly national: AgencyId;
}

/**
 * A second person says whether it was right. Where it was not, the supervisor of whoever did it and
 * the oversight body are told: what follows from that is for people.
 */
export function reviewGlass(reviewing: Reviewing): Decision {
  const { ticket, record, by, at, finding, sealed, oversight, clocks, national } = reviewing;
  if (ticket.review) throw new Refusal('already-reviewed');
  const another = by.sub !== ticket.by.sub && (oversight || by.agency !== ticket.by.agency);
  if (!another) throw new Refusal('second-person-needed');
  const { watched: _, deadline: __, ...rest } = ticket;
  const reviewed: BreakGlass = {
    ...rest,
    version: ticket.version + 1,
    review: { at, by: { sub: by.sub, agency: by.agency }, finding },
    ...(sealed && { sealed }),
  };
  const ended = clocks
    .filter(({ name, endedAt }) => name === reviewClockName(ticket.number) && !endedAt)
    .map((clock) => endClock(clock, at));
  return {
    kept: [counted(record), reviewed, ...ended],
    events: [finding === 'justified' ? said('emergency.reviewed', reviewing, ticket) : wrong()],
  };

  function wrong() {
    const { agency } = ticket.by;
    return {
      ...said('emergency.not-justified', reviewing, ticket),
      to: [...new Set([agency, national])],
      call: { agency, role: 'supervisor' as const, by: 'mail' as const },
    };
  }
}
