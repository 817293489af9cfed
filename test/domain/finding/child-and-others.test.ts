import { describe, expect, it } from 'vitest';
import { apartSheet } from '../../../shared/domain/finding/sheets.ts';
import { aCaseId, LEAD } from '../../build.ts';
import { aHouse, aSearch, aVisit, hours, TBILISI } from '../../finding.ts';
import {
  at,
  blockers,
  interviewer,
  ONLY,
  psychologist,
  quarter,
  resources,
  search,
  taken,
  visit,
  worker,
} from './one-time.ts';

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
