import type { Purpose } from '../domain/booking/booking.ts';
import type { Claim } from '../domain/booking/sheet.ts';
import { slotTaken } from '../domain/booking/slot-taken.ts';
import { outdated } from './held-slot.ts';
import { Overtaken } from './journal.ts';
import { blockedAt, type Seen, seenIn } from './seen-sheets.ts';
import type { Moment } from './sheet-update.ts';
import { ConditionFailed } from './table.ts';

interface Wanted {
  readonly claims: readonly Claim[];
  readonly purpose: Purpose;
  readonly moment: Moment;
}

/**
 * Tries to take a time, and says what stands in the way. What a failed condition shows of a day that
 * another child of the family already has is taken into account, and the rest tried once more: so
 * nothing has to be read beforehand.
 */
export async function takeSlot<T>(
  { claims, purpose, moment }: Wanted,
  attempt: (seen: Seen) => Promise<T>,
): Promise<T> {
  const seen = new Map<string, NonNullable<ReturnType<Seen['get']>>>();
  for (;;) {
    try {
      return await attempt(seen);
    } catch (error) {
      if (!(error instanceof ConditionFailed)) throw error;
      const { write, found } = error;
      if (write.what === 'proposal') throw outdated(found, { purpose });
      if (write.what !== 'slot') throw error;
      const blocked = blockedAt(claims, { key: write.key, found }, moment);
      if (blocked.length > 0) throw slotTaken(claims, blocked);
      const [[place, item] = []] = seenIn(found ? [found] : []);
      // Its own day has changed under a move: read again, then decide again.
      if (place === undefined || !item || seen.has(place)) throw new Overtaken();
      seen.set(place, item);
    }
  }
}
