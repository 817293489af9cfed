import { describe, expect, it } from 'vitest';
import type { Candidate, Question } from '../../../shared/domain/scheduling/question.ts';
import { findSlots } from '../../../shared/domain/scheduling/search.ts';
import { aCandidate, aQuestion, aRole, freeAt } from './questions.ts';

const HORIZON = { from: 1000, cells: 64 };
const at = (...spans: readonly (readonly [number, number])[]) => freeAt(HORIZON, ...spans);
const startsOf = (given: Partial<Question>): number[] => {
  const answer = findSlots(aQuestion({ horizon: HORIZON, ...given }));
  return answer.found
    ? answer.slots.map(({ start }) => start - HORIZON.from).sort((a, b) => a - b)
    : [];
};
const fillings = (given: Partial<Question>): string[][] => {
  const answer = findSlots(aQuestion({ horizon: HORIZON, ...given }));
  return answer.found
    ? answer.slots.map((slot) => slot.fillings.map(({ role, id }) => `${role} ${id}`))
    : [];
};
const only = (...candidates: Candidate[]) => ({ candidates });
const interviewer = aRole('interviewer', only(aCandidate('ana', at([8, 16]))));

describe('half-open times', () => {
  it('touch without overlapping: a visit ends where the next booking begins', () => {
    expect(startsOf({ roles: [interviewer] })).toEqual([8, 9, 10, 11, 12]);
  });

  it('nothing outside the horizon is free', () => {
    const all = aRole('interviewer', only(aCandidate('ana', at([0, 64]))));
    const early = { ...all, windows: [{ offset: -2, cells: 4 }] };
    expect(startsOf({ roles: [early] })).toEqual(Array.from({ length: 61 }, (_, i) => i + 2));
  });
});

describe('the same person throughout', () => {
  const shifts = [aCandidate('ana', at([0, 6])), aCandidate('beka', at([6, 12]))];

  it('nobody stands in for another midway', () => {
    expect(startsOf({ roles: [aRole('interviewer', only(...shifts))] })).toEqual([
      0, 1, 2, 6, 7, 8,
    ]);
  });

  it('nor between two parts of the visit', () => {
    const windows = [
      { offset: 0, cells: 2 },
      { offset: 6, cells: 2 },
    ];
    expect(startsOf({ roles: [aRole('psychologist', { windows, ...only(...shifts) })] })).toEqual(
      [],
    );
    const both = aCandidate('dato', at([0, 2], [6, 8]));
    expect(
      startsOf({ roles: [aRole('psychologist', { windows, ...only(...shifts, both) })] }),
    ).toEqual([0]);
  });
});

describe('one person for two roles', () => {
  const ana = aCandidate('ana', at([8, 12]));
  const beka = aCandidate('beka', at([8, 12]));

  it('fills one of them, whichever leaves somebody for the other', () => {
    const roles = [aRole('interviewer', only(ana, beka)), aRole('psychologist', only(ana))];
    expect(fillings({ roles })).toEqual([['interviewer beka', 'psychologist ana']]);
  });

  it('does not fill both', () => {
    const roles = [aRole('interviewer', only(ana)), aRole('psychologist', only(ana))];
    expect(startsOf({ roles })).toEqual([]);
    expect(startsOf({ roles: roles.slice(1) })).toEqual([8]);
  });

  it('two recorders are two different ones', () => {
    const recorder = (count: number, ...ids: string[]) =>
      aRole('recorder', { count, ...only(...ids.map((id) => aCandidate(id, at([8, 12])))) });
    expect(startsOf({ roles: [recorder(2, 'one')] })).toEqual([]);
    expect(fillings({ roles: [recorder(2, 'one', 'two')] })).toEqual([
      ['recorder one', 'recorder two'],
    ]);
  });
});

describe('a pair', () => {
  const rooms = ['red', 'blue'].map((id) => aCandidate(id, at([8, 12])));
  const roles = [
    aRole('interview-room', only(...rooms)),
    aRole('observation-room', only(aCandidate('behind-blue', at([8, 12])))),
  ];
  const pairs = [
    { roles: ['observation-room', 'interview-room'], together: [['behind-blue', 'blue']] },
  ] as const;

  it('is an observation room with the interview room it looks into', () => {
    expect(fillings({ roles })).toEqual([['interview-room red', 'observation-room behind-blue']]);
    expect(fillings({ roles, pairs })).toEqual([
      ['interview-room blue', 'observation-room behind-blue'],
    ]);
  });
});

describe('each hard rule: without it a forbidden start appears', () => {
  const forbidden = at([0, 9], [10, 64]);
  const rule = (code: string, offset: number, cells: number) => ({
    code,
    window: { offset, cells },
    free: forbidden,
  });

  it.each([
    [
      'the time of the child: school, sleep, therapy',
      { rules: [rule('school', 0, 4)] },
      [10, 11, 12],
    ],
    ['a zone with arrival', { rules: [rule('separation.entrance', -2, 2)] }, [8, 9, 12]],
    ['a zone with departure', { rules: [rule('separation.waiting', 4, 2)] }, [8, 9, 10, 11, 12]],
    ['the notice', { notBefore: 1011 }, [11, 12]],
    ['the deadline', { notAfter: 1009 }, [8, 9]],
  ])('%s', (_, given, expected) => {
    expect(startsOf({ roles: [interviewer], ...given })).toEqual(expected);
    expect(startsOf({ roles: [interviewer] })).toEqual([8, 9, 10, 11, 12]);
  });

  it('the road of who comes from elsewhere', () => {
    const travel = { before: 2, after: 1, minutes: 30 };
    const far = aRole('prosecutor', only(aCandidate('gia', at([8, 16]), { travel })));
    expect(startsOf({ roles: [far] })).toEqual([10, 11]);
    const answer = findSlots(aQuestion({ horizon: HORIZON, roles: [far], limit: 1 }));
    expect(answer.found && answer.slots[0]?.fillings[0]).toMatchObject({
      taken: [{ from: 1008, to: 1015 }],
      legs: { there: { from: 1008, to: 1010 }, back: { from: 1014, to: 1015 } },
    });
  });

  it.each([
    ['a stand-in', { standIn: true }, { standIns: true, video: false }],
    ['video', { video: true }, { standIns: false, video: true }],
  ])('%s only where it is allowed', (_, flag, allowed) => {
    const roles = [aRole('prosecutor', only(aCandidate('gia', at([8, 12]), flag)))];
    expect(startsOf({ roles })).toEqual([]);
    expect(startsOf({ roles, allowed })).toEqual([8]);
  });

  it('a required role; an optional one is filled when it can be', () => {
    const busy = aRole('child-lawyer', only(aCandidate('eka', at([8, 12]))));
    expect(startsOf({ roles: [interviewer, busy] })).toEqual([8]);
    const roles = [interviewer, { ...busy, required: false }];
    const answer = findSlots(
      aQuestion({ horizon: HORIZON, roles, weights: { 'without-role': 2 } }),
    );
    expect(answer.found && answer.slots.map(({ empty }) => empty.length)).toEqual([0, 1, 1, 1, 1]);
  });
});

describe('what is proposed', () => {
  it('is not all of one day where so many a day are wanted', () => {
    const days = [0, 1, 2, 3].map((day) => ({
      date: `2026-12-0${day + 1}`,
      from: 1000 + day * 16,
      to: 1016 + day * 16,
    }));
    const roles = [aRole('interviewer', only(aCandidate('ana', at([0, 64]))))];
    expect(startsOf({ roles, days, limit: 5, mostPerDay: 2 })).toEqual([0, 1, 16, 17, 32]);
  });
});
