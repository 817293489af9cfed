import { describe, expect, it } from 'vitest';
import type { LadderRole } from '../../../shared/domain/call/call.ts';
import { dialled, whomToCall } from '../../../shared/domain/call/whom.ts';
import type { Shift } from '../../../shared/domain/duty/roster.ts';
import { later, NOW } from '../../build.ts';

const nino = { name: 'ნინო', phone: '599 00 11 22' };
const deputy = { name: 'დათო', phone: '+995 599 33 44 55' };
const head = { name: 'მაია', phone: '0599 66 77 88' };
const giorgi = { name: 'გიორგი', phone: '599 99 00 11' };

const shift = (over: Partial<Shift> = {}): Shift => ({
  from: later({ hours: -1 }),
  to: later({ hours: 1 }),
  person: 0,
  ...over,
});
const people = [{ ...nino, deputy }, giorgi];
const on = (...shifts: Shift[]) => ({ roster: { shifts }, people, head });
const whom = (role: LadderRole, standing: Parameters<typeof whomToCall>[2], at = NOW) => {
  const { gap, callee } = whomToCall(role, at, standing);
  return [callee?.person.name, callee?.as, gap];
};

describe('whom to call', () => {
  it.each([
    ['holder', 'ნინო', 'duty'],
    ['holder-duty', 'ნინო', 'duty'],
    ['lead-duty', 'ნინო', 'duty'],
    ['national-duty', 'ნინო', 'duty'],
    ['holder-deputy', 'დათო', 'deputy'],
    ['agency-head', 'მაია', 'head'],
    ['supervisor', 'მაია', 'head'],
  ] as const)('as %s is %s, on the roster as %s', (role, name, as) => {
    expect(whom(role, on(shift()))).toEqual([name, as, false]);
  });

  it('is the deputy of whoever is on duty now, else the head, else that person again', () => {
    const alone = on(shift({ person: 1 }));
    expect(whom('holder-deputy', alone)).toEqual(['მაია', 'head', false]);
    expect(whom('holder-deputy', { ...alone, head: undefined })).toEqual(['გიორგი', 'duty', false]);
  });

  it('changes with the shift, to the millisecond', () => {
    const change = later({ hours: 1 });
    const two = on(shift(), shift({ from: change, to: later({ hours: 9 }), person: 1 }));
    expect(whom('holder-duty', two, later({ milliseconds: -1 }, change))[0]).toBe('ნინო');
    expect(whom('holder-duty', two, change)[0]).toBe('გიორგი');
  });

  it('in a gap is the head, and the gap is told', () => {
    expect(whom('holder-duty', on(shift({ to: later({ minutes: -1 }) })))).toEqual([
      'მაია',
      'head',
      true,
    ]);
  });

  it('without a roster is nobody, and the gap is told', () => {
    expect(whom('holder-duty', { roster: undefined, people: [] })).toEqual([
      undefined,
      undefined,
      true,
    ]);
  });

  it('passes over whoever has a conflict of interest in the case', () => {
    const known = [{ ...nino, account: 'person-nino', deputy }];
    const standing = { roster: { shifts: [shift()] }, people: known, conflicted: ['person-nino'] };
    expect(whom('holder-duty', standing)).toEqual(['დათო', 'deputy', false]);
    expect(whom('holder-duty', { ...standing, conflicted: [] })[0]).toBe('ნინო');
  });

  it('is the next one where a number can be dialled from nowhere', () => {
    const unreachable = {
      roster: { shifts: [shift()] },
      people: [{ ...nino, phone: '112', deputy }],
    };
    expect(whom('holder-duty', unreachable)).toEqual(['დათო', 'deputy', false]);
  });
});

describe('a number', () => {
  it.each([
    ['599 00 11 22', '+995599001122'],
    ['0599 00 11 22', '+995599001122'],
    ['+995 599 00 11 22', '+995599001122'],
    ['00995 599 00 11 22', '+995599001122'],
    ['(032) 2 00 00 00', '+995322000000'],
    ['+49 170 1234567', '+491701234567'],
    ['0049 170 1234567', '+491701234567'],
    ['112', undefined],
  ])('written %s is dialled %s', (written, number) => {
    expect(dialled(written)).toBe(number);
  });
});
