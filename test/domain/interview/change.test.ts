import { describe, expect, it } from 'vitest';
import type { Clock } from '../../../shared/domain/clock/state.ts';
import { newInterviewId } from '../../../shared/domain/ids.ts';
import { changeVisit, lacking, noted } from '../../../shared/domain/interview/change.ts';
import { checkChoices, chosenNow } from '../../../shared/domain/interview/choose.ts';
import type { VisitFacts } from '../../../shared/domain/interview/facts.ts';
import type { Interview } from '../../../shared/domain/interview/interview.ts';
import { openVisit } from '../../../shared/domain/interview/open.ts';
import { together } from '../../../shared/domain/interview/siblings.ts';
import type { Decision } from '../../../shared/domain/journal/decision.ts';
import {
  aCase,
  agency,
  anEventId,
  CENTRE,
  counting,
  georgiaAt,
  LEAD,
  later,
  NOW,
  POLICE,
  refusalOf,
} from '../../build.ts';
import { aChild, aPlanning } from './planning.ts';

const edition = georgiaAt();
const bytes = counting(7000);
const by = { sub: 's', agency: POLICE };

const opened = (over: Parameters<typeof aPlanning>[0] = {}, root = aCase()) =>
  openVisit(
    {
      id: newInterviewId(bytes),
      root,
      episode: 1,
      planning: aPlanning(over),
      apart: [],
      by,
      at: NOW,
      event: anEventId(),
      sealed: undefined,
      parts: [],
    },
    edition,
  );
const visitIn = ({ kept }: Decision): Interview => {
  const found = kept.find((one) => one.what === 'interview');
  if (!found) throw new Error('no visit');
  return found;
};
const clocksIn = ({ kept }: Decision): Clock[] => kept.filter((one) => one.what === 'clock');
const clock = (decision: Decision, name: string) =>
  clocksIn(decision).find((one) => one.name === name);

const step = () => ({ by, at: later({ hours: 5 }), event: anEventId(), lead: LEAD });
const changed = (first: Decision, visit: VisitFacts, over: Partial<Interview> = {}) =>
  changeVisit(
    {
      visit: { ...visitIn(first), ...over } as Interview,
      planning: aPlanning({ visit }),
      clocks: clocksIn(first),
      step: step(),
      type: 'interview.planned',
    },
    edition,
  );

describe('opening a visit', () => {
  it('starts the clock of its tier, counts in the case and tells everybody with a role', () => {
    const root = aCase();
    const decision = opened({}, root);
    const visit = visitIn(decision);
    expect(visit).toMatchObject({ status: 'planning', version: 1, child: root.id, place: 1 });
    expect(clock(decision, 'interview-held')).toMatchObject({
      holder: LEAD,
      dueAt: visit.tier.dueAt,
      guardsChild: true,
    });
    expect(decision.kept.find((one) => one.what === 'case')).toMatchObject({ version: 2 });
    const [event] = decision.events;
    expect(event).toMatchObject({ type: 'interview.opened', deadline: visit.tier.dueAt });
    expect(event?.to).toEqual(expect.arrayContaining([LEAD, CENTRE]));
    expect(event?.to).not.toContain(POLICE);
  });

  it('makes the police answer for an examination that is not ordered yet', () => {
    const lastIncidentAt = { at: later({ hours: -10 }), precision: 'minute' as const };
    const decision = opened({ child: aChild({ lastIncidentAt }) });
    expect(clock(decision, 'examination-held')).toMatchObject({
      holder: POLICE,
      dueAt: later({ hours: 24 }),
    });
  });

  it('is refused where the case is closed', () => {
    const closed = { ...aCase(), status: 'closed' as const, closedAt: NOW };
    expect(refusalOf(() => opened({}, closed)).code).toBe('already-closed');
  });
});

