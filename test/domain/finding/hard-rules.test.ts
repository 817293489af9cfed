import { describe, expect, it } from 'vitest';
import { findTimes } from '../../../shared/domain/finding/find.ts';
import { apartSheet } from '../../../shared/domain/finding/sheets.ts';
import type { Sought } from '../../../shared/domain/finding/sought.ts';
import type { PlannedRole } from '../../../shared/domain/interview/role.ts';
import type { Resource } from '../../../shared/domain/resource/resource.ts';
import { aCaseId, CENTRE, georgiaAt, LEAD } from '../../build.ts';
import { aHouse, aPerson, aRole, aSearch, aVisit, hours, TBILISI, takenOn } from '../../finding.ts';

/** Wednesday. All are there for one visit and no longer, with the child arriving at 9:30. */
const DAY = '2026-11-25';
const at = (time: string) => `${DAY}T${time}:00.000Z`;
const ONLY = '2026-11-25T05:30:00.000Z';
const there = { availability: hours('10:00', '11:00') };
const interviewer = aPerson(CENTRE, 'forensic-interviewer', { ...there, sex: 'female' });
const psychologist = aPerson(CENTRE, 'psychologist', { availability: hours('10:00', '11:45') });
const worker = aPerson(LEAD, 'social-worker', { ...there, account: 'person-1' });
const house = aHouse();
const resources = [interviewer, psychologist, worker, ...house];
const visit = aVisit();

const search = (over: Partial<Sought> = {}) =>
  findTimes(
    aSearch({ interview: visit, resources, from: at('00:00'), to: at('18:00'), ...over }),
    georgiaAt(),
  );
/** The codes that each alone, or together, prevent the one time there is. */
const blockers = (over: Partial<Sought>) => {
  const { items, blocked } = search(over);
  expect(items).toEqual([]);
  return blocked?.blockers.map(({ codes }) => codes.join('+'));
};
const replaced = (one: Resource, over: Partial<Resource>) =>
  resources.map((each) => (each === one ? { ...one, ...over } : each));
const without = (one: Resource) => resources.filter((each) => each !== one);
const kind = (name: Resource['kind']): Resource => {
  const found = house.find((one) => one.kind === name);
  if (!found) throw new Error(`no ${name}`);
  return found;
};
const withRole = (role: string, over: Partial<PlannedRole>) =>
  aVisit({ roles: visit.roles.map((one) => (one.role === role ? { ...one, ...over } : one)) });
const taken = (sheet: string, from = 40, to = 41) =>
  ({ calendars: takenOn({ sheet, day: DAY, from, to }) }) as const;
const quarter = (hour: number, minute = 0) => hour * 4 + minute / 15;

it('finds the one time at which everything fits', () => {
  expect(search().items.map(({ proposal }) => proposal.start)).toEqual([ONLY]);
});

describe('a person', () => {
  it.each<[string, Partial<Resource>]>([
    ['is not qualified', { qualifications: [] }],
    [
      'whose certificate has run out the day before',
      { qualifications: [{ code: 'forensic-interviewer', from: '2020-01-01', to: '2026-11-24' }] },
    ],
    [
      'whose certificate begins the day after',
      { qualifications: [{ code: 'forensic-interviewer', from: '2026-11-26' }] },
    ],
    ['does not speak the child’s language', { languages: ['ru'] }],
    ['leaves a quarter before the end', { availability: hours('10:00', '10:45') }],
    [
      'is on leave',
      { availability: { ...there.availability, leave: [{ from: DAY, to: DAY, kind: 'sick' }] } },
    ],
    [
      'has another appointment',
      { outside: { busy: [{ from: at('06:30'), to: at('06:40') }], readAt: ONLY, until: ONLY } },
    ],
    ['belongs to another agency', { agency: LEAD }],
  ])('who %s cannot hold the interview', (_, over) => {
    expect(blockers({ resources: replaced(interviewer, over) })).toEqual(['interviewer']);
  });

  it('who is booked in the middle is not free for the whole length', () => {
    expect(blockers(taken(interviewer.id, 42, 43))).toEqual(['interviewer']);
  });

  it('is the same throughout: two halves of two people are nobody', () => {
    const halves = [hours('10:00', '10:45'), hours('10:45', '12:00')].map((availability) =>
      aPerson(CENTRE, 'psychologist', { availability }),
    );
    const all = [...without(psychologist), ...halves];
    expect(blockers({ resources: all })).toEqual(['psychologist']);
  });

  it('keeps the pause after a booking, and claims it', () => {
    const buffers = { before: 0, after: 15 };
    const paused = replaced(interviewer, { buffers });
    expect(blockers({ resources: paused, ...taken(interviewer.id, 44, 45) })).toEqual([
      'interviewer',
    ]);
    const [found] = search({ resources: paused }).items;
    const claim = found?.proposal.claims.find(({ sheet }) => sheet === interviewer.id);
    expect(claim).toMatchObject({ from: quarter(10), to: quarter(11, 15) });
  });

  it('of the sex that was asked for as a must', () => {
    const interview = withRole('interviewer', { sex: 'male' });
    expect(blockers({ interview })).toEqual(['interviewer']);
    expect(search({ interview: withRole('interviewer', { sex: 'female' }) }).items).toHaveLength(1);
  });

  it('with a declared conflict, or of an agency that is shut out, has no part', () => {
    const accounts = { agencies: [], accounts: ['person-1'] };
    expect(blockers({ shut: accounts })).toEqual(['social-worker']);
    expect(blockers({ shut: { agencies: [LEAD], accounts: [] } })).toEqual(['social-worker']);
  });

  it('interprets only for a child of another municipality, unless that was waived', () => {
    const near = aPerson(CENTRE, 'interpreter', { ...there, municipality: 'kutaisi' });
    const roles = [...visit.roles, aRole('interpreter', CENTRE)];
    const all = { resources: [...resources, near] };
    expect(blockers({ ...all, interview: aVisit({ roles }) })).toEqual(['interpreter']);
    const choices = { interpreterFromNear: true };
    expect(search({ ...all, interview: aVisit({ roles, choices }) }).items).toHaveLength(1);
  });

  it('held the earlier interview, where one is continued', () => {
    expect(blockers({ interview: aVisit({ interviewer: 'res_other' }) })).toEqual(['interviewer']);
    const interview = aVisit({ interviewer: interviewer.id });
    expect(search({ interview }).items).toHaveLength(1);
  });

  it('does not work on a holiday, nor outside hours unless on call', () => {
    const monday = { from: '2026-11-23T00:00:00.000Z', to: '2026-11-23T18:00:00.000Z' };
    const now = '2026-11-20T13:40:00.000Z';
    expect(search({ ...monday, now }).items).toEqual([]);
    const onCall = [{ from: at('06:00'), to: at('07:00') }];
    const away = { ...hours('14:00', '18:00'), onCall };
    const all = replaced(interviewer, { availability: away });
    expect(blockers({ resources: all })).toEqual(['interviewer']);
    expect(search({ resources: all, onCall: true }).items).toHaveLength(1);
  });

  it('who declined the time is not asked for it again', () => {
    const declined = [{ agency: LEAD, from: at('05:30'), to: at('08:15') }];
    expect(blockers({ declined })).toEqual(['social-worker']);
  });
});

