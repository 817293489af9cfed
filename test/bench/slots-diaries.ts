import { Temporal } from 'temporal-polyfill';
import { nothing, setBits, take } from '../../shared/domain/scheduling/mask.ts';
import type { Horizon, LocalDay, Question, Role } from '../../shared/domain/scheduling/question.ts';
import { chance } from './replan-week.ts';

export const ZONE = 'Asia/Tbilisi';
const CELL = 900_000;
const CELLS_A_DAY = 96;
export const [OPENS, CLOSES] = ['09:00', '18:00'];
const [OPENING, CLOSING] = [36, 72];

/** Diaries as other programs take them: spans of time, in milliseconds of the epoch. */
export interface Diaries {
  readonly horizon: Horizon;
  readonly days: readonly LocalDay[];
  /** By person, the working hours of all days and the busy times in them. */
  readonly people: readonly { readonly hours: readonly Busy[]; readonly busy: readonly Busy[] }[];
}

export interface Busy {
  readonly from: number;
  readonly to: number;
}

/** So many people over so many days from Monday 4 January 2027 on, working days from nine to six. */
export function diaries(seed: number, people: number, days: number, busy: number): Diaries {
  const random = chance(seed);
  const midnight = Temporal.ZonedDateTime.from(`2027-01-04T00:00[${ZONE}]`);
  const from = midnight.epochMilliseconds / CELL;
  const all = Array.from({ length: days }, (_, i) => ({
    date: midnight.add({ days: i }).toPlainDate().toString(),
    from: from + i * CELLS_A_DAY,
    to: from + (i + 1) * CELLS_A_DAY,
  }));
  const working = all.filter((_, i) => i % 7 < 5);
  const hours = working.map((day) => span(day.from + OPENING, day.from + CLOSING));
  const one = (count: number) => ({
    hours,
    busy: Array.from({ length: count }, () => {
      const day = working[Math.floor(random() * working.length)];
      const start = (day?.from ?? 0) + OPENING + Math.floor(random() * (CLOSING - OPENING - 6));
      return span(start, start + 2 + Math.floor(random() * 5));
    }),
  });
  return {
    horizon: { from, cells: days * CELLS_A_DAY },
    days: all,
    people: Array.from({ length: people }, () => one(Math.round(busy / people))),
  };
}

const span = (from: number, to: number): Busy => ({ from: from * CELL, to: to * CELL });

/** Masks from the spans: what a search does with what it has read. */
export function masksOf({ horizon, people }: Diaries) {
  return people.map(({ hours, busy }) => {
    const mask = nothing(horizon);
    for (const { from, to } of hours)
      setBits(mask, from / CELL - horizon.from, to / CELL - horizon.from);
    for (const { from, to } of busy) take(mask, horizon, { from: from / CELL, to: to / CELL });
    return mask;
  });
}

/** A question of so many roles, each with its share of the people. */
export function questionOf(diaries: Diaries, roles: number, cells: number): Question {
  const { horizon, days } = diaries;
  const candidates = masksOf(diaries).map((free, i) => ({
    id: `person-${i}`,
    free,
    load: (i % 7) / 10,
    known: i % 31 === 0,
  }));
  const each = (role: number): Role => ({
    role: `role-${role}`,
    windows: [{ offset: 0, cells }],
    count: 1,
    required: true,
    candidates: candidates.filter((_, i) => i % roles === role),
  });
  return {
    horizon,
    days,
    notBefore: horizon.from,
    notAfter: horizon.from + horizon.cells - 1,
    roles: Array.from({ length: roles }, (_, role) => each(role)),
    rules: [],
    pairs: [],
    wishes: [],
    weights: { soon: 4, 'known-worker': 3, load: 1 },
    allowed: { standIns: false, video: false },
    limit: 20,
    mostPerDay: 3,
  };
}