describe('changing a visit', () => {
  it('makes its clock sooner, never later', () => {
    const first = opened();
    const arrested = changed(first, { arrestedAt: NOW });
    expect(arrested.events[0]?.type).toBe('interview.re-tiered');
    expect(clock(arrested, 'interview-held')).toMatchObject({
      version: 2,
      fired: 0,
      dueAt: later({ hours: 72 }),
    });
    const forgotten = changeVisit(
      {
        visit: visitIn(arrested),
        planning: aPlanning(),
        clocks: clocksIn(arrested),
        step: step(),
        type: 'interview.planned',
      },
      edition,
    );
    expect(visitIn(forgotten).tier).toEqual(visitIn(arrested).tier);
    expect(clock(forgotten, 'interview-held')).toBeUndefined();
    expect(forgotten.events[0]?.type).toBe('interview.planned');
  });

  it('hands the examination to the doctor once it is ordered, and ends its clock once done', () => {
    const lastIncidentAt = { at: later({ hours: -10 }), precision: 'minute' as const };
    const first = opened({ child: aChild({ lastIncidentAt }) });
    const forensicOrder = { document: 'D-1', at: NOW };
    const ordered = changed(first, { lastIncidentAt, forensicOrder });
    expect(clock(ordered, 'examination-held')?.holder).toBe('forensic-bureau');
    const done = changed(first, { lastIncidentAt, forensicOrder, examinedAt: later({ hours: 4 }) });
    expect(clock(done, 'examination-held')?.endedAt).toBe(later({ hours: 5 }));
  });

  it.each(['under-way', 'ended', 'cancelled', 'frozen'] as const)(
    'is refused once %s',
    (status) => {
      const over = { status } as Partial<Interview>;
      expect(refusalOf(() => changed(opened(), {}, over)).code).toBe('visit-plan-closed');
      const visit = { ...visitIn(opened()), ...over } as Interview;
      expect(refusalOf(() => noted(visit, [], {}, step())).code).toBe('visit-plan-closed');
    },
  );
});

describe('a time that is booked already', () => {
  it('lacks whoever the plan needs since', () => {
    const visit = visitIn(opened({ legalForm: 'examination' }));
    const at = { day: '2026-11-24', from: 40, to: 44 };
    const claims = visit.roles
      .filter(({ role }) => role !== 'judge')
      .map(({ role }) => ({ sheet: `res_${role}`, role, ...at }));
    const parts = [{ part: 'interview' as const, start: NOW, end: later({ hours: 1 }) }];
    expect(lacking(visit, { claims, parts })).toEqual(['judge']);
  });
});

describe('what is chosen at planning', () => {
  const visit = visitIn(opened());
  const check = (chosen: Parameters<typeof checkChoices>[0]['chosen'], byKind = 'police') =>
    checkChoices({ visit, chosen, byKind, excluded: [] }, edition);

  it('leaves the legal form to the prosecutor', () => {
    expect(refusalOf(() => check({ legalForm: 'interview' })).code).toBe('prosecutor-chooses');
    expect(check({ legalForm: 'interview' }, 'prosecutor')).toEqual([]);
  });

  it('wants a reason for what is against the usual', () => {
    for (const chosen of [
      { companion: 'refused' as const },
      { interpreterFromNear: true },
      { site: agency('centre-tbilisi') },
    ]) {
      expect(refusalOf(() => check(chosen)).code).toBe('reason-missing');
      expect(check({ ...chosen, reason: 'სხვა გზა არ არის.' })).toHaveLength(1);
    }
  });

  it('keeps a sign interpreter off the screen', () => {
    const signing = visitIn(opened({ child: aChild({ needs: ['sgn-GE'] }) }));
    const chosen = { interpreter: 'screen' as const };
    const asked = { visit: signing, chosen, byKind: 'police', excluded: [] };
    expect(refusalOf(() => checkChoices(asked, edition)).code).toBe('sign-always-visible');
  });

  it('takes no place without rooms, nor one where an accused works', () => {
    const site = agency('centre-tbilisi');
    const asked = { visit, chosen: { site, reason: 'ახლოა' }, byKind: 'police', excluded: [site] };
    expect(refusalOf(() => checkChoices(asked, edition)).code).toBe('site-not-possible');
    expect(refusalOf(() => check({ site: agency('school-zestaponi'), reason: 'ახლოა' })).code).toBe(
      'site-not-possible',
    );
  });

  it('stays where it is not chosen again', () => {
    expect(chosenNow({ interpreter: 'room' }, { companion: 'wanted', reason: 'x' })).toEqual({
      interpreter: 'room',
      companion: 'wanted',
    });
  });
});

describe('children of one family', () => {
  const [one, other] = [visitIn(opened()), visitIn(opened())];

  it('come together in their order', () => {
    expect(together(one, other, { with: other.id, order: 2 })).toEqual({
      group: other.id,
      order: 2,
    });
  });

  it.each<[string, Interview, Interview]>([
    ['one said to have harmed the other', { ...one, apart: [other.child] }, other],
    ['the other way round', one, { ...other, apart: [one.child] }],
    ['the same child', one, { ...other, child: one.child }],
    ['at another place', one, { ...other, site: { ...other.site, agency: LEAD } }],
    ['in a place taken', one, { ...other, siblings: { group: other.id, order: 2 } }],
  ])('not where %s', (_, a, b) => {
    expect(refusalOf(() => together(a, b, { with: b.id, order: 2 })).code).toBe(
      'siblings-not-possible',
    );
  });
});
