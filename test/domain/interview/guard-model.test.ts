import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { InterviewResult } from '../../../shared/domain/interview/interview.ts';
import { wasHeld } from '../../../shared/domain/interview/part-guards.ts';
import { allowed, Children, wrongWith } from '../../guard/children.ts';

const RECORDS = 4;
const step = fc.record({
  do: fc.constantFrom(
    ...(['open', 'open', 'look', 'open-late', 'further', 'close', 'begin', 'end'] as const),
    ...(['end', 'join', 'undo', 'episode'] as const),
  ),
  a: fc.nat(RECORDS - 1),
  b: fc.nat(RECORDS - 1),
  result: fc.constantFrom(...InterviewResult.options, 'completed' as const),
});
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;
type Looked = ReturnType<Children['look']>;

function take(children: Children, looked: Map<number, Looked>, { do: what, a, b, result }: Step) {
  const group = children.group(a);
  const visits = children.visitsOf(group);
  const visit = visits[b % Math.max(visits.length, 1)];
  switch (what) {
    case 'open':
      return children.open(group, children.look(group));
    case 'look':
      return looked.set(a, children.look(group));
    case 'open-late': {
      // Of a record that was joined meanwhile the look does not hold any more: its version changed.
      const seen = looked.get(a);
      return seen?.root === children.rootOf(group) && seen.episode === group.episode
        ? children.open(group, seen)
        : false;
    }
    case 'further':
      return children.open(group, children.look(group), true);
    case 'close':
      return visit && children.close(visit);
    case 'begin':
      return visit && children.begin(visit);
    case 'end': {
      const others = visits.filter((one) => one !== visit && one.episode === visit?.episode);
      if (visit?.status === 'under-way' && result === 'completed' && !visit.further) {
        expect(others.some(wasHeld), 'a second one, and nobody asked for it').toBe(false);
      }
      return visit && children.end(visit, result);
    }
    case 'join':
      return children.join(group, children.group(b));
    case 'undo':
      return children.undo();
    case 'episode':
      return children.openEpisode(group);
  }
}

describe('whatever happens to the records of children', () => {
  const numbers = fc.array(fc.constantFrom('h1', 'h2', undefined), {
    minLength: RECORDS,
    maxLength: RECORDS,
  });

  it('one child has at most one active visit an episode, and each is guarded', () => {
    fc.assert(
      fc.property(numbers, fc.array(step, { maxLength: 60, size: 'max' }), (known, steps) => {
        const children = new Children(known);
        const looked = new Map<number, Looked>();
        for (const one of steps) {
          allowed(() => take(children, looked, one));
          const wrong = wrongWith(children);
          if (wrong.length > 0) throw new Error(wrong.join('; '));
        }
      }),
      { numRuns: 150 },
    );
  });

  it('two records with one personal number have at most one between them', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60, size: 'max' }), (steps) => {
        const children = new Children(['h1', 'h1', 'h1']);
        const looked = new Map<number, Looked>();
        for (const one of steps.filter(({ do: what }) => what !== 'join' && what !== 'undo')) {
          allowed(() => take(children, looked, one));
          const active = [...children.visits.values()].filter(
            (visit) => !wasHeld(visit) && !['cancelled', 'ended'].includes(visit.status),
          );
          expect(active.length).toBeLessThanOrEqual(1);
        }
      }),
      { numRuns: 150 },
    );
  });
});
