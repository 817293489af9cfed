import { deepStrictEqual } from 'node:assert/strict';
import { count, everything, nextSet } from '../../shared/domain/scheduling/mask.ts';
import type { Mask, Question } from '../../shared/domain/scheduling/question.ts';
import { findSlots } from '../../shared/domain/scheduling/search.ts';
import { tabulate } from '../../shared/domain/scheduling/table.ts';
import { keepStarts } from '../../shared/domain/scheduling/windows.ts';
import { atLeast, atMost, type Figure, median, quantile } from './figures.ts';
import { type Diaries, diaries, masksOf, questionOf } from './slots-diaries.ts';
import { bookingKit, byBookingKit, byIntervalTree } from './slots-others.ts';

const MINUTES = 90;
const CELLS = 6;
const QUARTER = 900_000;

const opened = (question: Question): Mask => tabulate(question, () => question.allowed).open;

/** From the same spans as the others, and no more than they do: the starts that suit everybody. */
function search(given: Diaries): Mask {
  const starts = everything(given.horizon);
  for (const mask of masksOf(given)) keepStarts(starts, mask, [{ offset: 0, cells: CELLS }]);
  return starts;
}

function startsOf({ horizon }: Diaries, mask: Mask): number[] {
  const starts: number[] = [];
  for (let bit = nextSet(mask, 0); bit >= 0; bit = nextSet(mask, bit + 1))
    starts.push((horizon.from + bit) * QUARTER);
  return starts;
}

/** Milliseconds of each run, after some that are not counted. */
function times(runs: number, work: () => unknown): number[] {
  for (let i = 0; i < runs / 4; i++) work();
  return Array.from({ length: runs }, () => {
    const begun = performance.now();
    work();
    return performance.now() - begun;
  });
}

const micro = (ms: number): string => `${(ms * 1000).toFixed(ms < 1 ? 1 : 0)} µs`;

/** Ten people, sixty days, all must be free: the same starts by three ways, then their times. */
async function comparison(short: boolean): Promise<Figure[]> {
  const library = await bookingKit();
  const given = diaries(1, 10, 60, 440);
  const starts = startsOf(given, search(given));
  const question = questionOf(given, given.people.length, CELLS);
  deepStrictEqual(opened(question), search(given));
  deepStrictEqual(byIntervalTree(given, MINUTES), starts);
  deepStrictEqual(byBookingKit(library, given, MINUTES), starts);
  // The least time of each: what other programs take of the machine is in none of them.
  const own = Math.min(...times(short ? 400 : 4000, () => search(given)));
  const asked = Math.min(...times(short ? 400 : 4000, () => opened(question)));
  const tree = Math.min(...times(short ? 20 : 400, () => byIntervalTree(given, MINUTES)));
  const kit = Math.min(...times(short ? 1 : 5, () => byBookingKit(library, given, MINUTES)));
  const against = (ms: number) =>
    `${micro(ms)} against ${micro(own)}; ${starts.length} equal starts; as a question ${micro(asked)}`;
  return [
    atLeast(
      'slots, times @thebookingkit/core',
      { value: kit / own, promised: 10_000 },
      against(kit),
    ),
    atLeast(
      'slots, times @flatten-js/interval-tree',
      { value: tree / own, promised: 30 },
      against(tree),
    ),
  ];
}

/** Ten roles, 72 candidates, sixty days: the starts at which each role has somebody. */
function manyCandidates(short: boolean): Figure {
  const question = questionOf(diaries(2, 72, 60, 3168), 10, CELLS);
  const took = times(short ? 200 : 2000, () => opened(question));
  const detail = `${count(opened(question))} starts; full answer ${micro(median(times(short ? 50 : 300, () => findSlots(question))))}`;
  return atMost(
    'slots, 10 roles, 72 candidates, 60 days',
    { value: median(took), promised: 0.5, unit: 'ms' },
    detail,
  );
}

/** A house of eight pairs of rooms and 300 people, some of whom qualify for two roles. */
function house(seed: number): Question {
  const question = questionOf(diaries(seed, 300, 90, 18_000), 10, CELLS);
  const rooms = questionOf(diaries(seed + 1, 16, 90, 960), 2, CELLS).roles;
  const [inside, beside] = rooms.map(({ candidates }) => candidates);
  const named = (name: string, of: typeof inside = []) =>
    of.map(({ free }, i) => ({ id: `${name}-${i}`, free, load: 0 }));
  const role = (name: string, of: typeof inside) => ({
    role: name,
    windows: [{ offset: 0, cells: CELLS }],
    count: 1,
    required: true,
    candidates: named(name, of),
  });
  const [first, second, ...others] = question.roles;
  if (!first || !second) throw new Error('a house without roles');
  return {
    ...question,
    roles: [
      first,
      { ...second, candidates: [...second.candidates, ...first.candidates.slice(0, 3)] },
      ...others,
      role('interview-room', inside),
      role('observation-room', beside),
    ],
    pairs: [
      {
        roles: ['interview-room', 'observation-room'],
        together: Array.from(
          { length: 8 },
          (_, i) => [`interview-room-${i}`, `observation-room-${i}`] as const,
        ),
      },
    ],
    wishes: [
      {
        code: 'preferred-time',
        weight: 2,
        window: { offset: 0, cells: CELLS },
        wished: everything(question.horizon),
      },
    ],
  };
}

/** The whole answer: matching, pairs of rooms, scores, reasons, the best twenty. */
function wholeHouse(short: boolean): Figure {
  const houses = [3, 5, 7].map(house);
  const took = houses.flatMap((question) => times(short ? 60 : 400, () => findSlots(question)));
  const answers = houses.map((question) => findSlots(question));
  const starts = answers.map((answer) => (answer.found ? answer.starts.count : 0)).join(', ');
  return atMost(
    'slots, 300 people, 8 rooms, 90 days, p99',
    { value: quantile(took, 0.99), promised: 5, unit: 'ms' },
    `median ${median(took).toFixed(2)} ms, least ${Math.min(...took).toFixed(2)} ms; ${starts} starts`,
  );
}

/** Times of the slot search; first that it finds what others find. */
export const slotFigures = async (short: boolean): Promise<Figure[]> => [
  ...(await comparison(short)),
  manyCandidates(short),
  wholeHouse(short),
];
