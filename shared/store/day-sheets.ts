import type { Claim } from '../domain/booking/sheet.ts';
import { slotTaken } from '../domain/booking/slot-taken.ts';
import {
  heldUntil,
  isBy,
  isShared,
  joined,
  left,
  placeOf,
  type SheetDay,
  sheetDays,
} from '../domain/booking/taken.ts';
import type { BookingId } from '../domain/ids.ts';
import { Overtaken } from './journal.ts';
import { blockedOn, type Seen, takenAt, versionOf } from './seen-sheets.ts';
import { boundsOf, type Change, type Moment, seconds, sheetUpdate } from './sheet-update.ts';
import type { Write } from './write.ts';

/** What somebody takes or has, and until when; a booked one has no end. */
export interface Own {
  readonly claims: readonly Claim[];
  readonly booking: BookingId;
  readonly until?: string | undefined;
}
const holderOf = ({ booking, until }: Own) => ({
  by: booking,
  ...(until && { until: seconds(until) }),
});

/** What stood there counts only where a group shares the day; elsewhere the conditions say it all. */
const sharedOn = (day: SheetDay, seen: Seen) =>
  isShared(day) ? seen.get(placeOf(day)) : undefined;

/**
 * Takes every quarter of the claims, each on condition that it is free. Nothing has to be read: only
 * a day that another of the same group already shares must have been `seen`.
 */
export const take = (own: Own, moment: Moment, seen: Seen = new Map()): Write[] =>
  sheetDays(own.claims).map((day) => takeDay(day, own, moment, seen));

function takeDay(day: SheetDay, own: Own, moment: Moment, seen: Seen): Write {
  const bounds = boundsOf(own.booking, moment);
  const known = sharedOn(day, seen);
  const blocked = known ? blockedOn(day, known, bounds.expired) : [];
  if (blocked.length > 0) throw slotTaken(own.claims, [{ ...day, quarters: blocked }]);
  const changes = [...day.quarters].map(([quarter, group]): Change => {
    const becomes = joined(takenAt(known, quarter), { ...holderOf(own), group }, bounds.expired);
    return { quarter, needs: 'free', becomes };
  });
  return sheetUpdate({ ...day, changes, bounds, seen: versionOf(known) });
}

/** Makes a hold final: every quarter must still carry this booking, and must not have run out. */
export const finalise = (own: Omit<Own, 'until'>, moment: Moment, seen: Seen): Write[] =>
  rewrite(own, moment, seen, 'own-and-live');

/** Gives what a booking has an end: one that waits for an answer again is held again. */
export const holdAgain = (own: Own, moment: Moment, seen: Seen): Write[] =>
  rewrite(own, moment, seen, 'own');

function rewrite(own: Own, moment: Moment, seen: Seen, needs: 'own' | 'own-and-live'): Write[] {
  const bounds = boundsOf(own.booking, moment);
  const after = needs === 'own-and-live' ? bounds.final : 0;
  return sheetDays(own.claims).map((day) => {
    const known = sharedOn(day, seen);
    const changes = [...day.quarters].map(([quarter, group]): Change => {
      const before = takenAt(known, quarter);
      if (known && (heldUntil(before, own.booking) ?? 0) <= after) throw new Overtaken();
      const becomes = joined(before, { ...holderOf(own), group }, bounds.expired);
      return { quarter, needs, becomes };
    });
    return sheetUpdate({ ...day, changes, bounds, seen: versionOf(known) });
  });
}

/**
 * Frees what this booking still has. What it lost by running out may be somebody else's by now and
 * is left alone; what is freed must still be its own when it is written.
 */
export const release = (own: Omit<Own, 'until'>, moment: Moment, seen: Seen): Write[] =>
  sheetDays(own.claims).flatMap((day) => {
    const changes = freeing(day, own.booking, seen);
    const bounds = boundsOf(own.booking, moment);
    if (changes.length === 0) return [];
    return [sheetUpdate({ ...day, changes, bounds, seen: versionOf(sharedOn(day, seen)) })];
  });

const freeing = (day: SheetDay, booking: BookingId, seen: Seen): Change[] =>
  [...day.quarters.keys()].flatMap((quarter): Change[] => {
    const before = takenAt(seen.get(placeOf(day)), quarter);
    if (!isBy(before, booking)) return [];
    return [{ quarter, needs: 'own', becomes: left(before, booking) }];
  });

export interface Moving {
  readonly from: Omit<Own, 'until'>;
  readonly to: Own;
}

/** Frees the old and takes the new in one go; a day that both need is touched once. */
export function move(moving: Moving, moment: Moment, seen: Seen): Write[] {
  const { from, to } = moving;
  const had = new Map(sheetDays(from.claims).map((day) => [placeOf(day), day]));
  const wanted = sheetDays(to.claims);
  const places = new Set(wanted.map(placeOf));
  const taken = wanted.map((day) => {
    const old = had.get(placeOf(day));
    return old ? moveWithin(old, day, moving, moment, seen) : takeDay(day, to, moment, seen);
  });
  const claims = from.claims.filter((claim) => !places.has(placeOf(claim)));
  return [...taken, ...release({ ...from, claims }, moment, seen)];
}

function moveWithin(
  old: SheetDay,
  next: SheetDay,
  { from, to }: Moving,
  moment: Moment,
  seen: Seen,
): Write {
  const bounds = boundsOf(from.booking, moment);
  const item = seen.get(placeOf(next));
  const known = isShared(next) || isShared(old) ? item : undefined;
  const blocked = known ? blockedOn(next, known, bounds.expired, from.booking) : [];
  if (blocked.length > 0) throw slotTaken(to.claims, [{ ...next, quarters: blocked }]);
  const taken = [...next.quarters].map(([quarter, group]): Change => {
    const before = takenAt(item, quarter);
    const own = old.quarters.has(quarter) && isBy(before, from.booking);
    const others = known && left(before, from.booking);
    const becomes = joined(others, { ...holderOf(to), group }, bounds.expired);
    return { quarter, needs: own ? 'own' : 'free', becomes };
  });
  const freed = freeing(old, from.booking, seen);
  const changes = [...taken, ...freed.filter(({ quarter }) => !next.quarters.has(quarter))];
  return sheetUpdate({ ...next, changes, bounds, seen: versionOf(known) });
}
