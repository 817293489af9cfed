import * as z from 'zod';
import { BookingId } from '../ids.ts';
import type { Claim } from './sheet.ts';

const Holder = z.object({
  by: BookingId,
  /** Epoch seconds; only while it is held. */
  until: z.int().optional(),
});
type Holder = z.infer<typeof Holder>;

/**
 * Who has one quarter. Where bookings of a group share it, the one that lasts longest stands first:
 * whoever asks whether the quarter is free need not look at the others.
 */
export const Taken = z.object({
  ...Holder.shape,
  group: z.string().optional(),
  with: z.array(Holder).optional(),
});
export type Taken = z.infer<typeof Taken>;

/** The quarters of one day of one sheet that are wanted, each with the group that may share it. */
export interface SheetDay {
  readonly sheet: string;
  readonly day: string;
  readonly quarters: ReadonlyMap<number, string | undefined>;
}

/** Claims by sheet and day: each is one item, and a transaction may touch an item only once. */
export function sheetDays(claims: readonly Claim[]): SheetDay[] {
  const days = new Map<string, SheetDay & { readonly quarters: Map<number, string | undefined> }>();
  for (const { sheet, day, from, to, group } of claims) {
    const place = placeOf({ sheet, day });
    const found = days.get(place) ?? { sheet, day, quarters: new Map() };
    for (let quarter = from; quarter < to; quarter += 1) found.quarters.set(quarter, group);
    days.set(place, found);
  }
  return [...days.values()];
}

/** The name under which a sheet's day is found among others. */
export const placeOf = ({ sheet, day }: Pick<SheetDay, 'sheet' | 'day'>): string =>
  `${sheet} ${day}`;

export const isShared = ({ quarters }: SheetDay): boolean =>
  [...quarters.values()].some((group) => group !== undefined);

const lasting = ({ until }: Holder): number => until ?? Number.POSITIVE_INFINITY;
const holders = ({ by, until, with: others = [] }: Taken): Holder[] => [{ by, until }, ...others];

/** Nobody has it, or whoever had it let it run out. */
export const isFree = (taken: Taken | undefined, expired: number): boolean =>
  taken === undefined || lasting(taken) < expired;

export const isBy = (taken: Taken | undefined, booking: BookingId): boolean =>
  taken !== undefined && holders(taken).some(({ by }) => by === booking);

/** Until when this booking has it: a number, for ever, or not at all. */
export const heldUntil = (taken: Taken | undefined, booking: BookingId): number | undefined => {
  const own = taken && holders(taken).find(({ by }) => by === booking);
  return own && lasting(own);
};

function together(group: string | undefined, all: readonly Holder[]): Taken | undefined {
  const [first, ...others] = all.toSorted((a, b) => lasting(b) - lasting(a));
  if (!first) return undefined;
  return { ...first, ...(group && { group }), ...(others.length > 0 && { with: others }) };
}

/** The quarter with this booking in it, beside those of the same group that still have it. */
export function joined(
  taken: Taken | undefined,
  own: Holder & { readonly group: string | undefined },
  expired: number,
): Taken {
  const sharers = taken && taken.group === own.group && own.group !== undefined;
  const live = sharers ? holders(taken).filter((one) => lasting(one) >= expired) : [];
  const others = live.filter(({ by }) => by !== own.by);
  const { by, until } = own;
  return together(own.group, [...others, { by, until }]) ?? { by, until };
}

/** The quarter without this booking: nothing where nobody else of its group has it. */
export const left = (taken: Taken | undefined, booking: BookingId): Taken | undefined =>
  taken &&
  together(
    taken.group,
    holders(taken).filter(({ by }) => by !== booking),
  );
