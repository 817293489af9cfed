import { describe, expect, it } from 'vitest';
import { offered } from '../../console/app/offers.ts';
import { kindOf, pageOf } from '../../console/me/subject-page.ts';
import {
  awayBody,
  emptyAway,
  emptyInvitation,
  humanRoles,
  isBackwards,
  missing,
  type Person,
  rightsOf,
  toBody,
} from '../../console/people/draft.ts';
import { declareAbsence } from '../../shared/contract/inside.ts';
import { invitePerson } from '../../shared/contract/people.ts';
import { Role } from '../../shared/domain/access/principal.ts';

const draft = { ...emptyInvitation, name: ' ნათია ლომიძე ', mail: 'n.lomidze@example.ge' };

describe('an invitation', () => {
  it('is what the hub takes, without what was left empty', () => {
    expect(invitePerson.body?.parse(toBody(draft))).toEqual({
      ...{ name: 'ნათია ლომიძე', mail: draft.mail, roles: ['worker'], areas: [] },
    });
    const numbered = toBody({ ...draft, personalNumber: '01001000017' });
    expect(invitePerson.body?.parse(numbered)).toMatchObject({ personalNumber: '01001000017' });
  });

  it('says what is missing', () => {
    expect([...missing(draft)]).toEqual([]);
    expect([...missing(emptyInvitation)]).toEqual(['name', 'mail']);
    expect([...missing({ ...draft, mail: 'n.lomidze' })]).toEqual(['mail']);
    expect([...missing({ ...draft, personalNumber: '123' })]).toEqual(['personalNumber']);
    expect([...missing({ ...draft, roles: [] })]).toEqual(['roles']);
  });

  it('offers every role but a machine’s', () => {
    expect(humanRoles.toSorted()).toEqual(
      Role.options.filter((one) => one !== 'system').toSorted(),
    );
    const person = { roles: ['system', 'duty'], areas: ['zestaponi'] } as unknown as Person;
    expect(rightsOf(person)).toEqual({ roles: ['duty'], areas: ['zestaponi'] });
  });
});

describe('an absence', () => {
  it('is from now on where nothing else was written', () => {
    expect(declareAbsence.body?.parse(awayBody(emptyAway))).toEqual({ kind: 'leave' });
    const away = { ...emptyAway, from: '2026-11-24T09:00', to: '2026-11-30T09:00', deputy: 'a' };
    expect(declareAbsence.body?.safeParse(awayBody(away)).success).toBe(true);
    expect(awayBody(away)).toMatchObject({ from: '2026-11-24T05:00:00.000Z', deputy: 'a' });
    expect(isBackwards(away)).toBe(false);
    expect(isBackwards({ ...away, to: '2026-11-24T09:00' })).toBe(true);
  });
});

describe('what the console offers', () => {
  it('is six ways at most; accounts and systems to whoever keeps them', () => {
    for (const kind of ['school', 'municipality', 'child-centre', 'oversight', 'police']) {
      for (const roles of [['administrator'], Role.options, ['worker']]) {
        const ways = offered({ kind, roles }).map(({ to }) => to);
        expect(ways.length, `${kind} ${roles}`).toBeLessThanOrEqual(6);
        expect(new Set(ways).size).toBe(ways.length);
        if (!roles.includes('administrator')) expect(ways).not.toContain('/app/people');
      }
    }
    const keeper = offered({ kind: 'municipality', roles: ['administrator'] });
    expect(keeper.map(({ to }) => to).slice(0, 2)).toEqual(['/app/systems', '/app/people']);
  });
});

describe('a piece of news', () => {
  it.each([
    ['/app/tasks/tsk_1', { kind: 'task', id: 'tsk_1' }],
    ['/app/referrals/ref_1', { kind: 'referral', id: 'ref_1' }],
    ['/app/visits/int_1', { kind: 'interview', id: 'int_1' }],
    ['/app/systems/endpoints/whe_1', { kind: 'endpoint', id: 'whe_1' }],
    ['/app/systems/keys', { kind: 'endpoint', id: 'ink_1' }],
    ['/app/people', { kind: 'agency', id: 'a', type: 'member.joined' }],
    ['/app/systems/feed', { kind: 'agency', id: 'a', type: 'feed.rewound' }],
    [undefined, { kind: 'agency', id: 'a', type: 'duty.gap-found' }],
    [undefined, { kind: 'journal', id: 'j' }],
  ])('leads to %s', (page, subject) => {
    expect(pageOf(subject)).toBe(page);
  });

  it('is about a record by the beginning of its id', () => {
    expect(['ref_1', 'cas_1', 'tsk_1', 'int_1', 'whe_1', 'toString_1', ''].map(kindOf)).toEqual([
      ...['referral', 'case', 'task', 'interview', undefined, undefined, undefined],
    ]);
  });
});
