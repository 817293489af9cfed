import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import type { Plan, Visit } from '../../../shared/domain/scheduling/replan.ts';
import { replan } from '../../../shared/domain/scheduling/replan.ts';
import { obeys, possible } from './brute-force.ts';
import { aCandidate, aQuestion, aRole, freeAt, questions } from './questions.ts';

const HORIZON = { from: 2_000_000, cells: 45 };
/** A chance that repeats itself. */
const chance = (seed: number) => {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
};
const effort = (attempts: number, seed = 7) => ({
  goOn: (made: number) => made < attempts,
  random: chance(seed),
});

const zones = [
  { zone: 'entrance', window: { offset: -1, cells: 1 } },
  { zone: 'entrance', window: { offset: 3, cells: 1 } },
];
const visits: fc.Arbitrary<readonly Visit[]> = fc
  .array(fc.tuple(questions, fc.constantFrom('one', 'other', 'third')), {
    minLength: 2,
    maxLength: 5,
  })
  .map((all) => all.map(([question, party], i) => ({ id: `visit-${i}`, party, question, zones })));

const overlap = (a: { from: number; to: number }, b: { from: number; to: number }) =>
  a.from < b.to && b.from < a.to;

/** Whatever two visits take at the same time: people and things, and zones of other families. */
function clashes({ planned }: Plan, all: readonly Visit[]): string[] {
  const partyOf = new Map(all.map(({ id, party }) => [id, party]));
  return planned.flatMap((one, i) =>
    planned.slice(i + 1).flatMap((other) => [
      ...one.fillings.flatMap(({ id, taken }) =>
        other.fillings
          .filter((each) => each.id === id)
          .flatMap((each) => each.taken)
          .filter((span) => taken.some((own) => overlap(own, span)))
          .map(() => id),
      ),
      ...one.zones.flatMap((own) =>
        other.zones
          .filter(({ zone }) => zone === own.zone)
          .filter((each) => overlap(own, each) && partyOf.get(one.id) !== partyOf.get(other.id))
          .map(({ zone }) => zone),
      ),
    ]),
  );
}

// Many cases, and a machine that may be busy.
vi.setConfig({ testTimeout: 60_000 });

describe('planning many visits', () => {
  it('takes nobody and nothing twice, and lets no two families meet in a zone', () => {
    fc.assert(
      fc.property(visits, fc.nat(12), (all, attempts) => {
        const plan = replan(HORIZON, all, effort(attempts));
        expect(clashes(plan, all)).toEqual([]);
        expect([...plan.planned.map(({ id }) => id), ...plan.waiting].toSorted()).toEqual(
          all.map(({ id }) => id).toSorted(),
        );
        for (const { id, start } of plan.planned) {
          const question = all.find((visit) => visit.id === id)?.question ?? aQuestion();
          expect(obeys(question, start - HORIZON.from)).toBe(true);
          expect(possible(question)).toContain(start);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('does not get worse by trying, and repeats itself', () => {
    fc.assert(
      fc.property(visits, fc.nat(1000), (all, seed) => {
        const greedy = replan(HORIZON, all, effort(0));
        const better = replan(HORIZON, all, effort(15, seed));
        expect(better.waiting.length).toBeLessThanOrEqual(greedy.waiting.length);
        if (better.waiting.length === greedy.waiting.length)
          expect(better.delay).toBeLessThanOrEqual(greedy.delay);
        expect(replan(HORIZON, all, effort(15, seed))).toEqual(better);
      }),
      { numRuns: 30 },
    );
  });

  const asked = (id: string, party: string, cells: number): Visit => ({
    id,
    party,
    zones: [{ zone: 'house', window: { offset: 0, cells } }],
    question: aQuestion({
      horizon: HORIZON,
      roles: [
        aRole('interviewer', {
          windows: [{ offset: 0, cells }],
          candidates: ['ana', 'beka'].map((one) => aCandidate(one, freeAt(HORIZON, [0, 45]))),
        }),
      ],
    }),
  });
  const starts = (plan: Plan) => plan.planned.map(({ id, start }) => [id, start - HORIZON.from]);

  it('puts short visits before long ones where that is earlier for all together', () => {
    const all = [asked('long', 'one', 8), asked('short', 'other', 2)];
    expect(starts(replan(HORIZON, all, effort(40)))).toEqual([
      ['short', 0],
      ['long', 2],
    ]);
  });

  it('lets one family be in the house together, and no two', () => {
    const apart = [asked('first', 'one', 4), asked('second', 'other', 4)];
    expect(starts(replan(HORIZON, apart, effort(20))).map(([, start]) => start)).toEqual([0, 4]);
    const siblings = [asked('first', 'one', 4), asked('second', 'one', 4)];
    expect(starts(replan(HORIZON, siblings, effort(20))).map(([, start]) => start)).toEqual([0, 0]);
  });
});
