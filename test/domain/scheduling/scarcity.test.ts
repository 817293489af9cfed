import { describe, expect, it } from 'vitest';
import { take } from '../../../shared/domain/scheduling/mask.ts';
import type { Mask, Question, Slot } from '../../../shared/domain/scheduling/question.ts';
import { findSlots } from '../../../shared/domain/scheduling/search.ts';
import { possible } from './brute-force.ts';
import { aCandidate, aQuestion, aRole, freeAt } from './questions.ts';

/** One psychologist, one procedural representative, one car, two interviewers, three visits, two days. */
const HORIZON = { from: 7200, cells: 48 };
const DAYS = [
  { date: '2026-12-03', from: 7200, to: 7224 },
  { date: '2026-12-04', from: 7224, to: 7248 },
];
const bothDays = () => freeAt(HORIZON, [0, 12], [24, 32]);
const firstDay = () => freeAt(HORIZON, [0, 12]);

function aScarceWorld() {
  const diaries = new Map<string, Mask>(
    ['representative', 'car', 'ana', 'beka'].map((id) => [id, bothDays()]),
  );
  diaries.set('psychologist', firstDay());
  const of = (id: string) => aCandidate(id, diaries.get(id) ?? bothDays());
  const question = (): Question =>
    aQuestion({
      horizon: HORIZON,
      days: DAYS,
      roles: [
        aRole('interviewer', { candidates: [of('ana'), of('beka')] }),
        aRole('psychologist', {
          windows: [{ offset: 0, cells: 5 }],
          candidates: [of('psychologist')],
        }),
        aRole('procedural-representative', { candidates: [of('representative')] }),
        aRole('car', {
          windows: [
            { offset: -1, cells: 1 },
            { offset: 5, cells: 1 },
          ],
          candidates: [of('car')],
        }),
      ],
    });
  const book = ({ fillings }: Slot): void => {
    for (const { id, taken } of fillings)
      for (const span of taken) take(diaries.get(id) ?? bothDays(), HORIZON, span);
  };
  return { question, book, diaries };
}

function bookAll(): ReturnType<typeof aScarceWorld> & { starts: number[] } {
  const world = aScarceWorld();
  const starts: number[] = [];
  for (let visit = 0; visit < 3; visit++) {
    const answer = findSlots(world.question());
    const best = answer.found ? answer.slots[0] : undefined;
    if (!best) break;
    starts.push(best.start);
    world.book(best);
  }
  return { ...world, starts };
}

describe('the scarce centre', () => {
  it('has a time for two visits, and for the third exactly one blocker: the psychologist', () => {
    const { question, starts } = bookAll();
    expect(starts).toEqual([7201, 7206]);
    const asked = question();
    const answer = findSlots(asked);
    if (answer.found) throw new Error('a third visit found a time');
    const codes = ['notice', 'deadline', ...asked.roles.map(({ role }) => role)];
    const byHand = codes.filter((code) => possible(asked, new Set([code])).length > 0);
    expect(answer.blockers.map((blocker) => blocker.codes)).toEqual(byHand.map((code) => [code]));
    expect(byHand).toEqual(['psychologist']);
    expect(answer.blockers[0]?.prevents).toEqual({
      count: 2,
      first: 7225,
      dates: [{ from: '2026-12-04', to: '2026-12-04', starts: 2 }],
    });
  });

  it('tells what a stand-in would give, and by which dates', () => {
    const { question } = bookAll();
    const asked = question();
    const standIn = aCandidate('stand-in', bothDays(), { standIn: true });
    const roles = asked.roles.map((role) =>
      role.role === 'psychologist' ? { ...role, candidates: [...role.candidates, standIn] } : role,
    );
    const answer = findSlots({ ...asked, roles });
    if (answer.found) throw new Error('a third visit found a time');
    const starts = { count: 2, first: 7225 };
    expect(answer.blockers[0]?.withStandIns).toMatchObject(starts);
    expect(answer.otherwise).toMatchObject([
      { allowed: { standIns: true, video: false }, starts },
      { allowed: { standIns: true, video: true }, starts },
    ]);
  });
});
