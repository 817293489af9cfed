import type * as z from 'zod';
import type { Shift as ShiftSchema } from '../../shared/domain/duty/roster.ts';
import { dayOf, instantOf } from '../words/moments.ts';

export type Shift = z.output<typeof ShiftSchema>;

/** One part of a day in which the same people are on duty; nobody is, where there is no shift. */
export interface Stretch {
  readonly from: string;
  readonly to: string;
  readonly shifts: readonly Shift[];
}
interface Day {
  /** `2026-11-24`, in Georgia. */
  readonly day: string;
  readonly stretches: readonly Stretch[];
}

const DAY_MS = 86_400_000;
const ms = (instant: string): number => Date.parse(instant);
const text = (at: number): string => new Date(at).toISOString();

/** The shifts that run at a moment, in the order in which their people are called. */
export const running = (shifts: readonly Shift[], at: number): Shift[] =>
  shifts.filter(({ from, to }) => ms(from) <= at && at < ms(to));

/** The coming days, each cut wherever somebody comes or goes; the first begins now. */
export function weekOf(shifts: readonly Shift[], now: Date, days = 7): Day[] {
  return Array.from({ length: days }, (_, ahead) => {
    const day = dayOf(new Date(now.getTime() + ahead * DAY_MS));
    const midnight = ms(instantOf(`${day}T00:00`));
    const from = ahead === 0 ? now.getTime() : midnight;
    return { day, stretches: stretchesOf(shifts, from, midnight + DAY_MS) };
  });
}

function stretchesOf(shifts: readonly Shift[], from: number, to: number): Stretch[] {
  const within = shifts
    .flatMap((shift) => [ms(shift.from), ms(shift.to)])
    .filter((at) => from < at && at < to);
  const cuts = [...new Set([from, ...within, to])].sort((one, other) => one - other);
  const parts = cuts.slice(0, -1).map((at, place) => ({
    from: text(at),
    to: text(cuts[place + 1] ?? to),
    shifts: running(shifts, at),
  }));
  return joined(parts);
}

/** Two stretches that touch and have the same people are one. */
function joined(stretches: readonly Stretch[]): Stretch[] {
  const done: Stretch[] = [];
  for (const next of stretches) {
    const last = done.at(-1);
    if (last && last.to === next.from && peopleOf(last) === peopleOf(next))
      done[done.length - 1] = { ...last, to: next.to };
    else done.push(next);
  }
  return done;
}

const peopleOf = ({ shifts }: Stretch): string =>
  shifts.map(({ person, car }) => `${person} ${car ?? ''}`).join();

/** When nobody is on duty in the coming days, the nearest first. */
export const gapsIn = (shifts: readonly Shift[], now: Date, days = 7): Stretch[] =>
  joined(
    weekOf(shifts, now, days)
      .flatMap(({ stretches }) => stretches)
      .filter((stretch) => stretch.shifts.length === 0),
  );
