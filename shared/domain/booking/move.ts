import type { Decision } from '../journal/decision.ts';
import type { Edition } from '../policy/edition.ts';
import { Refusal } from '../refusal.ts';
import { ended } from './end.ts';
import { type HeldBooking, type Holding, heldBooking } from './hold.ts';
import { hasRunOut, mustStand, type Standing, withBooking } from './standing.ts';
import { toldOf } from './told.ts';

export type Moving = Omit<Holding, 'interview'> & Standing;

/** Another time in one step: the old one is free, the new one held, and everybody is asked again. */
export function moveBooking(
  moving: Moving,
  edition: Edition,
): Decision & { readonly booking: HeldBooking } {
  const { interview, booking: old, proposal, event: id, by, at } = moving;
  const live = mustStand({ interview, booking: old });
  if (hasRunOut(live, at, edition)) throw new Refusal('hold-expired');
  const outdated = proposal.version !== interview.version || proposal.purpose !== live.purpose;
  const booking = heldBooking({ ...moving, interview: interview.id }, edition);
  if (outdated) throw new Refusal('proposal-outdated');
  const changed = withBooking(interview, booking);
  const { breach } = moving;
  const noted = breach ? { ...changed, breach: { reason: breach, at } } : changed;
  const codes = { from: old.id };
  const { version } = changed;
  const event = toldOf(booking, { type: 'interview.moved', id, version, by, at, codes });
  const over = ended(live, 'moved', at);
  return { booking, kept: [over, booking, noted], events: [event] };
}
