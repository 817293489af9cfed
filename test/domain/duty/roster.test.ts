import { describe, expect, it } from 'vitest';
import { phoneKey } from '../../../shared/domain/duty/person.ts';
import { callableFor, isOnDuty, whoIsOnDuty } from '../../../shared/domain/duty/roster.ts';

const TAMAR = {
  name: 'თამარ ბერიძე',
  phone: '599 00 00 01',
  account: 'sub-tamar',
  deputy: { name: 'ნოდარ კაპანაძე', phone: '+995 599 00 00 02' },
};
const LIA = { name: 'ლია გოგოლაძე', phone: '599 00 00 03' };
const people = [TAMAR, LIA];
const shifts = [
  { from: '2026-11-20T05:00:00.000Z', to: '2026-11-20T17:00:00.000Z', person: 1, car: 'car-2' },
  { from: '2026-11-20T17:00:00.000Z', to: '2026-11-21T05:00:00.000Z', person: 0 },
];
const roster = { shifts };
const EVENING = '2026-11-20T18:00:00.000Z';

describe('a telephone number', () => {
  it.each([
    ['599 00 11 22'],
    ['+995 599 00-11-22'],
    ['00995599001122'],
    ['0599001122'],
    ['(995) 599 001122'],
  ])('is one number however it is written: %s', (phone) => {
    expect(phoneKey(phone)).toBe('599001122');
  });

  it('is not shortened where it only begins like the prefix', () => {
    expect(phoneKey('995 112')).toBe('995112');
    expect(phoneKey('+49 30 995 1122')).toBe('49309951122');
  });
});

describe('who is on duty', () => {
  it.each([
    ['before the first shift', '2026-11-20T04:59:59.999Z', []],
    ['at its first instant', '2026-11-20T05:00:00.000Z', [shifts[0]]],
    ['at the handover, the one who takes over', '2026-11-20T17:00:00.000Z', [shifts[1]]],
    ['at the last instant, nobody any more', '2026-11-21T05:00:00.000Z', []],
  ])('%s', (_, at, found) => {
    expect(whoIsOnDuty(roster, at)).toEqual(found);
  });

  it('is called by name: the person first, then the deputy', () => {
    const [called] = whoIsOnDuty(roster, EVENING);
    expect(called && callableFor(called, people).map(({ phone }) => phone)).toEqual([
      '599 00 00 01',
      '+995 599 00 00 02',
    ]);
    expect(callableFor({ person: 7 }, people)).toEqual([]);
  });
});

describe('a named person is on duty', () => {
  it.each([
    ['by the telephone, however it is written', { phone: '+995 599 000001' }, true],
    ['as the deputy', { phone: '599000002' }, true],
    ['by the account', { account: 'sub-tamar' }, true],
    ['not with the telephone of a colleague off duty', { phone: '599 00 00 03' }, false],
    ['not with another account', { account: 'sub-lia' }, false],
    ['not with nothing but a name', {}, false],
  ])('%s', (_, named, expected) => {
    expect(isOnDuty([named], roster, people, EVENING)).toBe(expected);
  });

  it('while the shift runs, and not after it', () => {
    const lia = [{ phone: LIA.phone }];
    expect(isOnDuty(lia, roster, people, '2026-11-20T16:59:59.999Z')).toBe(true);
    expect(isOnDuty(lia, roster, people, '2026-11-20T17:00:00.000Z')).toBe(false);
  });
});
