import { nothing, setBits } from '../../shared/domain/scheduling/mask.ts';
import type { Candidate, Horizon, Mask, Role } from '../../shared/domain/scheduling/question.ts';
import type { Visit } from '../../shared/domain/scheduling/replan.ts';

export const DAYS = 10;
const CELLS_A_DAY = 96;
const [OPENS, CLOSES] = [36, 72];
export const HORIZON: Horizon = { from: 1_900_032, cells: DAYS * CELLS_A_DAY };

/** The same numbers from the same seed (mulberry32). */
export function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Working hours with a share of the two-hour blocks already taken. */
function diary(random: () => number, busy: number): Mask {
  const mask = nothing(HORIZON);
  for (let day = 0; day < DAYS; day++)
    for (let from = OPENS; from < CLOSES; from += 4)
      if (random() >= busy) setBits(mask, day * CELLS_A_DAY + from, day * CELLS_A_DAY + from + 4);
  return mask;
}

/** A visit starts on the hour. */
function onTheHour(): Mask {
  const mask = nothing(HORIZON);
  for (let day = 0; day < DAYS; day++)
    for (let from = OPENS; from < CLOSES; from += 4) {
      const start = day * CELLS_A_DAY + from;
      setBits(mask, start, start + 1);
    }
  return mask;
}

const people = (name: string, count: number, random: () => number, busy: number): Candidate[] =>
  Array.from({ length: count }, (_, i) => ({
    id: `${name}-${i + 1}`,
    free: diary(random, busy),
    load: 0,
  }));

const role = (name: string, cells: number, candidates: readonly Candidate[]): Role => ({
  role: name,
  windows: [{ offset: 0, cells }],
  count: 1,
  required: true,
  candidates,
});

/** When a child is in which zone: it arrives and leaves by the entrance, and waits before and after. */
const ZONES = [
  { zone: 'centre.entrance', window: { offset: -2, cells: 1 } },
  { zone: 'centre.waiting', window: { offset: -1, cells: 1 } },
  { zone: 'centre.waiting', window: { offset: 8, cells: 1 } },
  { zone: 'centre.entrance', window: { offset: 9, cells: 1 } },
];

/** One centre, ten working days, all visits of two weeks over the same people, rooms and zones. */
export function week(seed: number, visits: number): readonly Visit[] {
  const random = chance(seed);
  const pick = <T>(of: readonly T[]): T[] => of.slice(Math.floor(random() * of.length)).slice(0, 1);
  const interviewers = people('interviewer', 3, random, 0);
  const psychologists = people('psychologist', 3, random, 0);
  const prosecutors = people('prosecutor', 8, random, 0.2);
  const workers = people('social-worker', 10, random, 0.2);
  const rooms = people('room', 2, random, 0);
  return Array.from({ length: visits }, (_, i) => {
    const notBefore = HORIZON.from + Math.floor(random() * 4) * CELLS_A_DAY;
    return {
      id: `visit-${i + 1}`,
      party: `family-${i + 1}`,
      zones: ZONES,
      question: {
        horizon: HORIZON,
        days: [],
        notBefore,
        notAfter: HORIZON.from + HORIZON.cells - 1,
        roles: [
          role('interviewer', 6, interviewers),
          role('psychologist', 8, psychologists),
          role('prosecutor', 6, pick(prosecutors)),
          role('social-worker', 6, pick(workers)),
          role('room', 6, rooms),
        ],
        rules: [{ code: 'hour', window: { offset: 0, cells: 1 }, free: onTheHour() }],
        pairs: [],
        wishes: [],
        weights: {},
        allowed: { standIns: false, video: false },
        limit: 1,
      },
    };
  });
}
