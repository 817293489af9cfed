import { quarterName } from '../domain/booking/day-sheet.ts';
import type { Claim } from '../domain/booking/sheet.ts';
import type { Blocked } from '../domain/booking/slot-taken.ts';
import { isFree, left, placeOf, type SheetDay, sheetDays, Taken } from '../domain/booking/taken.ts';
import type { BookingId } from '../domain/ids.ts';
import { dayKey } from './keys.ts';
import { boundsOf, type Moment } from './sheet-update.ts';
import type { Table } from './table.ts';
import type { Item, Key } from './write.ts';

/** Sheets as they were read, by their place. What is missing there had nothing taken. */
export type Seen = ReadonlyMap<string, Item>;

/** Reads the days these claims are about. */
export async function seeSheets(
  table: Pick<Table, 'getAll'>,
  claims: readonly Claim[],
): Promise<Seen> {
  const keys = sheetDays(claims).map(({ sheet, day }) => dayKey(sheet, day));
  return seenIn(await table.getAll(keys));
}

/** Reads only the days that a group may share: of the others no decision looks at what stands there. */
export const seeShared = (table: Pick<Table, 'getAll'>, claims: readonly Claim[]): Promise<Seen> =>
  seeSheets(
    table,
    claims.filter(({ group }) => group !== undefined),
  );

export const seenIn = (items: readonly Item[]): Seen =>
  new Map(
    items.map((item) => [placeOf({ sheet: String(item.sheet), day: String(item.day) }), item]),
  );

export const takenAt = (item: Item | undefined, quarter: number): Taken | undefined => {
  const found = item?.[quarterName(quarter)];
  return found === undefined ? undefined : Taken.parse(found);
};

export const versionOf = (item: Item | undefined): number | undefined =>
  item && Number(item.version);

/** Quarters of the day that somebody else has who does not share them; of a closed day, all. */
export function blockedOn(
  { quarters }: SheetDay,
  item: Item,
  expired: number,
  except?: BookingId,
): number[] {
  return [...quarters].flatMap(([quarter, group]) => {
    const taken = takenAt(item, quarter);
    const others = taken && except ? left(taken, except) : taken;
    const shares = group !== undefined && others?.group === group;
    return item.closed || !(isFree(others, expired) || shares) ? [quarter] : [];
  });
}

/** What stood in the way where a condition failed; nothing, where nobody else has any of it. */
export function blockedAt(
  claims: readonly Claim[],
  failed: { readonly key: Key; readonly found: Item | undefined },
  moment: Moment,
): Blocked[] {
  const day = sheetDays(claims).find(({ sheet, day }) => isKey(dayKey(sheet, day), failed.key));
  if (!day || !failed.found) return [];
  const quarters = blockedOn(day, failed.found, boundsOf('', moment).expired);
  return quarters.length > 0 ? [{ ...day, quarters }] : [];
}

const isKey = (a: Key, b: Key): boolean => a.pk === b.pk && a.sk === b.sk;
