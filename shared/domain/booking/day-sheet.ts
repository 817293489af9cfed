import * as z from 'zod';
import { QUARTERS_A_DAY, SheetId } from './sheet.ts';

/** One quarter that is taken: by which booking, and until when if it is only held. */
const TakenQuarter = z.object({
  by: z.string(),
  /** Epoch seconds; absent once all have confirmed. */
  until: z.int().optional(),
  /** Bookings of one group may share the quarter. */
  group: z.string().optional(),
});
export type TakenQuarter = z.infer<typeof TakenQuarter>;

export const ClosedBy = z.enum(['leave', 'sick', 'training', 'maintenance']);
export type ClosedBy = z.infer<typeof ClosedBy>;

/** Attributes of the quarters of a day sheet: `q00` to `q95`. */
export const quarterName = (quarter: number): string => `q${String(quarter).padStart(2, '0')}`;
const QUARTERS = Array.from({ length: QUARTERS_A_DAY }, (_, quarter) => quarter);

const Stored = z.looseObject({
  sheet: SheetId,
  day: z.iso.date(),
  version: z.int().min(1),
  /** The whole day is taken off: leave, or a room that is broken. */
  closed: z.object({ by: ClosedBy }).optional(),
});

/** One day of one sheet as the table keeps it: the truth about what is taken. */
export const DaySheet = Stored.transform(({ sheet, day, version, closed, ...rest }) => ({
  sheet,
  day,
  version,
  ...(closed && { closed }),
  quarters: new Map(
    QUARTERS.flatMap((quarter) => {
      const taken = rest[quarterName(quarter)];
      return taken === undefined ? [] : [[quarter, TakenQuarter.parse(taken)] as const];
    }),
  ) as ReadonlyMap<number, TakenQuarter>,
}));
export type DaySheet = z.infer<typeof DaySheet>;
