import type { Proposal } from '../booking/booking.ts';
import { bookableUntil, mustBeBookable } from '../interview/may-book.ts';
import type { Edition } from '../policy/edition.ts';
import type { Blocked, Slot } from '../scheduling/question.ts';
import { findSlots } from '../scheduling/search.ts';
import { mayAttend } from './barred.ts';
import { proposalOf } from './proposal.ts';
import { type Asked, questionOf } from './question.ts';
import type { Sought } from './sought.ts';

/** A time that was found: what may be held, and how it was found. */
export interface Found {
  readonly proposal: Proposal;
  readonly slot: Slot;
}

/** The best times, best first; or why there is none. */
export interface Findings {
  readonly items: readonly Found[];
  readonly blocked?: Blocked | undefined;
  readonly asked: Asked;
}

/** Times at which everything that is needed is there, for as long as it is needed. */
export function findTimes(sought: Sought, edition: Edition): Findings {
  mayAttend(sought);
  const asked = questionOf(withinApproval(sought), edition);
  const answer = findSlots(asked.question);
  if (!answer.found) return { items: [], blocked: answer, asked };
  const items = answer.slots.map((slot) => ({
    slot,
    proposal: proposalOf(slot, sought, asked, edition),
  }));
  return { items, asked };
}

/** No time of a visit that somebody has still to approve, or that needs it from a day on. */
function withinApproval(sought: Sought): Sought {
  const { interview, purpose, from, to } = sought;
  if (purpose !== 'visit') return sought;
  mustBeBookable(interview, from);
  const until = bookableUntil(interview);
  return until && until < to ? { ...sought, to: until } : sought;
}
