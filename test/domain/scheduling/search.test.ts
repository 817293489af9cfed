import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import type { Question, Slot } from '../../../shared/domain/scheduling/question.ts';
import { findSlots } from '../../../shared/domain/scheduling/search.ts';
import { bestAt, possible } from './brute-force.ts';
import { questions } from './questions.ts';

/** Best first; of two with the same score the earlier. */
function expected(question: Question): { start: number; score: number }[] {
  return possible(question)
    .map((start) => ({
      start,
      score: bestAt(question, start - question.horizon.from)?.score ?? Number.NaN,
    }))
    .sort((a, b) => b.score - a.score || a.start - b.start);
}

const sum = ({ why }: Slot) => why.reduce((total, { points }) => total + points, 0);

// Many cases, and a machine that may be busy.
vi.setConfig({ testTimeout: 60_000 });

describe('a search finds what counting by hand finds', () => {
  it('the same starts, no more and no fewer', () => {
    fc.assert(
      fc.property(questions, (question) => {
        const answer = findSlots(question);
        expect(answer.found ? answer.starts.count : 0).toBe(possible(question).length);
        expect(answer.found ? answer.starts.first : undefined).toBe(possible(question)[0]);
      }),
      { numRuns: 200 },
    );
  });

  it('the best of them, each with the best people, in their order', () => {
    fc.assert(
      fc.property(questions, (question) => {
        const answer = findSlots(question);
        const slots = answer.found ? answer.slots : [];
        const best = expected(question).slice(0, question.limit);
        expect(slots.map(({ score }) => score)).toEqual(
          best.map(({ score }) => expect.closeTo(score, 6)),
        );
        for (const { start, empty, score } of slots) {
          const at = bestAt(question, start - question.horizon.from);
          expect({ empty: empty.length, score }).toEqual({
            empty: at?.empty,
            score: expect.closeTo(at?.score ?? Number.NaN, 6),
          });
        }
      }),
      { numRuns: 200 },
    );
  });

  it('and the reasons add up to the score', () => {
    fc.assert(
      fc.property(questions, (question) => {
        const answer = findSlots(question);
        if (answer.found)
          for (const slot of answer.slots) expect(sum(slot)).toBeCloseTo(slot.score, 6);
      }),
      { numRuns: 200 },
    );
  });
});
