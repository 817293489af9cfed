import { Refusal } from '../refusal.ts';
import type { RefusalCode } from '../refusal-kinds.ts';
import type { Interview } from './interview.ts';

type Asked = Pick<Interview, 'further' | 'goesOn' | 'order'>;

/** What a visit still needs before a time may be booked; `start`: when the visit would begin. */
export function bookingHindrance(
  { further, goesOn, order }: Asked,
  start?: string,
): RefusalCode | undefined {
  // A court's order needs nobody's approval, and nobody's refusal stops it.
  if (further && !order && !further.approved) return 'further-not-approved';
  if (!goesOn) return undefined;
  if (!goesOn.childAgreedAt) return 'child-not-asked-yet';
  const late = start !== undefined && start > goesOn.until;
  return late && !order && !goesOn.approved ? 'continuation-not-approved' : undefined;
}

export function mustBeBookable(visit: Asked, start?: string): void {
  const hindrance = bookingHindrance(visit, start);
  if (hindrance) throw new Refusal(hindrance);
}

/** Until when it may begin without anybody's approval; absent where there is no such limit. */
export const bookableUntil = ({ goesOn, order }: Asked): string | undefined =>
  goesOn && !goesOn.approved && !order ? goesOn.until : undefined;
