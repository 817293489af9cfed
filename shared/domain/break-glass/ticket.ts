import * as z from 'zod';
import { AgencyId } from '../ids.ts';
import { part } from '../part.ts';
import { Instant } from '../time.ts';

export const Finding = z.enum(['justified', 'not-justified']);
export type Finding = z.infer<typeof Finding>;

const someone = z.object({ sub: z.string(), agency: AgencyId });

/**
 * One person may look into one record in an emergency. Why, in the person's own words, is sealed with
 * the record: `outcome.note`; what the reviewer wrote is `outcome.answer`.
 */
export const BreakGlass = z.object({
  ...part('break-glass'),
  by: someone,
  until: Instant,
  revoked: z.object({ at: Instant, by: someone }).optional(),
  review: z.object({ at: Instant, by: someone, finding: Finding }).optional(),
});
export type BreakGlass = z.infer<typeof BreakGlass>;

/** The list of the oversight body in which every ticket stands until a second person has looked. */
export const WATCHED_TICKETS = 'break-glass';

type Standing = Pick<BreakGlass, 'until' | 'revoked'>;

/** Whether it opens anything now. */
export const isOpen = ({ until, revoked }: Standing, at: string): boolean =>
  revoked === undefined && at < until;

export const stateOf = (ticket: Standing, at: string): 'open' | 'revoked' | 'ended' => {
  if (ticket.revoked) return 'revoked';
  return isOpen(ticket, at) ? 'open' : 'ended';
};

/** How the journal of access names it: the record's own id and the ticket's number there. */
export const ticketName = ({ of, number }: Pick<BreakGlass, 'of' | 'number'>): string =>
  `${of.id}#${number}`;

/** The ticket by which this account may look now. */
export const openTicket = (
  tickets: readonly BreakGlass[],
  sub: string,
  at: string,
): BreakGlass | undefined => tickets.find((ticket) => ticket.by.sub === sub && isOpen(ticket, at));

/** One clock for each review, by the ticket's number. */
export const REVIEW_CLOCK = 'break-glass-review';
export const reviewClockName = (number: number): string => `${REVIEW_CLOCK}-${number}`;
