import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import type { Question } from '../../../shared/domain/scheduling/question.ts';
import { findSlots } from '../../../shared/domain/scheduling/search.ts';
import { possible } from './brute-force.ts';
import { questions } from './questions.ts';

/** All conditions that could give way, by their codes. */
const conditionsOf = ({ roles, rules }: Question): string[] => [
  ...new Set([
    'notice',
    'deadline',
    ...rules.map(({ code }) => code),
    ...roles.filter(({ required }) => required).map(({ role }) => role),
  ]),
];

/** Every subset, tried in full, from the small ones to the large ones. */
function smallestByHand(question: Question): { codes: string[]; starts: number[] }[] {
  const codes = conditionsOf(question);
  const all = Array.from({ length: 2 ** codes.length }, (_, i) =>
    codes.filter((_code, k) => Math.floor(i / 2 ** k) % 2 === 1),
  ).sort((a, b) => a.length - b.length);
  let least = Number.POSITIVE_INFINITY;
  return all.flatMap((set) => {
    if (set.length > least) return [];
    const starts = possible(question, new Set(set));
    if (starts.length === 0) return [];
    least = set.length;
    return [{ codes: set, starts }];
  });
}

const inOrder = <T extends { readonly codes: readonly string[] }>(sets: readonly T[]): T[] =>
  sets.toSorted((a, b) => (a.codes.join() < b.codes.join() ? -1 : 1));

// Many cases, and a machine that may be busy.
vi.setConfig({ testTimeout: 60_000 });

describe('when nothing is free', () => {
  it('exactly the smallest sets are named that would have to give way', () => {
    let seen = 0;
    fc.assert(
      fc.property(questions, (question) => {
        const answer = findSlots(question);
        if (answer.found) return;
        seen += 1;
        const told = answer.blockers.map(({ codes, prevents }) => ({
          codes: codes.toSorted(),
          count: prevents.count,
          first: prevents.first,
        }));
        const byHand = smallestByHand(question).map(({ codes, starts }) => ({
          codes: codes.toSorted(),
          count: starts.length,
          first: starts[0],
        }));
        expect(inOrder(told)).toEqual(inOrder(byHand));
      }),
      { numRuns: 200 },
    );
    expect(seen).toBeGreaterThan(20);
  });
});