describe('a room', () => {
  it.each(['interview-room', 'observation-room', 'waiting-room'] as const)(
    'is needed: %s',
    (name) => {
      expect(blockers({ resources: without(kind(name)) })?.join(' ')).toContain(name);
      expect(blockers(taken(kind(name).id, 42, 43))?.join(' ')).toContain(name);
    },
  );

  it('needs an observation room that looks into it', () => {
    const all = replaced(kind('observation-room'), { observes: [] });
    expect(search({ resources: all }).items).toEqual([]);
  });

  it('needs two recorders', () => {
    expect(blockers({ resources: without(kind('recorder')) })).toEqual(['recorder']);
  });

  it('is accredited on the day', () => {
    const over = [{ code: 'accredited-room', from: '2020-01-01', to: '2026-11-24' }];
    const all = replaced(kind('interview-room'), { qualifications: over });
    expect(blockers({ resources: all })).toEqual(['interview-room']);
  });

  it('is free of steps where the child needs it', () => {
    const all = replaced(kind('waiting-room'), { accessible: false });
    expect(search({ resources: all }).items).toHaveLength(1);
    const interview = aVisit({ needs: ['step-free'] });
    expect(blockers({ interview, resources: all })).toEqual(['waiting-room']);
  });

  it('of another centre is no room of this one', () => {
    const all = replaced(kind('waiting-room'), { site: TBILISI });
    expect(blockers({ resources: all })).toEqual(['waiting-room']);
  });
});

describe('a vehicle', () => {
  const interview = aVisit({ municipality: 'zestaponi' });
  it('brings a child from afar and waits for it', () => {
    const [found] = search({ interview }).items;
    const car = kind('vehicle').id;
    const claim = found?.proposal.claims.find(({ sheet }) => sheet === car);
    expect(claim).toMatchObject({ from: quarter(8, 45), to: quarter(13) });
    expect(blockers({ interview, ...taken(car, quarter(12, 30), quarter(12, 45)) })).toEqual([
      'vehicle',
    ]);
  });
  it('is free of steps where the child needs it', () => {
    const needs = { ...interview, needs: ['step-free'] };
    const all = replaced(kind('vehicle'), { accessible: false });
    expect(blockers({ interview: needs, resources: all })).toEqual(['vehicle']);
  });
});

