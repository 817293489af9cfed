import { describe, expect, it } from 'vitest';
import { partsOf, talkLength } from '../../../shared/domain/interview/length.ts';
import { georgiaAt } from '../../build.ts';

const edition = georgiaAt();

describe('the length of the interview', () => {
  it.each([
    ['of three years: the least', 3, false, 20, 1, 10],
    ['of six years', 6, false, 30, 1, 10],
    ['of nine years', 9, false, 45, 1, 10],
    ['of twelve years: the most', 12, false, 60, 1, 10],
    ['of seventeen years: no more than that', 17, false, 60, 1, 10],
    ['of six years with an interpreter', 6, true, 45, 2, 10],
    ['of seventeen years with an interpreter', 17, true, 90, 1, 10],
    ['of unknown age, with the breaks of the youngest', undefined, false, 45, 2, 10],
  ])('%s', (_, age, interpreted, minutes, breaks, lasts) => {
    expect(talkLength(age, interpreted, edition)).toMatchObject({
      minutes: minutes + breaks * lasts,
      breaks,
    });
  });

  it('says how it comes about', () => {
    const codes = talkLength(6, true, edition).because.map(({ code }) => code);
    expect(codes).toEqual(['age-times', 'with-interpreter', 'breaks']);
  });
});

describe('the parts of the visit', () => {
  const names = (medical: 'before-interview' | 'after-interview' | undefined) =>
    partsOf({ age: 9, interpreted: false, medical }, edition).parts.map(({ part }) => part);

  it('have the medical where it belongs, and the psychologist last', () => {
    expect(names('before-interview')).toEqual([
      'planning',
      'medical',
      'interview',
      'first-contact',
    ]);
    expect(names('after-interview')).toEqual(['planning', 'interview', 'medical', 'first-contact']);
    expect(names(undefined)).toEqual(['planning', 'interview', 'first-contact']);
  });
});
