import * as z from 'zod';
import type { DaySheet } from './day-sheet.ts';
import { QUARTERS_A_DAY } from './sheet.ts';

/** A stretch of quarters that is only held: free again once `until`, in epoch seconds, has passed. */
export const Hold = z.object({ from: z.int(), to: z.int(), until: z.int() });
export type Hold = z.infer<typeof Hold>;

const DAY_BYTES = QUARTERS_A_DAY / 8;

/** What searching needs to know of a day: one bit for each quarter that is surely taken, and the holds. */
export const TakenDay = z.object({
  /** Version of the day sheet it was made from; an older one never replaces it. */
  v: z.int().min(1),
  /** Quarter n is bit n % 8 of byte n / 8. */
  bits: z.instanceof(Uint8Array).refine(({ length }) => length === DAY_BYTES),
  holds: z.array(Hold),
});
export type TakenDay = z.infer<typeof TakenDay>;

export const isTaken = (bits: Uint8Array, quarter: number): boolean =>
  ((bits[quarter >> 3] ?? 0) & (1 << (quarter & 7))) !== 0;

/** The day as it is searched: who took a quarter is left behind. */
export function takenDay({ version, closed, quarters }: DaySheet): TakenDay {
  const bits = new Uint8Array(DAY_BYTES);
  if (closed) return { v: version, bits: bits.fill(0xff), holds: [] };
  const holds: Hold[] = [];
  for (const [quarter, { until }] of quarters) {
    if (until === undefined) {
      bits[quarter >> 3] = (bits[quarter >> 3] ?? 0) | (1 << (quarter & 7));
      continue;
    }
    const last = holds.at(-1);
    if (last?.to === quarter && last.until === until) last.to = quarter + 1;
    else holds.push({ from: quarter, to: quarter + 1, until });
  }
  return { v: version, bits, holds };
}

/** Holds that still count at an instant; one that ran out has freed its time, whoever sweeps it. */
export const liveHolds = ({ holds }: Pick<TakenDay, 'holds'>, seconds: number): Hold[] =>
  holds.filter(({ until }) => until >= seconds);

/** Whether anything from the one quarter to the other is taken, live holds included. */
export function isBusy(day: TakenDay | undefined, from: number, to: number, seconds: number) {
  if (!day) return false;
  const held = liveHolds(day, seconds).some((hold) => hold.from < to && from < hold.to);
  return (
    held || Array.from({ length: to - from }, (_, i) => from + i).some((q) => isTaken(day.bits, q))
  );
}