describe('the child', () => {
  const child = aSearch().child;
  it('is not there twice', () => {
    expect(blockers(taken(visit.child, quarter(9, 30), quarter(9, 45)))).toEqual(['child']);
  });
  it('is not taken out of what it cannot miss', () => {
    const forbidden = [{ code: 'therapy', from: at('08:00'), to: at('08:10') }];
    expect(blockers({ child: { ...child, forbidden } })).toEqual(['forbidden.therapy']);
    const after = [{ code: 'therapy', from: at('08:15'), to: at('09:00') }];
    expect(search({ child: { ...child, forbidden: after } }).items).toHaveLength(1);
  });
  it('rests when it is small, or may be small', () => {
    const late = hours('13:00', '14:45');
    const all = resources.map((one) =>
      one.kind === 'person' ? { ...one, availability: late } : one,
    );
    expect(search({ resources: all }).items).toHaveLength(1);
    for (const years of [4, undefined]) {
      expect(blockers({ resources: all, child: { ...child, years } })).toEqual(['rest.sleep']);
    }
  });
  it('is interviewed by day', () => {
    const early = hours('08:00', '09:45');
    const all = resources.map((one) =>
      one.kind === 'person' ? { ...one, availability: early } : one,
    );
    const open = all.map((one) => ({
      ...one,
      ...(one.kind !== 'person' && { availability: hours('06:00', '20:00') }),
    }));
    expect(blockers({ resources: open })).toEqual(['day']);
  });
});

describe('the deadline and the notice', () => {
  const tier = (dueAt: string) => ({ ...visit.tier, dueAt });
  it('holds, unless a reason was recorded', () => {
    const interview = aVisit({ tier: tier(at('05:59')) });
    expect(blockers({ interview })).toEqual(['deadline']);
    const breach = { reason: 'child-not-well', at: ONLY };
    expect(search({ interview: { ...interview, breach } }).items).toHaveLength(1);
    expect(search({ interview: aVisit({ tier: tier(at('06:00')) }) }).items).toHaveLength(1);
  });
  it('leaves everybody the notice of its tier', () => {
    expect(blockers({ now: '2026-11-24T17:31:00.000Z' })).toEqual(['notice']);
    expect(search({ now: '2026-11-24T17:30:00.000Z' }).items).toHaveLength(1);
  });
  it('and the days that were asked for', () => {
    expect(blockers({ from: at('05:31') })).toEqual(['range']);
    expect(blockers({ to: at('05:15') })).toEqual(['range']);
  });
});

describe('two children who do not belong together', () => {
  it('are never in a centre of one zone at the same time', () => {
    expect(blockers(taken('centre-kutaisi.house', quarter(12), quarter(12, 15)))).toEqual([
      'separation.house',
    ]);
  });

  it('do not meet in a zone of a larger house, and may both be there', () => {
    const people = [interviewer, psychologist, worker].map((one) => ({
      ...one,
      agency: one === worker ? LEAD : TBILISI,
    }));
    const roles = visit.roles.map((one) => ({
      ...one,
      agency: one.role === 'social-worker' ? LEAD : TBILISI,
    }));
    const interview = aVisit({
      municipality: 'tbilisi',
      site: { agency: TBILISI, because: ['catchment'] },
      roles,
    });
    const all = { interview, resources: [...people, ...aHouse(TBILISI)] };
    const meets = (zone: string, from: number) =>
      search({ ...all, ...taken(`centre-tbilisi.${zone}`, from, from + 1) });
    expect(search(all).items).toHaveLength(1);
    expect(meets('waiting', quarter(9, 45)).blocked?.blockers).toMatchObject([
      { codes: ['separation.waiting'] },
    ]);
    expect(meets('corridor', quarter(11)).items).toEqual([]);
    expect(meets('entrance', quarter(12)).items).toEqual([]);
    // While this child is in the interview room, another may wait.
    expect(meets('waiting', quarter(10, 30)).items).toHaveLength(1);
    expect(meets('entrance', quarter(10)).items).toHaveLength(1);
  });

  it('are never there at overlapping times when they must be kept apart', () => {
    const other = aCaseId();
    const apart = [other];
    expect(search({ apart }).items).toHaveLength(1);
    const sheet = apartSheet(visit.child, other);
    expect(blockers({ apart, ...taken(sheet, quarter(12), quarter(12, 15)) })).toEqual(['apart']);
    expect(blockers({ apart, ...taken(other, quarter(12), quarter(12, 15)) })).toEqual(['apart']);
    const [found] = search({ apart }).items;
    expect(found?.proposal.claims).toContainEqual(
      expect.objectContaining({ sheet, from: quarter(9, 30), to: quarter(12, 15) }),
    );
  });

  it('of one visit are never one that harmed the other', () => {
    const other = aCaseId();
    const siblings = [{ order: 1, case: other }];
    expect(() => search({ apart: [other], siblings })).toThrow('harming-child-not-at-visit');
  });
});

it.each(['accused', 'sharesHousehold'] as const)(
  'never books an alleged perpetrator or his household: %s, or unknown',
  (tie) => {
    const no = { accused: 'no', sharesHousehold: 'no', dependsOnAccused: 'no' } as const;
    const attending = (said: 'yes' | 'unknown' | 'no') => [
      { role: 'legal-representative', ties: { ...no, [tie]: said } },
    ];
    expect(search({ attending: attending('no') }).items).toHaveLength(1);
    expect(() => search({ attending: attending('yes') })).toThrow('accused-not-at-visit');
    expect(() => search({ attending: attending('unknown') })).toThrow('accused-not-at-visit');
  },
);
